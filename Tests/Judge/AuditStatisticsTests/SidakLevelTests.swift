import AuditStatistics
import Testing

struct SidakLevelTests {
    @Test func `alpha is shared among cells as other programs share it`() throws {
        let vector = try Vector("sidak")
        for (number, pair) in try vector.inputs.value("cases", as: [[Double]].self).enumerated() {
            let found = try SidakLevel.each(of: Int(pair[1]), alpha: pair[0])
            #expect(isNear(found, try vector.expected.doubles("alpha")[number], 1e-15), "\(pair)")
        }
        #expect(throws: AuditError.self) { try SidakLevel.each(of: 0, alpha: 0.05) }
        #expect(throws: AuditError.self) { try SidakLevel.each(of: 2, alpha: 0) }
    }
}
