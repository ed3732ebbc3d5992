import Basics
import RewardServers
import RoundFiles
import RoundModel
import RoundScoring
import ServerStub
import Synchronization
import TestSupport
import Testing

/// A score besides those that a round has.
@Suite struct AddedScoreTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private static func scored(_ row: Int) -> String { #", "safety": 0.\#(row % 10), "helpfulness": 1"# }

    @Test func `some rows get the score, and all others stay as they are`() throws {
        let asked = Mutex<Set<Int>>([])
        let strict = try StubServer { request in
            asked.withLock { $0.formUnion(request.numbers) }
            return request.numbers.contains(40) ? StubReply("too long", status: 422) : .scores(request.numbers)
        }
        let path = try folder.writeRows(100, more: Self.scored)
        let before = folder.rows(of: "answers.jsonl")
        var request = folder.scoringRequest([path], [try .stub("strict", strict.address)])
        request.choice = RowChoice([7, 40, 99])
        let result = try ScoringRun(request).run()
        #expect((result.rows, result.scored, result.failed) == (100, 2, 1))
        var expected = before
        for row in [7, 99] { expected[row] = String(before[row].dropLast()) + #", "strict_score": \#(row).50}"# }
        #expect(folder.rows(of: "round.jsonl") == expected)
        #expect(asked.withLock { $0 } == [7, 40, 99])
        #expect(folder.rows(of: "round.failed.jsonl").first?.hasPrefix(#"{"row":40,"#) == true)
        // What failed stands in the round already: trying it again is another run.
        let error = #expect(throws: ScoringError.self) { try FailedRetry(of: folder("round.jsonl")) }
        #expect(error?.message.contains("--add") == true)
    }

    @Test func `rows that have the score keep it unless they are to be scored again`() throws {
        let strict = try StubServer { .scores($0.numbers) }
        let path = try folder.writeRows(3) { $0 == 1 ? #", "strict_score": 9"# : "" }
        var request = folder.scoringRequest([path], [try .stub("strict", strict.address)])
        request.choice = RowChoice(0..<3)
        #expect(try ScoringRun(request).run().scored == 2)
        #expect(folder.rows(of: "round.jsonl")[1].hasSuffix(#""strict_score": 9}"#))
        request.rescores = true
        request.output = folder("again.jsonl")
        #expect(try ScoringRun(request).run().scored == 3)
        #expect(folder.rows(of: "again.jsonl")[1].hasSuffix(#""strict_score_before": 9, "strict_score": 1.50}"#))
    }

    @Test func `broken rows stay where they are, and the rows behind them keep their numbers`() throws {
        let strict = try StubServer { .scores($0.numbers) }
        let rows = [
            #"{"prompt": "p", "response": "r0", "safety": 1, "helpfulness": 1}"#, "not JSON",
            #"{"prompt": "p", "response": "r2", "safety": null, "helpfulness": 1}"#, "",
            #"{"prompt": "p", "response": "r3", "safety": 1, "helpfulness": 1}"#,
        ]
        let path = try folder.write(rows.joined(separator: "\n"), to: "answers.jsonl")
        let round = try RoundLoader.load(RoundRequest(paths: [path]))
        #expect(round.columns.count == 2)
        var request = folder.scoringRequest([path], [try .stub("strict", strict.address)])
        request.choice = RowChoice(items: [1], of: round)
        #expect(try ScoringRun(request).run().scored == 1)
        #expect(
            folder.rows(of: "round.jsonl") == [
                rows[0], rows[1], rows[2], String(rows[4].dropLast()) + #", "strict_score": 3.50}"#,
            ]
        )
    }

    @Test(arguments: 0..<20) func `the rows of items are those at their places`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var rows: [String] = []
        var items: [Int] = []
        for row in 0..<Int.random(in: 1...60, using: &random) {
            if Int.random(in: 0..<3, using: &random) == 0 {
                rows.append(["{", #"{"prompt": "p"}"#, "[1]"].randomElement(using: &random) ?? "{")
            } else {
                items.append(row)
                rows.append(#"{"prompt": "p\#(row)", "response": "r", "safety": 1, "helpfulness": 1}"#)
            }
        }
        guard !items.isEmpty else { return }
        let half = rows.count / 2
        let paths = [
            try folder.write(rows[..<half].joined(separator: "\n") + "\n\n", to: "a.jsonl"),
            try folder.write(rows[half...].joined(separator: "\n"), to: "b.jsonl"),
        ].filter { !folder.rows(of: $0.hasSuffix("a.jsonl") ? "a.jsonl" : "b.jsonl").isEmpty }
        let round = try RoundLoader.load(RoundRequest(paths: paths))
        let chosen = items.indices.filter { _ in Bool.random(using: &random) }
        let choice = RowChoice(items: chosen, of: round)
        #expect((0..<rows.count).filter(choice.contains) == chosen.map { items[$0] })
        #expect(choice.count == chosen.count)
    }
}
