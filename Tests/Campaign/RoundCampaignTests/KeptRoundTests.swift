import AuditStatistics
import CampaignFile
import RoundModel
import TestSupport
import Testing

@testable import RoundCampaign

/// That what stays of a round counts as the round itself did.
struct KeptRoundTests {
    private func columns(_ count: Int, steps: Int, seed: UInt64) -> ScoreColumns {
        var random = SeededGenerator(seed: seed)
        func score() -> Double { Double(Int.random(in: 0..<steps, using: &random)) / Double(steps) }
        return ScoreColumns(safety: (0..<count).map { _ in score() }, helpfulness: (0..<count).map { _ in score() })
    }

    private func kept(_ columns: ScoreColumns, limit: Int = ScoreTable.limit) throws -> KeptScores {
        let population = Population(columns)
        func table(_ name: ScoreName) throws -> ScoreTable {
            try ScoreTable(count: columns.count, limit: limit) { take in
                population.forEach(ascending: name) { take($1) }
            }
        }
        let help = try table(.helpfulness)
        var places = [Int](repeating: 0, count: columns.count)
        var (rank, place) = (0, 0)
        population.forEach(ascending: .helpfulness) { item, _ in
            while help.sample.upTo(place: place) <= rank { place += 1 }
            places[Int(item)] = place
            rank += 1
        }
        var order: [Int] = []
        population.forEach(ascending: .safety) { item, _ in order.append(Int(item)) }
        return KeptScores(safety: try table(.safety), helpfulness: help, places: order.map { places[$0] })
    }

    @Test func `any thresholds are counted as in the round itself`() throws {
        for (steps, seed) in [(10, 1), (100, 2), (100_000, 3)] as [(Int, UInt64)] {
            let columns = columns(3000, steps: steps, seed: seed)
            let kept = try kept(columns)
            var random = SeededGenerator(seed: seed + 9)
            for _ in 0..<60 {
                func line() -> Double { Double(Int.random(in: -1...steps + 1, using: &random)) / Double(steps) }
                let theta = Thresholds(adv: line(), safety: line(), help: line())
                let found = kept.counts(at: theta)
                #expect(found.buckets == columns.tally(theta, baseline: theta).counts && found.uncertain == 0)
            }
        }
    }

    @Test func `a table that is cut short says how far it may be wrong`() throws {
        let columns = columns(5000, steps: 1_000_000, seed: 4)
        let kept = try kept(columns, limit: 300)
        #expect(kept.safety.sample.values.count <= 300)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            let theta = Thresholds(
                adv: .random(in: 0...1, using: &random),
                safety: .random(in: 0...1, using: &random),
                help: .random(in: 0...1, using: &random)
            )
            let (found, exact) = (kept.counts(at: theta), columns.tally(theta, baseline: theta).counts)
            for bucket in Bucket.allCases {
                #expect(abs(found.buckets[bucket] - exact[bucket]) <= found.uncertain, "\(theta)")
            }
            #expect(found.uncertain < 100)
        }
    }

    @Test func `sets follow the thresholds as the distinct texts do`() throws {
        let folder = try TestFolder()
        let rows = [
            SampleCampaign.row("a", "1", safety: 0.1), SampleCampaign.row("a", "2", safety: 0.3),
            SampleCampaign.row("b", "1", safety: 0.9, help: 0.9), SampleCampaign.row("b", "1", safety: 0.85, help: 0.9),
            SampleCampaign.row("b", "2", safety: 0.9, help: 0.9), SampleCampaign.row("c", "1", safety: 0.4),
        ]
        let read = try SampleCampaign.read(try SampleCampaign.made([rows], in: folder))
        let round = try #require(read.kept[0])
        func sets(_ adv: Double, _ safety: Double) -> [Int] {
            let theta = Thresholds(adv: adv, safety: safety, help: 0.4)
            return [round.adversarialPrompts(at: theta), round.acceptedPairs(at: theta)]
        }
        #expect(round.pairs == 5 && round.prompts.count == 3)
        #expect(
            sets(0.2, 0.8) == [1, 2] && sets(0.41, 0.87) == [2, 2] && sets(0.86, 0.87) == [3, 2]
                && sets(1, 0) == [3, 0]
        )
    }

    @Test func `carried thresholds are told by value and by quantile`() throws {
        let folder = try TestFolder()
        let one = (0..<100).map { SampleCampaign.row("p\($0)", safety: Double($0) / 100, help: 0.5) }
        let two = (0..<100).map { SampleCampaign.row("q\($0)", safety: 0.5 + Double($0) / 200, help: 0.5) }
        let read = try SampleCampaign.read(try SampleCampaign.made([one, two], in: folder))
        let (first, second) = (try #require(read.kept[0]), try #require(read.kept[1]))
        let theta = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)
        let carried = CarriedThresholds(theta, of: first, in: second, alpha: 0.05)
        #expect(carried.values.thresholds == theta && carried.values.counts.buckets.adversarial == 0)
        #expect(abs(carried.quantiles.counts.buckets.adversarial - 30) <= 1 && carried.certified == nil)
        #expect(carried.values.labels[0] == nil && carried.quantiles.labels[0] ?? 0 > 10)
    }
}
