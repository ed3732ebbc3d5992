import Basics
import CLibrary
import ReviewApp
import ReviewSession
import RoundExport
import RoundFiles
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

import struct Foundation.Data
import class Foundation.FileManager
import struct Foundation.URL
import struct Foundation.UUID

/// Keys in, screens and files out: everything but the terminal itself.
@Suite struct ReviewAppTests {
    static let round = """
        {"id":"a","prompt":"One?","response":"Yes.","safety_score":0.1,"helpfulness_score":0.9}
        {"id":"b","prompt":"Two?","response":"No.","safety_score":0.79,"helpfulness_score":0.5}
        {"id":"c","prompt":"Three?","response":"Maybe.","safety_score":0.95,"helpfulness_score":0.6}
        {"id":"d","prompt":"Four?","response":"Why?","safety_score":0.9,"helpfulness_score":0.2}
        {"id":"e","prompt":"Five?","response":"So.","safety_score":null,"helpfulness_score":0.2}

        """

    /// A folder of its own with a round in it.
    private func made(_ content: String = round) throws -> (folder: TestFolder, file: String) {
        let folder = try TestFolder()
        return (folder, try folder.write(content, to: "round.jsonl"))
    }

    @Test func `open, move, list, read, leave`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("4 items · 1 invalid"), .waitFor("read prompt, response"), .type("2=0.78"),
                .key(KeyPress(.enter)), .waitFor("accepted +1, discarded −1"), .type("m"), .waitFor("D→C"),
                .waitFor("Two?"), .waitFor("No."), .type("u"), .waitFor("θ safety 0.78 → 0.80"), .type("q"),
            ]
        )
        #expect(run.outcome == ReviewOutcome(status: 0, message: nil))
        #expect(run.state.thresholds.now == Thresholds(adv: 0.5, safety: 0.8, help: 0.4))
    }

    @Test func `an interrupt while a frame is held back ends as one`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            [.waitFor("read prompt, response"), .key(KeyPress(.right)), .endUnseen(.interrupted)]
        )
        #expect(run.outcome.status == 130)
    }

    @Test func `the screen's export is select's`() throws {
        let (folder, file) = try made()
        let own = folder("by-screen")
        let run = try AppRun(
            in: folder,
            [file],
            exportDirectory: own,
            [
                .waitFor("read prompt, response"), .type("2h"), .waitFor("0.79"), .type("e"),
                .waitFor("Enter writes it"), .key(KeyPress(.enter)), .waitFor("wrote \(own.prefix(20))"), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        let loaded = try RoundLoader.load(RoundRequest(paths: [file]), cancellation: Cancellation(), onSnapshot: nil)
        let other = folder("by-command")
        _ = try RoundExporter.export(loaded, ExportRequest(thresholds: run.state.thresholds.now, directory: other))
        for name in ["adversarial.jsonl", "accepted.jsonl", "discarded.jsonl", "invalid.jsonl", "manifest.json"] {
            let bytes = FileManager.default.contents(atPath: "\(own)/\(name)")
            #expect(bytes != nil)
            #expect(bytes == FileManager.default.contents(atPath: "\(other)/\(name)"), "\(name)")
        }
    }

    @Test func `an export to where something stands is refused in the dialog`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            exportDirectory: folder.path,
            [
                .waitFor("read prompt, response"), .type("e"), .waitFor("replaced;"), .key(KeyPress(.enter)),
                .waitFor("replaced;"), .key(KeyPress(.escape)), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test func `what cannot be opened ends with its status and message`() throws {
        let run = try AppRun(["/nowhere/round.jsonl"], [.waitFor("never shown")])
        #expect(run.outcome.status == 66)
        #expect(run.outcome.message?.contains("/nowhere/round.jsonl") == true)
    }

    @Test func `a round without a valid row ends with 65`() throws {
        let (folder, file) = try made("{\"prompt\":\"p\",\"response\":\"r\",\"safety\":null,\"reward\":1}\n")
        let run = try AppRun(in: folder, [file], [.waitFor("never shown")])
        #expect(run.outcome.status == 65)
        #expect(run.outcome.message?.contains("safety score is null") == true)
    }

    @Test(arguments: [(TerminalEvent.EndReason.hangUp, Int32(129)), (.interrupted, 130)])
    func `it ends when the terminal does`(_ reason: TerminalEvent.EndReason, _ status: Int32) throws {
        let (folder, file) = try made()
        let run = try AppRun(in: folder, [file], [.waitFor("4 items"), .end(reason)])
        #expect(run.outcome.status == status)
    }

    @Test func `Ctrl-C leaves with 130, from a dialog once that is closed`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            [.waitFor("4 items"), .type("e="), .key(.control("c")), .key(.control("c"))]
        )
        #expect(run.outcome.status == 130)
    }

    @Test func `keys on the heels of Enter and of a new size mean what they mean on the screen to come`() throws {
        let response = String(repeating: "word by word ", count: 400)
        let row = "{\"prompt\":\"p\",\"response\":\"\(response)\",\"safety\":0.1,\"reward\":1}\n"
        let (folder, file) = try made(row)
        // Before anything of the item was drawn, or its text was there: it stays open.
        let opened = try AppRun(
            in: folder,
            [file],
            size: TerminalSize(columns: 80, rows: 24),
            [
                .waitFor("1 item"), .type("a"), .waitFor("1 of 1"), .key(KeyPress(.enter)), .type(" "),
                .waitFor("Enter close"),
                .end(.interrupted),
            ]
        )
        #expect(opened.state.reading.isOpen)
        // Too small, and large again: the keys come before the first frame of the new size.
        let grown = try AppRun(
            in: folder,
            [file],
            size: TerminalSize(columns: 80, rows: 24),
            [
                .waitFor("1 item"), .type("a"), .waitFor("1 of 1"), .key(KeyPress(.enter)), .waitFor("Enter close"),
                .resize(TerminalSize(columns: 20, rows: 5)),
                .waitFor("too small"), .resize(TerminalSize(columns: 80, rows: 24)), .type(" "),
                .waitFor("Enter close"), .end(.interrupted),
            ]
        )
        #expect(grown.state.reading.isOpen && grown.state.reading.scroll > 0)
    }

    @Test func `what a small screen hides takes no text, and q leaves as it says`() throws {
        let (folder, file) = try made()
        let large = TerminalSize(columns: 80, rows: 24)
        let begun: [ScriptedTerminal.Step] = [
            .waitFor("4 items"), .type("f"), .waitFor("filter"), .type("half"),
            .resize(TerminalSize(columns: 50, rows: 15)), .waitFor("q leaves"), .type("xyz"),
        ]
        let grown = try AppRun(
            in: folder,
            [file],
            size: large,
            begun + [.resize(large), .waitFor("half"), .end(.interrupted)]
        )
        #expect(grown.state.dialog?.line?.text == "half")
        let left = try AppRun(in: folder, [file], size: large, begun + [.type("q")])
        #expect(left.outcome == ReviewOutcome(status: 0, message: nil))
        #expect(left.state.find.filter == nil)
    }

    @Test func `resizing at any moment, down to too small and back`() throws {
        let (folder, file) = try made()
        var steps: [ScriptedTerminal.Step] = [.waitFor("4 items")]
        for (columns, rows) in [(80, 24), (59, 16), (1, 1), (0, 0), (500, 200), (60, 16), (120, 36)] {
            steps.append(.resize(TerminalSize(columns: columns, rows: rows)))
            steps.append(.look { #expect($0.size == TerminalSize(columns: columns, rows: rows)) })
            // Keys on a screen that shows nothing must change nothing.
            if columns < 60 { steps.append(.type("l")) }
        }
        steps.append(.waitFor("at the baseline"))
        let run = try AppRun(in: folder, [file], steps + [.type("q")])
        #expect(run.outcome.status == 0)
        #expect(!run.state.canUndo)
    }

    @Test func `pasted text goes where text is typed and nowhere else`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("4 items"), .paste("qqq"), .waitFor("pasted text does nothing here"), .type("="),
                .paste("0.\u{1B}[2J7"), .waitFor("[2J7"), .key(.control("u")), .paste("0.7"), .key(KeyPress(.enter)),
                .waitFor("θ safety 0.80 → 0.70"), .type("q"),
            ]
        )
        #expect(run.state.thresholds.now.safety == 0.7)
    }

    @Test func `a key without a meaning is said`() throws {
        let (folder, file) = try made()
        let run = try AppRun(
            in: folder,
            [file],
            [.waitFor("4 items"), .type("%"), .waitFor("% does nothing here"), .type("q")]
        )
        #expect(run.outcome.status == 0)
    }

    @Test func `a file that is gone or shorter is a message`() throws {
        var lines = ""
        for item in 0..<400 {
            lines +=
                "{\"id\":\"i\(item)\",\"prompt\":\"Prompt \(item)\",\"response\":\"R\","
                + "\"safety_score\":0.1,\"helpfulness_score\":0.5}\n"
        }
        let (folder, file) = try made(lines)
        let run = try AppRun(
            in: folder,
            [file],
            [
                .waitFor("400 items"), .type("a"), .waitFor("Prompt 0"),
                .look { _ in #expect(truncate(file, 0) == 0) },
                .type("G"), .waitFor("cannot be read"), .type("q"),
            ]
        )
        #expect(run.outcome.status == 0)
        let item = try #require(run.state.list.selectedItem)
        guard case .failed(let message)? = run.state.texts[item] else {
            Issue.record("the text of a row that is not there was read")
            return
        }
        #expect(message.contains("round.jsonl"))
    }
}
