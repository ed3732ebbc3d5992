import Basics
import ReviewScreens
import ReviewSession
import TerminalCanvas

/// Reads scripts. One line is one step:
///
///     :threshold.type 0.85      a command, as the palette takes it
///     key j                     keys by their names; `keys j j Enter` is the same
///     type safety < 0.3         each character as a key
///     paste some text           text that comes at once
///     size 80 24                another size of the screen
///     theme dark                short for :theme.choose dark
///     expect 1,994 items        the screen must show this
///     :snapshot now.svg         keeps the screen, .txt or .svg
///     frame 1.5, film demo.svg  a film of the screens that were frames
///     timeout 300               how long a line may take, in seconds
///     try key n                 as `key n`, and may be refused
///     # a remark
///
/// Before the first step also: `colours 16`, `ascii`, `blocks`, `seed 7`, `pace 6`,
/// `first-run`.
struct ScriptReader {
    private let name: String
    private var script: ReviewScript
    private var problems: [ScriptProblem] = []
    private var line = 0

    /// The most problems that are told.
    static let most = 10

    /// - Returns: the script, or all that is wrong with it, at most `most`.
    static func read(_ bytes: [UInt8], name: String) -> Result<ReviewScript, ScriptProblems> {
        var reader = ScriptReader(name: name)
        reader.read(bytes)
        return reader.problems.isEmpty ? .success(reader.script) : .failure(ScriptProblems(all: reader.problems))
    }

    private init(name: String) {
        self.name = name
        script = ReviewScript(name: name, setup: ReviewScript.Setup(), lines: [])
    }

