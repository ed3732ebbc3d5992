import AuditStatistics
import Testing

struct PairedOutcomesTests {
    @Test func `flips both ways have the probability and the interval that other programs give`() throws {
        let vector = try Vector("paired_outcomes")
        let alpha = try vector.inputs.double("alpha")
        let intervals = try vector.expected.value("newcombe", as: [[Double]].self)
        for (number, counts) in try vector.inputs.rows("cases").enumerated() {
            let pairs = try PairedOutcomes(
                both: counts[0],
                onlyBefore: counts[1],
                onlyAfter: counts[2],
                neither: counts[3]
            )
            #expect(isNear(pairs.mcNemar, try vector.expected.doubles("p")[number]), "\(counts)")
            let interval = try #require(try pairs.newcombe(alpha: alpha))
            #expect(isNear([interval.lower, interval.upper], intervals[number]), "\(counts)")
        }
    }

    @Test func `fifteen prompts that turned safe and four that turned unsafe are told apart from chance`() throws {
        let pairs = try PairedOutcomes(both: 60, onlyBefore: 15, onlyAfter: 4, neither: 21)
        #expect(isNear(pairs.mcNemar, 0.0192108, 1e-7) && pairs.value == -0.11 && pairs.changed == 19)
        let change = try #require(try pairs.estimate(alpha: 0.05, of: .round).estimate)
        #expect(change.labels == 100 && change.method == .newcombePaired && change.interval.upper < 0)
    }

    @Test func `no pairs have no difference, and counts below 0 are refused`() throws {
        let nothing = try PairedOutcomes(both: 0, onlyBefore: 0, onlyAfter: 0, neither: 0)
        #expect(nothing.value == nil && nothing.mcNemar == 1)
        #expect(try nothing.estimate(alpha: 0.05, of: .round) == .noItems)
        #expect(throws: AuditError.self) { try PairedOutcomes(both: -1, onlyBefore: 0, onlyAfter: 0, neither: 0) }
        #expect(throws: AuditError.self) { try nothing.newcombe(alpha: 1) }
    }
}
