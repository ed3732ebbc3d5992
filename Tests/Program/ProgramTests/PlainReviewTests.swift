import CLibrary
import Foundation
import TestSupport
import Testing

/// Whole reviews in lines with the real program: through a pipe, and on a terminal on which nothing is drawn.
struct PlainReviewTests {
    private func run(
        _ arguments: [String],
        _ lines: [String],
        environment: [String: String] = [:],
        folder: TestFolder? = nil
    ) throws -> RunProgram {
        try Redsieve.run(
            arguments + ["--plain"],
            input: Array((lines.joined(separator: "\n") + "\n").utf8),
            environment: environment,
            folder: folder?.path
        )
    }

    /// The block that a line was answered with.
    private func answer(_ line: String, _ run: RunProgram) -> String {
        let text = run.outputText
        guard let start = text.range(of: "> \(line)\n") else { return "" }
        let rest = text[start.upperBound...]
        return String(rest[..<(rest.range(of: "\n\n> ")?.lowerBound ?? rest.endIndex)])
    }

    @Test func `the whole way`() throws {
        let folder = try TestFolder()
        let round = try folder.write(TestFolder.read(Redsieve.sample), to: "round-2.jsonl")
        let lines = [
            "threshold safety 0.75", "moved", "item", "filter category = cheating and safety < 0.3", "adversarial",
            "back", "accepted", "unsafe", "note looked at", "queue", "1", "confirm", "safe", "helpful", "skip", "back",
            "audit", "search lock", "search.next", "plot", "export out", "format rows", "confirm", "quit",
        ]
        let run = try run([round], lines, folder: folder)
        #expect(run.status == 0, "\(run.errorText)\(run.outputText)")
        #expect(run.errors.isEmpty)
        #expect(run.outputText.hasPrefix("round-2.jsonl: 1,994 items, 10 invalid rows\n"))
        for line in lines where line != "quit" { #expect(!answer(line, run).isEmpty, "\(line)") }
        let buckets = try Summary(of: Redsieve.sample, at: nil, ["--theta-safety", "0.75"]).buckets
        #expect(answer("threshold safety 0.75", run).contains("accepted \(buckets[1]) ("))
        #expect(answer("moved", run).contains("moved items, by distance"))
        #expect(answer("item", run).contains("prompt:\n  "))
        let rows = try TestFolder.read(Redsieve.sample).lines.compactMap {
            try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
        }
        let filter = rows.count { row in
            row["category"] as? String == "cheating" && (row["safety_score"] as? Double ?? 1) < 0.3
        }
        #expect(answer(lines[3], run).hasPrefix("\(filter) items of 1,994 pass"), "\(answer(lines[3], run))")
        #expect(answer("unsafe", run).contains("unsafe, accepted → adversarial · kept"))
        #expect(answer("confirm", run).contains("sample of C accepted"))
        #expect(answer("helpful", run).contains("last: helpful; the call was C accepted"))
        #expect(answer("audit", run).contains("C accepted: "))
        #expect(answer("plot", run).contains("densest at safety 0.9 to 1.0"))
        #expect(folder.entries.contains("out"))
        let verified = try Redsieve.run(
            ["verify", "out", "--round", round, "--review", round + ".review"],
            folder: folder.path
        )
        #expect(verified.status == 0, "\(verified.outputText)\(verified.errorText)")
        // It goes on where it was left.
        let again = try self.run([round], ["counts", "judged", "undo", "counts"], folder: folder)
        #expect(again.status == 0)
        #expect(again.outputText.contains("θ safety 0.75"))
        // The note is on the item that was judged right before it.
        // Three were judged; what was passed over is not. Samples are drawn by chance: one of the three may have copies, which are
        // judged with it.
        let judged = Int(answer("judged", again).prefix { $0.isNumber }) ?? 0
        #expect(judged >= 3, "\(again.outputText)")
        #expect(answer("judged", again).contains("unsafe and with a note"), "\(again.outputText)")
    }

    @Test func `what a pipe is told does not depend on how fast copies are found`() throws {
        let folder = try TestFolder()
        let rows = (0..<40).map { number in
            #"{"prompt":"p\#(number % 20)","response":"r","safety_score":0.\#(10 + number % 20),"helpfulness_score":0.5}"#
        }
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let first = try run([round], ["unsafe", "quit"], folder: folder)
        #expect(first.status == 0, "\(first.errorText)")
        let again = try run([round], ["judged"], folder: folder)
        #expect(answer("judged", again).hasPrefix("2 judged items"), "\(again.outputText)")
    }

    @Test func `hostile text`() throws {
        for options in [[], ["--ascii"]] {
            let all = Array(repeating: "next", count: options.isEmpty ? 30 : 12)
            let lines =
                ["adversarial", "item"] + all + ["list", "next page", "accepted"] + all + ["discarded"] + all
                + [
                    "invalid", "next", "item", "facets", "cancel", "search \u{1B}[2J", "filter prompt ~ \u{202E}",
                    "plot",
                ]
                + ["\u{7}\u{9B}31mnonsense", "help order"]
            let run = try run(
                [Redsieve.hostile, "--no-review"] + options,
                lines
            )
            #expect(run.status == 64)
            // The replacement character stands in the round itself.
            #expect(Set(controls(in: run.output)).subtracting(["U+FFFD"]) == [])
            #expect(options.isEmpty || run.output.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
            #expect(!run.output.contains(0x1B) && !run.output.contains(0x0D))
            #expect(run.outputText.contains("U+202E"))
            #expect(controls(in: run.errors) == [])
        }
    }

    @Test func `what cannot be done`() throws {
        let run = try run([Redsieve.sample, "--no-review"], ["fliter x", "threshold hlep 0.4", "previous", "counts"])
        #expect(run.status == 64)
        #expect(run.errorText == "redsieve: 3 commands were refused (see above)\n")
        #expect(answer("fliter x", run).hasPrefix("refused: there is no command \"fliter\""))
        #expect(answer("counts", run).contains("C accepted: 811 items, 40.7 %"))
        let failed = try self.run(["/nonexistent.jsonl"], ["counts"])
        #expect(failed.status == 66 && failed.output.isEmpty)
        let stream = try Redsieve.run(["-", "--plain"], input: Array(Rows.three.utf8))
        #expect(stream.status == 64, "\(stream.errorText)")
        #expect(stream.errorText.contains("standard input is the round"))
        let kept = try self.run([Redsieve.sample, "--no-review"], ["threshold 0.9"])
        let flags = "--theta-adv 0.5 --theta-safety 0.9 --theta-help 0.4"
        #expect(kept.errorText == "redsieve: thresholds: \(flags)\n")
    }

    @Test func `endless and empty lines`() throws {
        let folder = try TestFolder()
        let path = try folder.write(Array(repeating: UInt8(ascii: "x"), count: 3_000_000), to: "line")
        let run = try Redsieve.shell(
            "(echo; cat \"$2\"; echo; printf 'counts') | \"$0\" \"$1\" --plain --no-review",
            Redsieve.sample,
            path
        )
        #expect(run.outputText.contains("characters; at most 4,096 are allowed"))
        #expect(run.outputText.contains("in all 1,994 items"))
        #expect(run.outputText.components(separatedBy: "refused:").count == 2)
        #expect(run.output.count < 200_000)
    }

    @Test func `where nobody reads`() throws {
        let run = try Redsieve.shell(
            "(yes plot | head -n 3000 | \"$0\" \"$1\" --plain --no-review; echo status $? >&2) | head -n 2",
            Redsieve.sample
        )
        #expect(run.errorText.hasSuffix("status 74\n"), "\(run.errorText)")
        #expect(run.outputText.split(separator: "\n").count == 2)
        let closed = try Redsieve.shell("\"$0\" \"$1\" --plain --no-review >&-", Redsieve.sample)
        #expect(closed.status == 74)
    }

    /// A terminal on which nothing can be moved, as of a screen reader in an editor.
    @Test func `on a terminal that edits nothing`() throws {
        let terminal = try Redsieve.open(
            [Redsieve.sample, "--plain"],
            environment: ["TERM": "dumb"],
            columns: 60,
            rows: 40
        )
        try terminal.waitFor("a prompt") { $0.lines.contains(">") }
        #expect(terminal.modes == terminal.modesBefore)
        terminal.send("item\n")
        try terminal.waitFor("read from")
        terminal.send("threshold 0.9\n")
        try terminal.waitFor("θ safety 0.80 → 0.90")
        terminal.send("quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(!terminal.raw.contains(0x1B), "nothing is drawn")
        for line in terminal.screen.lines { #expect(line.count <= 60) }
    }

    private func openEditor(_ state: String, _ arguments: [String] = [Redsieve.sample]) throws -> PseudoTerminal {
        let terminal = try Redsieve.open(
            arguments + ["--plain"],
            environment: ["XDG_STATE_HOME": state, "TERM": "xterm-256color"],
            columns: 100,
            rows: 60
        )
        try terminal.waitFor("lists what can be typed")
        try terminal.waitFor("a prompt") { $0.lines.contains(">") }
        return terminal
    }

    @Test func `a line is edited, and what was typed before comes back`() throws {
        let folder = try TestFolder()
        let terminal = try openEditor(folder.path)
        // The cursor goes back over the last letter, and to the beginning.
        terminal.send("ounst\u{1B}[D\u{7F}\u{1B}[Ct\u{7F}ts\u{1}c\u{5}\u{7F}\u{7F}\u{7F}ts")
        try terminal.waitFor("the line as it was mended") {
            $0.lines.contains("> counts") || $0.lines.contains("> countts")
        }
        terminal.send("\u{15}counts\n")
        try terminal.waitFor("in all 1,994 items")
        terminal.send("threshold 0.9\n")
        try terminal.waitFor("θ safety 0.80 → 0.90")
        terminal.send("\u{1B}[A\u{1B}[A")
        try terminal.waitFor("the line before the last") { shown in shown.lines.last { !$0.isEmpty } == "> counts" }
        terminal.send("\n")
        try terminal.waitFor("both answers") { shown in
            shown.lines.count { $0.contains("in all 1,994 items") } == 2
        }
        // The same key does the next time what it did this time.
        terminal.send("quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
        let again = try openEditor(folder.path)
        again.send("\u{1B}[A\u{1B}[A")
        try again.waitFor("a line of the review before") { shown in shown.lines.last { !$0.isEmpty } == "> counts" }
        again.send("\u{15}quit\n")
        #expect(try again.waitForExit() == .exited(0))
    }

    @Test func `the history is its owner's, and holds commands alone`() throws {
        let folder = try TestFolder()
        let terminal = try openEditor(folder.path, [Redsieve.sample, "--no-review"])
        let lines = [
            "counts", "note secret recipe", "search secret", "filter prompt ~ secret", "back", "secret", "list",
        ]
        for line in lines {
            terminal.send(line + "\n")
            try terminal.waitFor("a prompt behind \(line)") { shown in
                shown.lines.last { !$0.isEmpty } == ">" && shown.lines.contains { $0.hasPrefix("> \(line)") }
            }
        }
        terminal.send("\u{4}")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(folder.text("redsieve/history") == "counts\nback\nlist\n")
        var about = stat()
        #expect(stat(folder("redsieve/history"), &about) == 0 && about.st_mode & 0o777 == 0o600)
        // Lines of a pipe are nobody's to call back.
        let other = try TestFolder()
        let piped = try run([Redsieve.sample, "--no-review"], ["counts"], environment: ["XDG_STATE_HOME": other.path])
        #expect(piped.status == 0 && !other.entries.contains("redsieve"))
    }

    @Test func `a history that is hostile, a link or too long changes nothing`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("redsieve")
        let long = (0..<5_000).map { "threshold 0.\($0)" }.joined(separator: "\n")
        try folder.write(long + "\n\u{1B}]0;title\u{7}counts\n\u{202E}list\n", to: "redsieve/history")
        let terminal = try openEditor(folder.path)
        terminal.send("\u{1B}[A\u{1B}[A")
        try terminal.waitFor("no control") { shown in
            shown.lines.last { !$0.isEmpty }?.contains("]0;titlecounts") == true
        }
        terminal.send("\u{15}quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(folder.text("redsieve/history").split(separator: "\n").count <= 501)
        let linked = try TestFolder()
        try linked.makeFolder("redsieve")
        try linked.write("keep\n", to: "other")
        try FileManager.default.createSymbolicLink(
            atPath: linked("redsieve/history"),
            withDestinationPath: linked("other")
        )
        let second = try openEditor(linked.path)
        second.send("counts\n")
        try second.waitFor("in all 1,994 items")
        second.send("quit\n")
        #expect(try second.waitForExit() == .exited(0))
        #expect(linked.text("other") == "keep\n")
    }

    @Test func `Tab completes the names of commands`() throws {
        let folder = try TestFolder()
        let terminal = try openEditor(folder.path)
        terminal.send("whereab\u{15}coun\t")
        try terminal.waitFor("the name") { shown in shown.lines.last { !$0.isEmpty } == "> counts" }
        terminal.send("\n")
        try terminal.waitFor("in all 1,994 items")
        terminal.send("list.m\t\t")
        try terminal.waitFor("both names") { shown in
            shown.lines.contains { $0.contains("list.marked") && $0.contains("list.moved") }
        }
        terminal.send("\u{15}quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `Ctrl-C cancels the line, and twice without one leaves`() throws {
        let folder = try TestFolder()
        let terminal = try openEditor(folder.path)
        terminal.send("quit")
        try terminal.waitFor("> quit")
        terminal.send("\u{3}")
        try terminal.waitFor("a new prompt") { shown in
            shown.lines.contains("> quit^C") && shown.lines.last { !$0.isEmpty } == ">"
        }
        terminal.send("counts\n")
        try terminal.waitFor("in all 1,994 items")
        terminal.send("\u{3}")
        try terminal.waitFor("Ctrl-C once more, Ctrl-D or quit leaves")
        // Ctrl-C throws away what was typed and not read yet.
        terminal.send("c")
        try terminal.waitFor("> c") { shown in shown.lines.last { !$0.isEmpty } == "> c" }
        terminal.send("\u{7F}")
        try terminal.waitFor("an empty line") { shown in shown.lines.last { !$0.isEmpty } == ">" }
        terminal.send("\u{3}")
        try terminal.waitFor("the same once more") { shown in shown.lines.count { $0.contains("once more") } == 2 }
        terminal.send("\u{3}")
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `an escape that goes nowhere holds nothing up`() throws {
        let folder = try TestFolder()
        let terminal = try openEditor(folder.path)
        for bytes in ["\u{1B}", "\u{1B}[", "\u{1B}[200~", "\u{1B}]0;x\u{7}", "\u{1B}Ohh"] {
            terminal.send(bytes)
            // What is left of it goes, and a command is one as before.
            terminal.send("\u{15}")
            terminal.send("\u{15}where\n")
        }
        terminal.send([0xFF, 0xC3, 0x28, 0xE2, 0x82, 0x15])
        terminal.send("\u{15}counts\n")
        try terminal.waitFor("in all 1,994 items")
        terminal.send("quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: ["dumb", "xterm"]) func `leaving by key`(_ term: String) throws {
        for key in ["\u{3}", "\u{4}"] {
            let terminal = try Redsieve.open([Redsieve.sample, "--plain"], environment: ["TERM": term])
            try terminal.waitFor("lists what can be typed")
            terminal.send("counts\n")
            try terminal.waitFor("in all 1,994 items")
            terminal.send(key)
            if key == "\u{3}" {
                try terminal.waitFor("Ctrl-C once more")
                terminal.send(key)
            }
            #expect(try terminal.waitForExit() == .exited(key == "\u{3}" ? 130 : 0))
            #expect(terminal.modes == terminal.modesBefore)
        }
    }

    /// What is typed while the round is read waits for the first prompt, Ctrl-D as well.
    @Test(arguments: ["dumb", "xterm"]) func `a Ctrl-D that comes before its prompt leaves there`(_ term: String) throws
    {
        let folder = try TestFolder()
        mkfifo(folder("round.jsonl"), 0o600)
        let terminal = try Redsieve.open(
            [folder("round.jsonl"), "--plain", "--no-review"],
            environment: ["TERM": term, "XDG_STATE_HOME": folder.path]
        )
        try waitUntil("the round is waited for") { FileManager.default.isWritableFile(atPath: folder("round.jsonl")) }
        let pipe = open(folder("round.jsonl"), O_WRONLY)
        try #require(pipe >= 0)
        terminal.send("counts\n")
        try terminal.waitFor("counts")
        terminal.send("\u{4}")
        let rows = Array(#"{"prompt": "p", "response": "r", "safety": 0.1, "helpfulness": 0.2}"#.utf8) + [10]
        #expect(rows.withUnsafeBytes { write(pipe, $0.baseAddress, $0.count) } == rows.count)
        close(pipe)
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.contains("in all 1 item") && terminal.modes == terminal.modesBefore)
    }

    /// The review came to be after this one had looked for it: the answer is kept in it, and where is told.
    @Test func `the first verdict on a review that another just made`() throws {
        let folder = try TestFolder()
        let review = folder("r.review")
        let terminal = try Redsieve.open([Redsieve.sample, "--review", review, "--plain"], columns: 240)
        try terminal.waitFor("lists what can be typed")
        terminal.send("counts\n")
        try terminal.waitFor("in all 1,994 items")
        let other = try run([Redsieve.sample, "--review", review, "--reviewer", "bob"], ["safe"])
        #expect(other.outputText.contains("· kept"), "\(other.outputText)")
        terminal.send("unsafe\n")
        try terminal.waitFor("the answer, that it is kept, and where") { shown in
            shown.lines.contains {
                $0.contains("unsafe, ") && $0.contains("· kept; another program made \(review) meanwhile")
            }
        }
        terminal.send("quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
        let kept = try RunProgram("sqlite3", [review, "SELECT answer FROM verdicts ORDER BY number"])
        #expect(kept.outputText == "safe\nunsafe\n")
    }

    @Test func `interrupted while it loads`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try Redsieve.open([pipe.path, "--plain"], environment: ["REDSIEVE_PATIENCE": "1"])
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        try terminal.waitFor("loading: ")
        terminal.send("\u{3}")
        #expect(try terminal.waitForExit() == .exited(130))
    }

    @Test func `ended by signal`() throws {
        let terminal = try Redsieve.open([Redsieve.sample, "--plain"])
        try terminal.waitFor("lists what can be typed")
        terminal.child.signal(SIGTERM)
        #expect(try terminal.waitForExit() == .signalled(SIGTERM))
        let other = try Redsieve.open([Redsieve.sample, "--plain"])
        try other.waitFor("lists what can be typed")
        other.hangUp()
        #expect(try other.waitForExit() == .signalled(SIGHUP))
    }

    @Test func `stopping and going on`() throws {
        let terminal = try Redsieve.open([Redsieve.sample, "--plain"])
        try terminal.waitFor("lists what can be typed")
        terminal.send("suspend\n")
        try terminal.waitForStop()
        terminal.child.signal(SIGCONT)
        terminal.send("counts\n")
        try terminal.waitFor("in all 1,994 items")
        terminal.send("quit\n")
        #expect(try terminal.waitForExit() == .exited(0))
    }
}