    private mutating func read(_ bytes: [UInt8]) {
        guard bytes.count <= ReviewScript.byteLimit else { return refuse("a script has at most 1 MiB") }
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        for part in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            guard problems.count < Self.most else { return }
            let bytes = part.last == UInt8(ascii: "\r") ? part.dropLast() : part
            guard let text = String(validating: bytes, as: UTF8.self) else {
                refuse("this line is not UTF-8")
                continue
            }
            if let scalar = text.unicodeScalars.first(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) {
                refuse("a control character (U+\(Self.number(scalar))) stands in this line; keys go by their names")
                continue
            }
            do throws(LineProblem) {
                try read(text)
            } catch {
                refuse(error.text)
            }
        }
    }

    private mutating func refuse(_ text: String) {
        problems.append(ScriptProblem(name, line: max(1, line), text))
    }

    private struct LineProblem: Error {
        var text: String

        init(_ text: String) { self.text = text }
    }

    private mutating func read(_ text: String) throws(LineProblem) {
        var rest = Self.withoutBlanks(text.unicodeScalars)
        guard let first = rest.unicodeScalars.first, first != "#" else { return }
        var isTried = false
        if Self.word(rest) == "try" {
            isTried = true
            rest = Self.withoutBlanks(rest.unicodeScalars.dropFirst(3))
            guard !rest.isEmpty else { throw LineProblem("try needs a line that may be refused, such as try key n") }
        }
        if rest.unicodeScalars.first == ":" {
            return add(try command(rest), isTried)
        }
        let word = Self.word(rest)
        // One blank parts the word from its text; further ones belong to that.
        let argument = String(rest.unicodeScalars.dropFirst(word.unicodeScalars.count + 1))
        if try isSetup(word, argument) {
            if isTried { throw LineProblem("\(word) cannot be refused, so try does nothing here") }
            return
        }
        add(try step(word, argument), isTried)
    }

    private mutating func add(_ step: ReviewScript.Step, _ isTried: Bool) {
        script.lines.append(ReviewScript.Line(number: line, step: step, isTried: isTried))
    }

    private mutating func command(_ text: String) throws(LineProblem) -> ReviewScript.Step {
        let typed: TypedCommand
        do throws(TypedCommandError) {
            typed = try TypedCommand(text)
        } catch {
            throw LineProblem(error.message)
        }
        if let old = typed.retired { script.notices.append("\(name):\(line): \(old.message)") }
        // It is of the screen as it stands, dialogs and all, so it never goes by way of them.
        guard typed.command == .snapshot else { return .command(typed) }
        do throws(SnapshotProblem) {
            return .snapshot(try SnapshotRequest(typed.argument ?? ""))
        } catch {
            throw LineProblem(error.message)
        }
    }

    private func step(_ word: String, _ argument: String) throws(LineProblem) -> ReviewScript.Step {
        let trimmed = Self.trimmed(argument)
        switch word {
        case "key", "keys": return .keys(try keys(trimmed))
        case "type", "paste", "expect":
            guard !argument.isEmpty else { throw LineProblem("the text behind \(word) is missing") }
            return word == "type" ? .type(argument) : word == "paste" ? .paste(argument) : .expect(argument)
        case "theme":
            guard !trimmed.isEmpty else { throw LineProblem("the name behind theme is missing") }
            return .command(TypedCommand(.chooseTheme, argument: trimmed))
        case "timeout":
            guard let seconds = Int(trimmed), (1...86_400).contains(seconds) else {
                throw LineProblem("timeout takes whole seconds from 1 to 86400")
            }
            return .timeout(seconds)
        case "frame":
            guard let seconds = Double(trimmed), seconds >= 0.1, seconds <= 60 else {
                throw LineProblem("frame takes seconds from 0.1 to 60")
            }
            return .frame(seconds)
        case "film":
            do throws(SnapshotProblem) {
                let request = try SnapshotRequest(argument)
                guard request.format == .picture else { throw .unknownFormat(request.path) }
                return .film(request)
            } catch {
                throw LineProblem("film takes a name that ends in .svg")
            }
        default: throw unknown(word)
        }
    }

    /// Takes what belongs to the setup.
    ///
    /// - Returns: false for a line that is a step.
    private mutating func isSetup(_ word: String, _ argument: String) throws(LineProblem) -> Bool {
        let trimmed = Self.trimmed(argument)
        let isStart = script.lines.allSatisfy { line in
            if case .timeout = line.step { true } else { false }
        }
        switch word {
        case "size":
            let size = try size(trimmed)
            if isStart { script.setup.size = size } else { add(.size(size), false) }
            return true
        case "colours", "colors":
            guard let colors = Int(trimmed), [0, 8, 16, 256].contains(colors) else {
                throw LineProblem("\(word) takes 0, 8, 16 or 256")
            }
            script.setup.colors = colors
        case "ascii", "blocks", "first-run":
            guard trimmed.isEmpty else { throw LineProblem("\(word) takes no argument") }
            switch word {
            case "ascii": script.setup.drawing = .ascii
            case "blocks": script.setup.drawing = .blocks
            default: script.setup.isFirst = true
            }
        case "pace":
            guard let seconds = Double(trimmed), seconds >= 0, seconds <= 3600 else {
                throw LineProblem("pace takes the seconds that a step is said to take, from 0 to 3600")
            }
            script.setup.pace = seconds
        case "seed":
            guard let seed = UInt64(trimmed) else { throw LineProblem("seed takes a whole number from 0 on") }
            script.setup.seed = seed
        default: return false
        }
        guard isStart else {
            throw LineProblem("\(word) sets up the script: it must stand before the first step")
        }
        return true
    }

    private func size(_ text: String) throws(LineProblem) -> TerminalSize {
        let numbers = text.split { $0 == " " || $0 == "x" }.map { Int($0) ?? 0 }
        guard numbers.count == 2, numbers.allSatisfy({ (1...1000).contains($0) }) else {
            throw LineProblem("size takes columns and rows from 1 to 1000, such as size 120 36")
        }
        return TerminalSize(columns: numbers[0], rows: numbers[1])
    }

    private func keys(_ text: String) throws(LineProblem) -> [KeyPress] {
        var keys: [KeyPress] = []
        for name in text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init) {
            guard let key = KeyPress(named: name) else {
                throw LineProblem(
                    "no terminal has a key \"\(name)\"\(NearestName.hint(name, among: Self.keyNames)); "
                        + "keys are characters and names such as Enter, Left, Shift-Right, Ctrl-R, F1, Space"
                )
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw LineProblem("the key is missing, such as key Enter") }
        return keys
    }

    private func unknown(_ word: String) -> LineProblem {
        if Command(rawValue: word) != nil {
            return LineProblem("commands have a colon in front: :\(word)")
        }
        return LineProblem(
            "no line begins with \"\(word)\""
                + (NearestName.of(word, among: Self.words).map { "; did you mean \"\($0)\"?" }
                    ?? "; it is \(Self.words.joined(separator: ", ")), or a command behind a colon")
        )
    }

    private static let words = [
        "key", "keys", "type", "paste", "size", "theme", "expect", "frame", "film", "timeout", "try", "colours",
        "ascii", "blocks", "seed", "pace", "first-run",
    ]

    private static let keyNames = [
        "Enter", "Esc", "Tab", "Backspace", "Del", "Ins", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn",
        "Space",
    ]

    private static func word(_ text: String) -> String {
        String(text.unicodeScalars.prefix { $0 != " " && $0 != "\t" })
    }

    private static func withoutBlanks(_ text: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.drop { $0 == " " || $0 == "\t" })
        return String(view)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.unicodeScalars.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }

    private static func number(_ scalar: Unicode.Scalar) -> String {
        Hexadecimal.text(scalar.value, digits: 4, uppercase: true)
    }
}

/// All that is wrong with a script, in the order of its lines; one at least.
public struct ScriptProblems: Error, Hashable, Sendable {
    public var all: [ScriptProblem]
}

extension ReviewScript {
    /// The most bytes of a script.
    public static let byteLimit = 1 << 20

    /// Reads a script; nothing of it is played where anything of it is wrong.
    ///
    /// - Throws: what is wrong, by lines.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], name: String) throws(ScriptProblems) {
        self = try ScriptReader.read(bytes, name: name).get()
    }
}
