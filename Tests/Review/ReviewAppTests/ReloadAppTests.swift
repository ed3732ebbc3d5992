import CLibrary
import Foundation
import ReviewApp
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// The whole app, its workers among it, over a file that is another at each reading.
@Suite struct ReloadAppTests {
    /// Puts a round of so many rows in the place of the one before, whole at any moment.
    private static func write(_ count: Int, in folder: TestFolder) {
        let rows = (0..<count).map {
            #"{"prompt":"p\#($0) of \#(count)","response":"r","helpfulness":0.5,"#
                + #""safety":\#(Double($0 * 37 % 101) / 101)}"#
        }
        _ = try? folder.write(rows.joined(separator: "\n") + "\nno row\n", to: "next.jsonl")
        rename(folder("next.jsonl"), folder("round.jsonl"))
    }

    @Test(arguments: 0..<4) func `keys at once behind R meet no item of before`(_ seed: UInt64) throws {
        let folder = try TestFolder()
        Self.write(300, in: folder)
        var generator = SeededGenerator(seed: seed)
        let keys = Array("OoacdmriO][jkGgnMxvtO!u12hlbz0AI&*~O".unicodeScalars)
        var script: [ScriptedTerminal.Step] = [
            .waitFor("300 items"), .waitUntilGone("reading"), .type("/of"), .key(KeyPress(.enter)), .waitFor("found"),
        ]
        var last = 300
        for number in 0..<60 {
            last = Int.random(in: number % 2 == 0 ? 2...40 : 200...900, using: &generator)
            let count = last
            script.append(.look { _ in Self.write(count, in: folder) })
            script += [.key(KeyPress(.escape)), .key(KeyPress(.escape)), .type("R")]
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                guard let key = keys.randomElement(using: &generator) else { continue }
                script.append(.key(.character(key)))
            }
            // The count stands there before the last byte is read, and until then a round is not read again.
            script += [.waitFor("\(DecimalText.grouped(count)) items"), .waitUntilGone("reading")]
        }
        script += [.type("aa"), .waitFor("[A"), .type("q")]
        let run = try AppRun(in: folder, [folder("round.jsonl")], script)
        #expect(run.terminal.isPlayed)
        #expect(run.outcome.status == 0)
        #expect(run.state.round.count == last)
        #expect(run.state.list.window.items.allSatisfy { $0 < last })
        for (item, text) in run.state.texts.read {
            guard case .item(let text) = text else { continue }
            #expect(String(decoding: text.prompt, as: UTF8.self) == "p\(item) of \(last)")
        }
    }

    @Test func `a round that is read again in lines is told, and another one`() throws {
        let folder = try TestFolder()
        Self.write(300, in: folder)
        let lines = try ScriptedLines(["reload", "list", "reload", "reverse", "reload", "item", "quit"])
        #expect(PlainAppTests.run(lines, folder("round.jsonl")) == ReviewOutcome(status: 0, message: nil))
        #expect(lines.output.components(separatedBy: "read again: 300 items").count == 4, "\(lines.output)")
        #expect(!lines.output.contains("reading the round again"))
        #expect(!lines.isOverdue)
    }
}
