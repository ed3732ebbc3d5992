import CLibrary
import PlainReview
import ReviewApp
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// The loop of a review in lines, on a channel that a test holds.
@Suite struct PlainAppTests {
    static func rounds() throws -> (TestFolder, String) {
        let folder = try TestFolder()
        let rows = (0..<60).map {
            #"{"prompt":"p\#($0)","response":"r\#($0)","safety":\#(Double($0) / 60),"helpfulness":0.5}"#
        }
        return (folder, try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl"))
    }

    static func run(_ lines: ScriptedLines, _ path: String) -> ReviewOutcome {
        let app = PlainApp(
            lines: lines,
            workshop: Workshop(request: RoundRequest(paths: [path])),
            teller: PlainTeller(),
            state: ReviewState(name: "round.jsonl"),
            patience: 1000,
            wake: { [pipe = lines.pipe] in pipe.wake() }
        )
        return app.run()
    }

    @Test func `lines are taken one after the other, each when the one before is done`() throws {
        let (folder, path) = try Self.rounds()
        let lines = try ScriptedLines([
            "threshold safety 0.5", "search p7", "export \(folder("out"))", "confirm", "quit",
        ])
        let outcome = Self.run(lines, path)
        #expect(outcome == ReviewOutcome(status: 0, message: nil))
        #expect(lines.output.contains("θ safety 0.80 → 0.50: accepted +18"))
        #expect(lines.output.contains("1 item with \"p7\""))
        #expect(lines.output.contains("wrote "))
        #expect(folder.entries.contains("out"))
    }

    @Test func `the status tells whether all could be done, where nobody types`() throws {
        let (folder, path) = try Self.rounds()
        for (line, status) in [("nonsense", 64), ("previous", 64), ("threshold x", 64), ("counts", 0)] {
            for isInteractive in [false, true] {
                let lines = try ScriptedLines([line, "item"], isInteractive: isInteractive)
                let outcome = Self.run(lines, path)
                #expect(outcome.status == (isInteractive ? 0 : Int32(status)), "\(line)")
                #expect(lines.output.contains("prompt:\n  p"), "\(lines.output)")
            }
        }
        _ = folder
    }

    /// Names and values of fields are asked for at the same moment, and both come.
    @Test func `fields are known once their values were counted`() throws {
        let (folder, path) = try Self.rounds()
        for _ in 0..<10 {
            let lines = try ScriptedLines(["facets", "cancel", "filter hlep < 1"])
            #expect(Self.run(lines, path).status == 64)
            #expect(lines.output.contains("no field is called \"hlep\""), "\(lines.output)")
        }
        _ = folder
    }

    @Test func `Ctrl-C leaves at the prompt, and where nobody types`() throws {
        let (folder, path) = try Self.rounds()
        for isInteractive in [false, true] {
            let lines = try ScriptedLines(["\u{3}", "counts"], isInteractive: isInteractive)
            #expect(Self.run(lines, path).status == 130)
            #expect(!lines.output.contains("in all"))
        }
        _ = folder
    }

    @Test func `where nobody reads any more it ends`() throws {
        let (folder, path) = try Self.rounds()
        let lines = try ScriptedLines(["counts", "plot", "item"])
        lines.reads = 1
        #expect(Self.run(lines, path).status == 74)
        _ = folder
    }

    @Test func `commands are remembered for later, and what may quote an item for this review alone`() throws {
        let folder = try TestFolder()
        let row = #"{"prompt":"p","response":"r","safety":0.1,"helpfulness":0.5}"#
        let path = try folder.write(row + "\n", to: "r.jsonl")
        let kept = ["threshold 0.7", "counts", "list", "unsafe", "item 1", "help", "order"]
        let own = [
            "note bring the recipe", "search recipe", "filter prompt ~ recipe", "/recipe", "bring the recipe",
            "help recipe",
            "note", "a note on the recipe",
        ]
        let lines = try ScriptedLines(kept + own, isInteractive: true)
        #expect(Self.run(lines, path).status == 0)
        #expect(lines.remembered.filter(\.isKept).map(\.line) == kept + ["note"])
        #expect(lines.remembered.map(\.line) == kept + own)
        let piped = try ScriptedLines(kept)
        #expect(Self.run(piped, path).status == 0)
        #expect(piped.remembered.isEmpty)
    }

    @Test func `Ctrl-C stops an export where somebody types`() throws {
        let folder = try TestFolder()
        let row = #"{"prompt":"\#(String(repeating: "p", count: 900))","response":"r","safety":0.1,"helpfulness":0.5}"#
        let path = try folder.write(Array(repeating: row, count: 40_000).joined(separator: "\n"), to: "big.jsonl")
        let lines = try ScriptedLines(["export \(folder("out"))", "confirm", "counts"], isInteractive: true)
        lines.interruptsAfter = "confirm"
        let outcome = Self.run(lines, path)
        // It may be done before the key is seen; never half.
        #expect(outcome.status == 0)
        #expect(lines.output.contains("nothing was exported") != folder.entries.contains("out"), "\(lines.output)")
        #expect(lines.output.contains("in all 40,000 items"))
        #expect(folder.entries.filter { $0 != "out" } == ["big.jsonl"])
    }
}

/// Lines from a test, and what they were answered with.
final class ScriptedLines: LineChannel {
    let isInteractive: Bool
    var columns: Int? { nil }
    private(set) var output = ""
    /// Writes that somebody reads; nil for all.
    var reads: Int?
    /// The line behind which Ctrl-C is pressed while its work runs.
    var interruptsAfter: String?
    private var lines: [String]
    /// The line that was taken last.
    private(set) var last = ""
    /// True where the review did not come to rest in time.
    private(set) var isOverdue = false
    private var patience = Deadline(milliseconds: 6 * Deadline.patience)
    let pipe: WakePipe

    init(_ lines: [String], isInteractive: Bool = false) throws {
        self.lines = lines
        self.isInteractive = isInteractive
        pipe = try WakePipe()
    }

    func write(_ text: String) -> Bool {
        if let left = reads {
            if left == 0 { return false }
            reads = left - 1
        }
        output += text
        return true
    }

    func prompt() -> Bool { write("> ") }

    /// The lines that were to be remembered, with whether beyond the review.
    private(set) var remembered: [(line: String, isKept: Bool)] = []

    func remember(_ line: String, isKept: Bool) { remembered.append((line, isKept)) }

    func suspend() -> Bool { false }

    func nextEvent(takesLine: Bool, timeoutMilliseconds: Int?) -> LineEvent? {
        if !takesLine, interruptsAfter == last {
            interruptsAfter = nil
            return .interrupted
        }
        guard !takesLine else {
            guard !lines.isEmpty else { return .end }
            last = lines.removeFirst()
            patience = Deadline(milliseconds: 6 * Deadline.patience)
            return last == "\u{3}" ? .interrupted : .line(Array(last.utf8))
        }
        if patience.isOver {
            isOverdue = true
            return .ended(0)
        }
        var polled = pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, Int32(clamping: timeoutMilliseconds ?? -1)) > 0 else { return nil }
        pipe.drain()
        return .woken
    }
}
