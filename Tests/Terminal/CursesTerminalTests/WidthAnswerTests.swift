import TestSupport
import Testing
import TextSafety

@testable import CursesTerminal

/// Terminals that answer the question for their widths wrongly, late, in pieces or never: no key is lost or made by it.
@Suite(.serialized) struct WidthAnswerTests {
    /// The answers of a terminal that draws all kinds in two columns.
    private static let right = ClusterKinds.probes.indices.map { "\u{1B}[\($0 + 2);3R" }

    /// What the keys of a probe are called, the newest first, once it has taken `count` of them.
    private func names(_ terminal: PseudoTerminal, _ count: Int) throws -> [String] {
        try terminal.find("\(count) keys") { screen in
            guard screen.line(1).hasPrefix("\(count) ") else { return nil }
            return (1...count).reversed().map { row in
                screen.line(row).drop { $0 != " " }.dropFirst().prefix { $0 != " " }.description
            }
        }
    }

    @Test func `keys between answers are all there, and answers are no keys`() throws {
        let terminal = try keyProbe()
        terminal.send("a" + Self.right.joined(separator: "b") + "c")
        #expect(try names(terminal, 8) == ["a", "b", "b", "b", "b", "b", "b", "c"])
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: 1...5) func `an answer in two pieces is one`(_ cut: Int) throws {
        let terminal = try keyProbe(isPatient: true)
        // The first piece is read alone: the key before it is on the screen.
        let answer = Array("\u{1B}[2;3R".utf8)
        terminal.send(Array("a".utf8) + answer[..<cut])
        _ = try names(terminal, 1)
        terminal.send(answer[cut...] + Array("b".utf8))
        #expect(try names(terminal, 2) == ["a", "b"])
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
        "\u{1B}[2;0R", "\u{1B}[0;0R", "\u{1B}[1;3R", "\u{1B}[99999999999999999999;3R", "\u{1B}[2;99999999999999999999R",
        "\u{1B}[;R", "\u{1B}[2R", "\u{1B}[2;3;4R", "\u{1B}[?2;3R", "\u{1B}[-2;3R", "\u{1B}]2;3R\u{7}",
    ]) func `a wrong answer is no key and changes nothing`(_ answer: String) throws {
        let terminal = try keyProbe()
        terminal.send("a" + answer + "b")
        let keys = try names(terminal, 2)
        #expect(keys == ["a", "b"])
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `answers twice, contradicting and more than were asked for end nothing`() throws {
        let folder = try BuiltProduct.makeTemporaryFolder()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let path = folder + "/emoji.txt"
        try write(Array("\u{2764}\u{FE0F}x".utf8), to: path)
        let terminal = try probe(["text", path])
        try terminal.waitFor("the parts") { $0.line(0).hasPrefix("\u{2764}x│") }
        terminal.send(String(repeating: Self.right.joined(), count: 50))
        try terminal.waitFor("one of two columns") {
            $0.cell(x: 2, y: 0).text == "x" && $0.cell(x: 3, y: 0).text == "│"
        }
        // The last word counts: the terminal was changed, or another took it over.
        terminal.send("\u{1B}[2;2R")
        try terminal.waitFor("the parts again") { $0.line(0).hasPrefix("\u{2764}x│") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a terminal that never answers is not waited for`() throws {
        let terminal = try keyProbe()
        terminal.send("j")
        #expect(try names(terminal, 1) == ["j"])
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    /// The console draws no such emoji, and shows what it does not know: it is asked nothing.
    @Test(arguments: ["linux", "vt100"]) func `a console is not asked`(_ term: String) throws {
        let terminal = try keyProbe(environment: ["TERM": term])
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.raw.firstRange(of: Array("\u{1B}[6n".utf8)) == nil)
    }
}
