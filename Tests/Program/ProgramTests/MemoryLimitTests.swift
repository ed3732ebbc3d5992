import Foundation
import TestSupport
import Testing

/// `ulimit -v`: the right answer, or one message that says what is missing; never a crash and never a wait without end.
@Suite(.enabled(if: AddressSpace.isBounded, "needs a system that bounds address space"))
struct MemoryLimitTests {
    /// Address space in KiB, from what hardly holds the program to what holds all of the round's work.
    static let limits = [
        90_000, 100_000, 110_000, 120_000, 132_000, 144_000, 150_000, 156_000, 168_000, 190_000, 400_000,
    ]
    private static let roomy = 400_000

    /// The program's own libraries may not find room before it has a word to say.
    private static func isLoader(_ run: RunProgram) -> Bool {
        run.status == 127 && run.errorText.contains("shared libraries")
    }

    @Test(arguments: limits, ["big", "zipped", "table"]) func `summary`(_ limit: Int, _ kind: String) throws {
        let folder = try TestFolder()
        let round = try Self.round(kind, in: folder)
        let run = try Redsieve.shell("ulimit -v \(limit); exec \"$0\" summary \"$1\" --json", round)
        if run.status == 0 {
            #expect(try Summary(run.output).buckets == Summary(of: round).buckets)
        } else {
            #expect(limit < Self.roomy)
            if !Self.isLoader(run) { expectRefusal(run, status: 74, says: ["not enough memory", "ulimit -v"]) }
        }
    }

    @Test(arguments: limits) func `select`(_ limit: Int) throws {
        let folder = try TestFolder()
        let round = try Self.round("big", in: folder)
        let run = try Redsieve.shell("ulimit -v \(limit); exec \"$0\" select \"$1\" --out \"$2\"", round, folder("out"))
        if run.status == 0 {
            #expect(folder.lines("out/invalid.jsonl").count == (try Summary(of: round).count("round.invalid")))
        } else {
            #expect(limit < Self.roomy)
            #expect(folder.entries.filter { $0.contains("out") } == [])
            if !Self.isLoader(run) { expectRefusal(run, status: 74, says: ["not enough memory", "ulimit -v"]) }
        }
    }

    /// The screen shows what there is room for, or is left with the reason.
    @Test(arguments: limits) func `screen`(_ limit: Int) throws {
        let folder = try TestFolder()
        let round = try Self.round("big", in: folder)
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "ulimit -v \(limit); exec \"$0\" \"$1\" --no-review", Redsieve.path, round],
            environment: Redsieve.environment,
            columns: 120,
            rows: 36
        )
        func isWhole(_ screen: VTermScreen) -> Bool {
            screen.line(0).contains("? help") && ShownCounts(screen.text) != nil
        }
        do {
            try terminal.waitFor("a round or a reason") { screen in
                isWhole(screen) || screen.contains("reading failed") && screen.contains("not enough memory")
            }
        } catch {
            // It has ended: with a reason and the terminal as it was.
            let state = try terminal.waitForExit()
            #expect(state == .exited(74) || state == .exited(127), "\(terminal.screen.text)")
            let says = terminal.screen.lines.joined()
            #expect(says.contains("not enough memory") || says.contains("shared libraries"), "\(says)")
            #expect(!terminal.screen.isAlternate)
            #expect(terminal.modes == terminal.modesBefore)
            #expect(limit < Self.roomy)
            return
        }
        let isWholeRound = isWhole(terminal.screen)
        // Thresholds, lists, texts and a search: whatever there is no room for says so, and all else goes on.
        terminal.send("2=0.7\rdGaG")
        try terminal.waitFor("the list") { $0.contains("[A") }
        if isWholeRound {
            terminal.send("/the\r")
            try terminal.waitFor("hits or a reason") { $0.contains("found") || $0.contains("not enough memory") }
            terminal.send("\t\te")
            // A text that there was no memory for says so below; what is said of the export stands in its dialog.
            try terminal.waitFor("an offer or a reason in the dialog") { screen in
                screen.contains("prompt-completion")
                    && (screen.contains("Enter writes it")
                        || screen.lines.dropLast(2).contains { $0.contains("not enough memory") })
            }
            terminal.press(.clearLine)
            terminal.send(folder("out"))
            try terminal.waitFor("/out")
            // Behind Enter a key that is told wherever it arrives: what there was no memory to count for keeps the dialog.
            terminal.send("\r#")
            let isOpen = try terminal.find("an answer to both keys") { screen -> Bool? in
                if screen.contains("/out#") { return true }
                if screen.contains("prompt-completion") { return nil }
                let last = screen.lines.last { !$0.isEmpty } ?? ""
                return ["# does nothing", "wrote ", "not enough memory"].contains { last.contains($0) } ? false : nil
            }
            if isOpen {
                terminal.press(.escape)
                try terminal.waitFor("the round") { !$0.contains("prompt-completion") && $0.contains("q leave") }
                #expect(!folder.entries.contains("out"))
            } else {
                try terminal.waitFor("an end of the export") { screen in
                    folder.entries.contains("out") || screen.contains("not enough memory")
                }
            }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }

    private static func round(_ kind: String, in folder: TestFolder) throws -> String {
        let big = try BigRound.shared.get()
        switch kind {
        case "zipped":
            let made = try RunProgram("/bin/sh", ["-c", "gzip -1 < \"$1\" > \"$2\"", "sh", big, folder("r.jsonl.gz")])
            try #require(made.status == 0, "\(made.errorText)")
            return folder("r.jsonl.gz")
        case "table":
            let rows = (0..<40_000).map { "\"prompt, \($0)\",response \($0),0.\($0 % 97),0.\($0 % 89)" }
            let header = "prompt,response,safety,helpfulness\n"
            return try folder.write(header + rows.joined(separator: "\n") + "\n", to: "r.csv")
        default: return big
        }
    }
}

enum AddressSpace {
    static let isBounded = (try? RunProgram("/bin/sh", ["-c", "ulimit -v 1000; exec /bin/true"]))?.status != 0
}
