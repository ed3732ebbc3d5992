import Foundation
import ReviewApp
import ReviewSession
import TestSupport
import Testing

/// A review in lines comes to rest behind every line, with workers, files and clocks as they are.
@Suite struct RestAppTests {
    private static let asks = [
        "filter safety < 0.5", "filter bucket = accepted", "filter prompt ~ p1", "search p7", "search nothing", "back",
        "list.order distance", "list.reverse", "list.moved", "list.judged", "list.marked", "list.invalid",
        "list.accepted",
        "threshold safety 0.6", "step-up", "baseline", "verdict.unsafe", "undo", "redo", "mark.toggle", "facets",
        "confirm",
        "queue.open", "confirm", "back", "many", "confirm", "audit.open", "audit.curves", "3",
        "confirm", "certificate.open", "cancel",
        "plot.colours verdict",
        "plot.colours field", "plot.axes", "zoom-in", "search.next", "search.only", "reload",
    ]

    private func run(_ lines: [String]) throws {
        let (folder, path) = try PlainAppTests.rounds()
        let script = try ScriptedLines(lines + [":cancel", "back", "back", "counts", "quit"])
        let outcome = PlainAppTests.run(script, path)
        #expect(!script.isOverdue, "behind \(script.last): \(script.output.suffix(500))")
        #expect([0, 64].contains(outcome.status), "\(outcome)")
        #expect(script.output.contains("in all"))
        _ = folder
    }

    @Test func `every command twice in a row`() throws {
        let away: [Command] = [.quit, .interrupt, .suspend, .copy, .page, .edit]
        let commands = Command.allCases.filter { !away.contains($0) }.map(\.rawValue)
        try run(commands.flatMap { [$0, $0, ":cancel", ":cancel", "back"] })
    }

    @Test(arguments: ["", "filter safety > 0.3", "search p1", "mark.toggle", "verdict.unsafe"])
    func `what asks for work, twice and behind another`(_ before: String) throws {
        try run([before] + Self.asks.flatMap { [$0, $0] })
        var generator = SeededGenerator(seed: UInt64(before.utf8.count))
        try run([before] + Self.asks.shuffled(using: &generator) + Self.asks.shuffled(using: &generator))
    }
}
