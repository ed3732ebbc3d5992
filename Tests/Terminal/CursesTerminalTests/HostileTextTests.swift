import TestSupport
import Testing

@testable import CursesTerminal

/// No byte of hostile text reaches the terminal as a control, and nothing is misaligned by it.
@Suite(.serialized) struct HostileTextTests {
    static let lines: [String] = [
        "\u{1B}[2J\u{1B}]0;owned\u{7}\u{1B}[?1000h\u{1B}[?25h cleared",
        "\u{9B}31m \u{9D}0;owned\u{9C} \u{90}q\u{9C}",
        "\u{202E}override\u{202C} \u{2066}isolate\u{2069} \u{200E}\u{200F}",
        "zero\u{200B}width\u{200D}join\u{2060}er\u{FEFF}",
        "soft\u{AD}hyphen \u{E0068}\u{E0069} \u{FE0F} \u{E0101}",
        "private \u{E000} \u{F0000} \u{10FFFD}",
        "漢字 mixed かな 한글 \u{1112}\u{1161}\u{11AB} \u{3000}end",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} \u{301}alone",
        "שלום עולם and مرحبا",
        "👩 👍 emoji",
        "bell\u{7}back\u{8}\u{8}\u{8}return\rvertical\u{B}form\u{C}shift\u{E}\u{F}",
        "line\u{2028}separator\u{2029}s \u{85}next",
        "tab\there\tand there",
        "fillers \u{115F}\u{1160}\u{3164}\u{FFA0} \u{FFF9}a\u{FFFA}b\u{FFFB}",
    ]

    /// The lines, and some bytes that are no text at all.
    static func writeFile() throws -> (path: String, folder: String) {
        let folder = try BuiltProduct.makeTemporaryFolder()
        let path = folder + "/hostile.txt"
        var bytes = Array(lines.joined(separator: "\n").utf8)
        bytes += [0x0A, 0xFF, 0xC0, 0x9B, 0x9D, 0x41, 0xED, 0xA0, 0xBD, 0xF4, 0x90, 0x80, 0x80, 0x0A]
        bytes += (0...255).filter { $0 != 0x0A }.map { UInt8($0) } + [0x0A]
        try write(bytes, to: path)
        return (path, folder)
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
    func `nothing of it acts`(term: String) throws {
        let (path, folder) = try Self.writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let terminal = try probe(["text", path], environment: ["TERM": term], columns: 120, rows: 24)
        try terminal.waitFor("the text") { screen in
            ["␛[2J␛]0;owned␇", "⟨xFF⟩", "⟨U+202E⟩override⟨U+202C⟩", "soft⟨U+00AD⟩hyphen ⟨tag:hi⟩"].allSatisfy {
                screen.contains($0)
            } && screen.title == "" && screen.mouse == .none
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectHarmless(terminal.raw)
    }

    @Test func `columns are where they are counted`() throws {
        let (path, folder) = try Self.writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let terminal = try probe(["text", path], columns: 120, rows: 24)
        try terminal.waitFor("marks in the last column and right behind each text") { screen in
            screen.contains("⟨xFF⟩")
                && (0..<Self.lines.count).allSatisfy { y in
                    screen.cell(x: 119, y: y).text == "│"
                        && screen.line(y).dropLast().reversed().drop { $0 == " " }.first == "│"
                }
        }
    }

    @Test(.enabled(if: Tmux.isInstalled))
    func `columns are where tmux counts them`() throws {
        let (path, folder) = try Self.writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let tmux = try Tmux("'\(BuiltProduct.path("terminal-probe"))' text '\(path)'", columns: 120, rows: 24)
        try tmux.waitFor("two marks in each row, one at its end") { shown in
            shown.contains("⟨xFF⟩")
                && shown.split(separator: "\n", omittingEmptySubsequences: false).prefix(Self.lines.count).allSatisfy {
                    $0.hasSuffix("│") && $0.count { $0 == "│" } == 2
                }
        }
        #expect(try tmux.display("#{pane_title}").contains("owned") == false)
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    /// Every escape is of the kinds that curses sends, every character a visible one.
    private func expectHarmless(_ raw: [UInt8]) {
        // What the terminal is asked with at the beginning is no text of anybody's.
        var rest = raw[...]
        if let question = raw.firstRange(of: WidthQuestion.bytes) {
            rest = (raw[..<question.lowerBound] + raw[question.upperBound...])[...]
        }
        var text: [UInt8] = []
        let finals = Set("ABCDEGHJKLMPSTXZ@bcdfhlmrt".utf8)
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                text.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "["):
                while let next = rest.first, (0x30...0x3F).contains(next) { rest.removeFirst() }
                let final = rest.popFirst() ?? 0
                #expect(finals.contains(final), "CSI … \(final)")
            case UInt8(ascii: "("), UInt8(ascii: ")"):
                #expect(rest.popFirst().map { "AB0".utf8.contains($0) } == true)
            case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "M"): break
            case let other: Issue.record("ESC \(String(describing: other))")
            }
        }
        let decoded = String(decoding: text, as: UTF8.self)
        #expect(Array(decoded.utf8) == text, "not UTF-8")
        for scalar in Set(decoded.unicodeScalars) where scalar.value >= 0x20 {
            let properties = scalar.properties
            let isHidden =
                [.control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator]
                .contains(properties.generalCategory) || properties.isDefaultIgnorableCodePoint
            #expect(!isHidden, "U+\(String(scalar.value, radix: 16))")
        }
        // Carriage return, line feed, backspace and tab move the cursor; shifts of the character set are vt100's.
        let controls = Set(decoded.unicodeScalars.map(\.value).filter { $0 < 0x20 })
        #expect(controls.isSubset(of: [0x08, 0x09, 0x0A, 0x0D, 0x0F]), "\(controls)")
    }
}
