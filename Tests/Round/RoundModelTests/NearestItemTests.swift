import RoundModel
import TestSupport
import Testing

@Suite struct NearestItemTests {
    @Test(arguments: [50, 250_000])
    func `it is the one that a plain search finds`(items: Int) {
        var generator = SeededGenerator(seed: 8)
        let columns = ScoreColumns(
            safety: (0..<items).map { _ in Double.random(in: 0...1, using: &generator) },
            helpfulness: (0..<items).map { _ in Double.random(in: -5...5, using: &generator) }
        )
        let members = ItemSet((0..<UInt32(items)).filter { $0 % 3 == 1 }, universe: items)
        let unit = Scores(safety: 0.01, helpfulness: 0.2)
        for population in [Population(columns), Population(columns, members: members)] {
            for _ in 0..<5 {
                let point = Scores(
                    safety: Double.random(in: 0...1, using: &generator),
                    helpfulness: Double.random(in: -5...5, using: &generator)
                )
                func distance(_ item: Int) -> Double {
                    let scores = columns.scores(ofKnown: item)
                    let across = (scores.safety - point.safety) / unit.safety
                    let up = (scores.helpfulness - point.helpfulness) / unit.helpfulness
                    return across * across + up * up
                }
                let nearest = (0..<items).filter { population.contains($0) }.min { distance($0) < distance($1) }
                let plain = nearest.flatMap { distance($0) <= 9 ? UInt32($0) : nil }
                #expect(population.nearest(to: point, unit: unit, within: 3) == plain)
            }
        }
    }

    @Test func `of equals it is the first, and far away is not near`() {
        let columns = ScoreColumns(safety: [0, 1, 1], helpfulness: [0, 1, 1])
        let unit = Scores(safety: 0.1, helpfulness: 0.1)
        #expect(Population(columns).nearest(to: Scores(safety: 1.1, helpfulness: 1), unit: unit, within: 3) == 1)
        #expect(Population(columns).nearest(to: Scores(safety: 0.5, helpfulness: 0.5), unit: unit, within: 3) == nil)
    }
}
