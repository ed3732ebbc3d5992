import AuditStatistics
import Testing

struct CellSpreadTests {
    @Test func `coverage, evenness and Simpson's index are those of other programs`() throws {
        let vector = try Vector("cell_spread")
        let expected = try vector.expected.cases()
        for (number, counts) in try vector.inputs.rows("counts").enumerated() {
            let (cells, row) = (try CellSpread(counts), expected[number])
            #expect(isNear(cells.coverage, try row.double("coverage")), "\(counts)")
            #expect(isNear(cells.evenness, try row.double("evenness")), "\(counts)")
            #expect(isNear(cells.simpson, try row.double("simpson")), "\(counts)")
            #expect(isNear(cells.evennessOfOccupied ?? -1, try row.double("occupied")), "\(counts)")
            #expect(isNear(cells.unbiasedSimpson ?? -1, try row.double("unbiased")), "\(counts)")
        }
    }

    @Test func `empty cells count for evenness, and a single cell has none`() throws {
        let cells = try CellSpread([10, 5, 3, 2, 0, 0])
        #expect(isNear(cells.evenness, 0.6741830, 1e-7) && isNear(cells.evennessOfOccupied, 0.8713688, 1e-7))
        #expect(cells.occupied == 4 && cells.size == 20)
        #expect(try CellSpread([5]).evenness == nil && CellSpread([0, 0]).simpson == nil)
        #expect(try CellSpread([0, 1]).unbiasedSimpson == nil && CellSpread([0, 0]).coverage == 0)
        #expect(throws: AuditError.empty(.bins)) { try CellSpread([]) }
    }
}
