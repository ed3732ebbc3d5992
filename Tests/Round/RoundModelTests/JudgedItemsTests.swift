import RoundModel
import TestSupport
import Testing

/// The layer of verdicts against looking at every item.
struct JudgedItemsTests {
    @Test(arguments: 0..<40) func `counts are those of a plain scan`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...300, using: &random)
        // Coarse scores, so that ties come.
        let scores = (0..<count).map { _ in
            Scores(
                safety: Double(Int.random(in: 0...20, using: &random)) / 20,
                helpfulness: Double(Int.random(in: 0...20, using: &random)) / 20
            )
        }
        let columns = ScoreColumns(safety: scores.map(\.safety), helpfulness: scores.map(\.helpfulness))
        let all: [Ruling] = [.bucket(.adversarial), .bucket(.accepted), .bucket(.discarded), .safe, .disputed]
        var rulings: [UInt32: Ruling] = [:]
        for item in 0..<count where Bool.random(using: &random) {
            rulings[UInt32(item)] = all.randomElement(using: &random)
        }
        // One that the round does not have.
        rulings[UInt32(count + 5)] = .safe
        let judged = JudgedItems(rulings, in: columns)
        let members = ItemSet((0..<UInt32(count)).filter { _ in Bool.random(using: &random) }, universe: count)
        for population in [Population(columns), Population(columns, members: members)] {
            let now = Thresholds(adv: 0.4, safety: Double(Int.random(in: 0...20, using: &random)) / 20, help: 0.5)
            let then = Thresholds(adv: 0.55, safety: 0.8, help: 0.25)
            var tally = population.tally(now, baseline: then)
            let lines = tally.lines
            judged.correct(&tally, in: population)
            var flows = FlowTable()
            for (item, score) in scores.enumerated() where population.contains(item) {
                func bucket(_ thresholds: Thresholds) -> Bucket {
                    rulings[UInt32(item)]?.bucket(score, thresholds)
                        ?? thresholds.bucket(safety: score.safety, helpfulness: score.helpfulness)
                }
                flows[from: bucket(then), to: bucket(now)] += 1
            }
            #expect(tally.flows == flows)
            #expect(tally.lines == lines)
        }
        for item in 0..<count { #expect(judged.ruling(of: item) == rulings[UInt32(item)]) }
    }

    @Test(arguments: 0..<40) func `changes are as if made anew`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let columns = ScoreColumns(safety: (0..<900).map(Double.init), helpfulness: (0..<900).map(Double.init))
        var rulings: [UInt32: Ruling] = [:]
        var judged = JudgedItems([:], in: columns)
        for turn in 0..<20 {
            var changes: [UInt32: Ruling?] = [:]
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let ruling = [Ruling.safe, .disputed, .bucket(.accepted), nil].randomElement(using: &random) ?? nil
                changes.updateValue(ruling, forKey: UInt32.random(in: 0..<910, using: &random))
            }
            for (item, ruling) in changes { rulings[item] = ruling }
            judged = judged.setting(changes, in: columns)
            let anew = JudgedItems(rulings, in: columns)
            #expect(judged.count == anew.count)
            for item in 0..<900 { #expect(judged.ruling(of: item) == anew.ruling(of: item)) }
            // Between two looks at the whole list there may be any number of changes.
            guard turn % Int(seed % 7 + 1) == 0 else { continue }
            #expect(judged.list.items == anew.list.items)
            #expect(judged.list.rulings == anew.list.rulings)
        }
    }
}
