import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

/// The texts of one item, or the bytes of an invalid row, as lines; only those that are asked for are made.
struct ItemBody {
    /// What the lines were made from.
    struct Key: Hashable {
        var item: UInt32?
        var row: Int?
        var width: Int
        var asciiOnly: Bool
        var isBlind: Bool
        var isLoaded: Bool
    }

    /// Some lines that follow one another.
    private struct Section {
        var start: Int
        /// What the first line says; the others are the rows behind it.
        var heading: String
        var rows: WrappedText
        /// True where the first row stands on the line of the heading.
        var isField: Bool

        var count: Int { isField ? max(1, rows.count) : 1 + max(1, rows.count) }
    }

    private(set) var key: Key?
    private var sections: [Section] = []
    private(set) var count = 0

    init() {}

    /// - Complexity: O(bytes of the texts).
    init(_ key: Key, _ state: ReviewState) {
        self.key = key
        switch Self.result(state) {
        case .item(let text):
            add("prompt", text.prompt)
            add("response", text.response)
            // Any field may hold a score or a call.
            guard !key.isBlind else { return }
            if !text.fields.isEmpty { add(heading: "fields:") }
            for field in text.fields { add(field: SafeText(field.name, asciiOnly: key.asciiOnly).string, field.value) }
            add(heading: "read from \(SafeText.printable(text.file, asciiOnly: key.asciiOnly)), line \(text.line)")
        case .row(let bytes): add("the row as it stands", bytes)
        case .failed(let why): add("cannot be read", Array(why.utf8))
        case nil: break
        }
    }

    /// The texts of the present item; nil where they are not there.
    static func result(_ state: ReviewState) -> TextResult? {
        if state.queue == nil, state.list.tab == .invalid { return state.list.invalidTexts[state.list.cursor] }
        return state.currentItem.flatMap { state.texts[$0] }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) { add(name + ":", bytes, isField: false) }

    private mutating func add(field name: String, _ bytes: [UInt8]) { add("  \(name): ", bytes, isField: true) }

    private mutating func add(heading: String) { add(heading, [], isField: true) }

    private mutating func add(_ heading: String, _ bytes: [UInt8], isField: Bool) {
        guard let key else { return }
        // The first row has its name before it, the others four blanks.
        let width = isField ? max(20, key.width - max(2, heading.count - 2)) : key.width
        let rows = WrappedText(bytes, width: width, asciiOnly: key.asciiOnly)
        let section = Section(start: count, heading: heading, rows: rows, isField: isField)
        sections.append(section)
        count += section.count
    }

    /// - Complexity: O(log sections).
    subscript(line: Int) -> String {
        var (low, high) = (0, sections.count)
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].start <= line { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return "" }
        let section = sections[low - 1]
        let row = line - section.start - (section.isField ? 0 : 1)
        if row < 0 { return section.heading }
        let text = row < section.rows.count ? section.rows[row].string : section.isField ? "" : "(empty)"
        if section.isField { return row == 0 ? section.heading + text : "    " + text }
        return "  " + text
    }
}

extension ItemBody.Key {
    init(_ state: ReviewState, width: Int, asciiOnly: Bool) {
        let isInvalid = state.queue == nil && state.list.tab == .invalid
        self.init(
            item: isInvalid ? nil : state.currentItem,
            row: isInvalid ? state.list.cursor : nil,
            width: width,
            asciiOnly: asciiOnly,
            isBlind: state.isBlind,
            isLoaded: ItemBody.result(state) != nil
        )
    }
}
