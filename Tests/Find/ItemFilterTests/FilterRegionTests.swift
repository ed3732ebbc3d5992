import ItemFilter
import RoundModel
import TestSupport
import Testing

@Suite struct FilterRegionTests {
    @Test func `a rectangle reads back from its text, and holds what lies in it`() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let power = Double("1e\(Int.random(in: -20...20, using: &generator))") ?? 1
            func range() -> ClosedRange<Double> {
                let ends = (0..<2).map { _ in Double.random(in: -9...9, using: &generator) * power }
                return ends[0] < ends[1] ? ends[0]...ends[1] : ends[1]...ends[0]
            }
            let (safety, help) = (range(), range())
            let region = FilterExpression.region(safety: safety, helpfulness: help)
            #expect(try FilterParser.parse(region.text, .unknown) == region)
            for _ in 0..<10 {
                let scores = Scores(
                    safety: Double.random(in: -10...10, using: &generator) * power,
                    helpfulness: Double.random(in: -10...10, using: &generator) * power
                )
                let holds = region.holds { test in
                    guard case .score(let name, let comparison, let value) = test else { return false }
                    return comparison.holds(scores[name], value)
                }
                #expect(holds == (safety.contains(scores.safety) && help.contains(scores.helpfulness)))
            }
        }
    }

    @Test func `bounds are drawn together, and everything else is kept`() throws {
        func narrowed(_ text: String) throws -> String {
            let other = try FilterParser.parse(text, .unknown)
            return FilterExpression.region(safety: 0.2...0.6, helpfulness: 0.1...0.9, and: other).text
        }
        let plain = "safety >= 0.2 and safety <= 0.6 and help >= 0.1 and help <= 0.9"
        #expect(try narrowed("safety >= 0.1 and help <= 2") == plain)
        #expect(
            try narrowed("safety >= 0.3 and help <= 0.5")
                == "safety >= 0.3 and safety <= 0.6 and help >= 0.1 and help <= 0.5"
        )
        #expect(try narrowed("moved") == plain + " and moved")
        #expect(try narrowed("safety < 0.5 or moved") == plain + " and (safety < 0.5 or moved)")
        #expect(try narrowed("not safety >= 0.5") == plain + " and not safety >= 0.5")
    }
}
