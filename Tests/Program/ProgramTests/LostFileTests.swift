import Foundation
import TestSupport
import Testing

/// A file that shrinks, vanishes or is replaced while it is open: a message, never a crash.
struct LostFileTests {
    enum Loss: String, CaseIterable, Sendable {
        case shrunk, emptied, deleted, replaced, written

        func happen(to path: String) throws {
            switch self {
            case .shrunk: truncate(path, 2000)
            case .emptied: truncate(path, 0)
            case .deleted: unlink(path)
            case .replaced:
                try Data(Rows.three.utf8).write(to: URL(fileURLWithPath: path + ".new"))
                rename(path + ".new", path)
            case .written:
                let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try file.seek(toOffset: 5)
                try file.write(contentsOf: Data(repeating: 0x1B, count: 3000))
                try file.close()
            }
        }
    }

    @Test(arguments: Loss.allCases, ["round.jsonl", "round.jsonl.gz"]) func `reviewing`(_ loss: Loss, name: String)
        throws
    {
        let folder = try TestFolder()
        let path = try folder.write(
            TestFolder.read(Redsieve.packageRoot + "/sample-data/round-2" + name.dropFirst(5)),
            to: name
        )
        // Wide enough for a message with the whole path.
        let terminal = try Redsieve.openLoaded([path], columns: 200, rows: 60)
        let counts = try Summary(of: Redsieve.sample).buckets
        try terminal.waitForCounts(counts)
        try loss.happen(to: path)
        // Texts that were not read before, everywhere in the round.
        terminal.send("dGaG\rGg\rcGkkkig")
        terminal.send("d")
        try terminal.waitFor("the list") { $0.contains("[D") }
        // The scores are in memory, so thresholds can be moved on.
        terminal.send("2=0.8\r2=0.7\r")
        try terminal.waitFor("other counts") { ShownCounts($0.text).map { $0.buckets != counts } ?? false }
        // An export needs the rows themselves.
        terminal.send("e")
        try terminal.waitFor("Esc close")
        terminal.press(.clearLine)
        terminal.send(folder("out"))
        let says = ["has vanished", "is shorter", "was replaced", "was written to", "wrote"]
        // What keeps the sets from being counted stands in the dialog, which offers nothing then.
        func isRefused(_ screen: VTermScreen) -> Bool {
            screen.contains("prompt-completion") && !screen.contains("Enter writes it")
                && says.contains { screen.contains($0) }
        }
        try terminal.waitFor("an offer or a reason") { $0.contains("Enter writes it") || isRefused($0) }
        terminal.press(.enter)
        try terminal.waitFor("a message") { screen in
            // The message of a text that could not be read may stand there while the dialog is still open.
            isRefused(screen)
                || !screen.contains("prompt-completion")
                    && says.contains { screen.line(screen.rows - 1).contains($0) }
        }
        if terminal.screen.contains("prompt-completion") {
            terminal.press(.escape)
            try terminal.waitFor("the round") { !$0.contains("prompt-completion") }
        }
        let message = terminal.screen.line(terminal.screen.rows - 1)
        if message.contains("wrote") {
            // Where all rows could still be read, the export is the one of the round that was loaded.
            let run = try Redsieve.run(
                "select",
                Redsieve.packageRoot + "/sample-data/round-2" + name.dropFirst(5),
                "--out",
                folder("select"),
                "--theta-safety",
                "0.7"
            )
            #expect(run.status == 0)
            #expect(folder.bytes("out/accepted.jsonl") == folder.bytes("select/accepted.jsonl"), "\(message)")
        } else {
            #expect(folder.entries.contains("out") == false)
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }
}
