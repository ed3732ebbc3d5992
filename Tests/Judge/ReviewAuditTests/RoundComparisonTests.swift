import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing

@Suite struct RoundComparisonTests {
    private let thresholds = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)

    private func columns(_ count: Int, shift: Double, seed: UInt64) -> ScoreColumns {
        var random = SeededGenerator(seed: seed)
        // Few values, so that many are equal.
        func scores() -> [Double] { (0..<count).map { _ in Double.random(in: 0...1, using: &random) * 50 } }
        return ScoreColumns(
            safety: scores().map { ($0.rounded() / 50) + shift },
            helpfulness: scores().map { $0.rounded() / 50 }
        )
    }

    private func values(_ score: ScoreName, _ columns: ScoreColumns) -> [Double] {
        (0..<columns.count).map {
            let scores = columns.scores(ofKnown: $0)
            return score == .safety ? scores.safety : scores.helpfulness
        }
    }

    private func comparison(_ before: ScoreColumns, _ after: ScoreColumns) throws -> RoundComparison {
        try RoundComparison(
            from: RoundComparison.Side(before, nil),
            to: RoundComparison.Side(after, nil),
            at: thresholds,
            alpha: 0.05
        )
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `drift is what a plain count over all values gives`(_ seed: UInt64) throws {
        let before = columns(300, shift: 0, seed: seed)
        let after = columns(200, shift: 0.1, seed: seed + 10)
        for drift in try comparison(before, after).scores {
            let (old, new) = (values(drift.score, before), values(drift.score, after))
            let places = Set(old + new).sorted()
            func share(_ all: [Double], upTo place: Double) -> Double {
                Double(all.count { $0 <= place }) / Double(all.count)
            }
            let differences = places.map { abs(share(old, upTo: $0) - share(new, upTo: $0)) }
            let largest = try #require(differences.max())
            #expect(abs(drift.distance - largest) < 1e-12)
            #expect(abs(share(old, upTo: drift.location) - share(new, upTo: drift.location)) > largest - 1e-12)
            let shift = zip(differences, zip(places, places.dropFirst())).reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
            #expect(abs(drift.shift - shift) < 1e-12)
            let mean = old.reduce(0, +) / Double(old.count)
            let variance = old.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(old.count)
            #expect(abs(try #require(drift.shiftOverSpread) - shift / variance.squareRoot()) < 1e-12)
        }
    }

    @Test func `a round beside itself has not moved`() throws {
        let round = columns(500, shift: 0, seed: 4)
        let comparison = try comparison(round, round)
        for drift in comparison.scores {
            #expect(drift.distance == 0 && drift.shift == 0 && drift.shiftOverSpread == 0 && drift.stability == 0)
        }
        for share in comparison.buckets {
            #expect(share.before == share.after)
            let estimate = try #require(share.difference.estimate)
            #expect(estimate.value == 0 && estimate.interval.contains(0))
        }
        #expect(comparison.agreement == nil)
    }

    @Test func `scores that are all the same have no spread, and one item is enough`() throws {
        let flat = ScoreColumns(safety: [0.5, 0.5], helpfulness: [-3, 7])
        let one = ScoreColumns(safety: [0.7], helpfulness: [7])
        let drifts = try comparison(flat, one).scores
        #expect(drifts[0].shiftOverSpread == nil && abs(drifts[0].shift - 0.2) < 1e-12)
        #expect(drifts[1].shiftOverSpread == 1)
    }

    @Test func `scores near the largest number have a drift that is a number`() throws {
        let wide = ScoreColumns(safety: [-1e308, 1e308], helpfulness: [0, 1])
        for drift in try comparison(wide, wide).scores { #expect(drift.distance == 0 && drift.shift == 0) }
    }

    @Test func `a round without items is told`() throws {
        let none = ScoreColumns(safety: [], helpfulness: [])
        let some = columns(10, shift: 0, seed: 5)
        #expect(throws: AuditError.self) { try comparison(none, some) }
        #expect(throws: AuditError.self) { try comparison(some, none) }
    }

    @Test func `the rates of both rounds are told with their difference`() throws {
        func audited(_ errors: Double, _ seed: UInt64) throws -> RoundComparison.Side {
            var round = AuditedRound(items: 600, errors: errors, seed: seed)
            for bucket in Bucket.allCases { for item in round.queue(bucket).items.prefix(60) { round.label(item) } }
            return RoundComparison.Side(round.columns, try round.report())
        }
        let (before, after) = (try audited(0.1, 6), try audited(0.3, 7))
        let comparison = try RoundComparison(from: before, to: after, at: thresholds, alpha: 0.05)
        let change = try #require(comparison.agreement).accuracy
        let difference = try #require(change.difference.estimate)
        let (old, new) = (try #require(change.before.estimate), try #require(change.after.estimate))
        #expect(abs(difference.value - (new.value - old.value)) < 1e-12)
        #expect(difference.value < -0.05 && difference.interval.upper < 0)
        let text = comparison.lines(against: "round-2.jsonl").map(\.plain).joined(separator: "\n")
        #expect(text.contains("against round-2.jsonl (600 items there, 600 here)"))
        #expect(text.contains("Zou-Donner") && text.contains("Newcombe"))
    }
}
