public import ReviewScreens
public import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

/// Tells a review in lines of text, for a screen reader, a pipe, or whoever wants nothing drawn.
///
/// What is told follows from the state alone; what is kept is the text of the present item broken into lines.
public struct PlainTeller {
    let table: CommandTable
    let asciiOnly: Bool
    /// Columns that lines are broken at; nil where they are as long as they are.
    public var columns: Int?
    private let symbols: Symbols
    private var body = ItemBody()
    /// The question that was told last, so that only what changes is told of it.
    private var asked: (id: DialogID, lines: [String])?

    /// - Parameters:
    ///   - table: the commands with the keys that hold, which are taken as lines too.
    ///   - asciiOnly: true where nothing else can be shown.
    public init(table: CommandTable = .standard, asciiOnly: Bool = false) {
        self.table = table
        self.asciiOnly = asciiOnly
        symbols = asciiOnly ? .ascii : .unicode
    }

    /// Items of a list that are told at once.
    public static let page = 10

    /// Lines of an item's text that are told at once.
    var part: Int { columns == nil ? 1_000 : 40 }

    /// Lines as they go out, each made safe and broken where it is too long, with a line feed at its end.
    ///
    /// Blanks that a line begins with are an indentation that its further rows keep: text of a round never begins a row.
    public func text(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            for row in rows(of: line) { text += row + "\n" }
        }
        return text
    }

    private func rows(of line: String) -> [String] {
        let safe = SafeText(Array(symbols.words(line).utf8), asciiOnly: asciiOnly)
        guard let columns, safe.width > columns else { return [safe.string] }
        let indent = min(line.prefix { $0 == " " }.count, columns / 2)
        let first = String(repeating: " ", count: indent)
        let rest = first + (indent + 2 < columns / 2 ? "  " : "")
        let words = SafeText(glyphs: Array(safe.glyphs.dropFirst(indent)))
        return words.wrapped(to: max(1, columns - rest.count)).enumerated().map { row, text in
            (row == 0 ? first : rest) + text.string
        }
    }

    /// The room that everything has, for the session: what is listed and read at once is asked for at once.
    public mutating func panes(_ state: ReviewState) -> PaneSizes {
        look(at: state)
        var panes = PaneSizes()
        panes.listRows = Self.page
        panes.readingRows = part
        panes.readingLines = body.count
        return panes
    }

    /// Lines of the present item's text from one on, at most a part of them.
    mutating func bodyLines(_ state: ReviewState, from start: Int) -> [String] {
        look(at: state)
        let end = min(body.count, start + part)
        guard start < end else { return [] }
        var lines = (start..<end).map { body[$0] }
        if end < body.count {
            lines.append(
                "\(DecimalText.counted(body.count - end, "more line")) of text: \(name(of: .scrollDown)) reads on"
            )
        }
        return lines
    }

    private mutating func look(at state: ReviewState) {
        // Beyond this a line is broken also where none has to be, so that a part of a text stays a part.
        let key = ItemBody.Key(state, width: columns.map { max(20, $0 - 2) } ?? 4_096, asciiOnly: asciiOnly)
        if body.key != key { body = ItemBody(key, state) }
    }

    /// What messages of a review without a screen call its commands: by what is typed, never by a key.
    public static var names: KeyNames {
        KeyNames(Dictionary(uniqueKeysWithValues: Command.allCases.map { ($0, PlainName.shortest(for: $0)) }))
    }

    /// What can be typed as the first word of a line, sorted; none of it is text of a round.
    public var typedNames: [String] { PlainName.all(table) }

    /// The question that is open, whole where it is new; else what changed in it: the row that was chosen, not all rows once more.
    mutating func questionChanges(_ state: ReviewState) -> [String] {
        guard let open = state.dialog else { return [] }
        let lines = question(state)
        defer { asked = (open.id, lines) }
        // With another title it is another question, though of the same dialog.
        guard let asked, asked.id == open.id, let title = lines.first, title == asked.lines.first else { return lines }
        let before = Set(asked.lines.map(Self.withoutMark))
        let known = Set(asked.lines)
        let changed = lines.filter { line in
            !known.contains(line) && (line.hasPrefix(Self.mark) || !before.contains(Self.withoutMark(line)))
        }
        if !changed.isEmpty { return changed.map(Self.chosen) }
        let chosen = lines.filter { $0.hasPrefix(Self.mark) }
        return chosen.isEmpty ? ["nothing changed"] + lines.suffix(1) : chosen.map(Self.chosen)
    }

    /// Forgets the question that was told, once it is closed.
    mutating func forgetQuestion() { asked = nil }

    /// What stands before the row that is chosen.
    static let mark = "> "

    /// The row that was chosen, in words: the mark would sound like a prompt.
    private static func chosen(_ line: String) -> String {
        line.hasPrefix(mark) ? "chosen: " + line.dropFirst(mark.count) : line
    }

    private static func withoutMark(_ line: String) -> String {
        line.hasPrefix(mark) ? "  " + line.dropFirst(mark.count) : line
    }

    /// Text of a round, a file name, or anything else that is not ours.
    func foreign(_ bytes: [UInt8]) -> String { SafeText(bytes, asciiOnly: asciiOnly).string }

    func foreign(_ text: String) -> String { foreign(Array(text.utf8)) }

    /// Its beginning, where it is long.
    func foreign(_ bytes: [UInt8], fitting width: Int) -> String {
        SafeText(bytes, fitting: width, asciiOnly: asciiOnly).string
    }

    /// What is typed for a command: the short name where there is one, else its id.
    func name(of command: Command) -> String { PlainName.shortest(for: command) }
}
