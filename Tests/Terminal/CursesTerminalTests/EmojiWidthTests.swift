import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import CursesTerminal

/// Emoji of several characters are drawn as one where the terminal says that it does, and nothing behind them is shifted.
@Suite(.serialized) struct EmojiWidthTests {
    /// One of each kind, in a row, with a letter behind it.
    private static let lines =
        ClusterKinds.probes.map { "\($0.text)x" } + ["\u{1F469}\u{1F3FB}\u{200D}\u{1F52C}x", "a\u{200D}b"]

    private func writeFile() throws -> (path: String, folder: String) {
        let folder = try BuiltProduct.makeTemporaryFolder()
        let path = folder + "/emoji.txt"
        try write(Array(Self.lines.joined(separator: "\n").utf8), to: path)
        return (path, folder)
    }

    @Test func `a terminal that does not answer gets the parts`() throws {
        let (path, folder) = try writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let terminal = try probe(["text", path])
        try terminal.waitFor("the parts, and a mark behind each") { screen in
            screen.line(0) == "\u{2764}x│" + String(repeating: " ", count: 76) + "│"
                && screen.line(1).hasPrefix("\u{1F44D}⟨U+1F3FD⟩x│") && screen.line(6).hasPrefix("1\u{20E3}x│")
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `what a terminal draws as one is told by its answers`() throws {
        let (path, folder) = try writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let terminal = try probe(["text", path], answers: true)
        // libvterm gives regional indicators a column each, and joins nothing.
        try terminal.waitFor("a flag in two columns") { screen in
            screen.cell(x: 2, y: 5).text == "x" && screen.cell(x: 3, y: 5).text == "│"
                && screen.line(4).hasPrefix("\u{1F3F3}⟨U+200D⟩")
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(.enabled(if: Tmux.isInstalled)) func `tmux counts the columns that are counted here`() throws {
        let (path, folder) = try writeFile()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let tmux = try Tmux("'\(BuiltProduct.path("terminal-probe"))' text '\(path)'")
        // The version decides what it joins: a family of three it always does.
        try tmux.waitFor("the family as one, and two marks in each row, one at its end") { shown in
            let rows = shown.split(separator: "\n", omittingEmptySubsequences: false).prefix(Self.lines.count)
            return rows[2].hasPrefix(ClusterKinds.probes[2].text + "x│")
                && rows.allSatisfy { $0.hasSuffix("│") && $0.count { $0 == "│" } == 2 }
        }
        // The style of what stands behind is its own, and the frame after it finds the cursor where it was.
        try tmux.press("C-l")
        try tmux.waitFor("all of it once more") {
            $0.contains("⟨U+200D⟩b│") && $0.contains(ClusterKinds.probes[2].text)
        }
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    @Test func `a console gets letters without their marks, which it would give columns of their own`() throws {
        let folder = try BuiltProduct.makeTemporaryFolder()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let path = folder + "/marks.txt"
        try write(Array("e\u{301}क्षमाx\n👍🏽x".utf8), to: path)
        let terminal = try probe(["text", path], environment: ["TERM": "linux"], answers: true)
        try terminal.waitFor("a mark behind each row") { screen in
            screen.line(0).hasPrefix("eक") && screen.line(0).contains("x│") && screen.line(1).hasPrefix("👍⟨U+1F3FD⟩x│")
                && screen.cell(x: 79, y: 0).text == "│" && screen.cell(x: 79, y: 1).text == "│"
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        let sent = String(decoding: terminal.raw, as: UTF8.self).unicodeScalars
        #expect(!sent.contains { $0.properties.generalCategory == .nonspacingMark })
    }

    /// What people write in scripts whose letters have marks or join, each with a letter behind it.
    private static let scripts = [
        "क्षमा", "ক্ষ", "நன்றி", "می\u{200C}خواهم", "مرحبا", "שָׁלוֹם", "ไทย", "한국어", "漢字", "e\u{301}",
    ]

    @Test func `scripts of any kind leave the border where it belongs`() throws {
        let folder = try BuiltProduct.makeTemporaryFolder()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let path = folder + "/scripts.txt"
        try write(Array(Self.scripts.map { $0 + "x" }.joined(separator: "\n").utf8), to: path)
        let terminal = try probe(["text", path], answers: true)
        try terminal.waitFor("all of them, without a token, a border behind each") { screen in
            Self.scripts.indices.allSatisfy { row in
                screen.line(row).contains("x│") && !screen.line(row).contains("⟨")
                    && screen.cell(x: 79, y: row).text == "│"
            }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        guard Tmux.isInstalled else { return }
        let tmux = try Tmux("'\(BuiltProduct.path("terminal-probe"))' text '\(path)'")
        try tmux.waitFor("the same in tmux") { shown in
            let rows = shown.split(separator: "\n", omittingEmptySubsequences: false).prefix(Self.scripts.count)
            return rows.count == Self.scripts.count
                && rows.allSatisfy { $0.hasSuffix("│") && $0.contains("x│") && $0.count { $0 == "│" } == 2 }
        }
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
    }

    @Test func `an answer is told from a key by its row`() {
        #expect(WidthQuestion.answer((1, 3)) == nil)
        #expect(WidthQuestion.answer((2, 3))?.kind == .styled && WidthQuestion.answer((2, 3))?.isDrawn == true)
        #expect(WidthQuestion.answer((5, 9))?.kind == .longJoined && WidthQuestion.answer((5, 9))?.isDrawn == false)
        #expect(WidthQuestion.answer((WidthQuestion.rows + 1, 3)) == nil)
    }

    @Test func `answers are no keys, whenever they come`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("a\u{1B}[2;3Rb\u{1B}[4;".utf8)).count == 2)
        #expect(decoder.feed(Array("9Rc".utf8)) == [.key(.character("c"))])
        let places = decoder.takePlaces()
        #expect(places.map(\.row) == [2, 4] && places.map(\.column) == [3, 9])
        #expect(decoder.takePlaces().isEmpty)
    }
}
