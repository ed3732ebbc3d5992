import AuditStatistics
import Testing

@Suite struct MassartBandTests {
    // √(ln(2 / α) / (2 n)), by Python.
    @Test(arguments: [
        (200, 0.05, 0.09603227913199208), (1, 0.05, 1), (50, 0.1, 0.17308183826022852),
        (1_000_000, 0.01, 0.0016276236307187293),
    ])
    func `the reach is Massart's`(_ labels: Int, _ alpha: Double, _ expected: Double) throws {
        #expect(abs(try MassartBand.reach(labels: labels, alpha: alpha) - expected) < 1e-15)
    }

    @Test func `it is the same as in vectors`() throws {
        let vector = try Vector("massart_band")
        let alphas = try vector.inputs.doubles("alpha")
        for (place, labels) in try vector.inputs.ints("n").enumerated() {
            let expected = try vector.expected.doubles("reach")[place]
            #expect(isNear(try MassartBand.reach(labels: labels, alpha: alphas[place]), expected))
        }
    }

    @Test func `without labels every share is possible`() throws {
        #expect(try MassartBand.reach(labels: 0, alpha: 0.05) == 1)
        #expect(throws: AuditError.self) { try MassartBand.reach(labels: 10, alpha: 0) }
        #expect(throws: AuditError.self) { try MassartBand.reach(labels: -1, alpha: 0.05) }
    }
}
