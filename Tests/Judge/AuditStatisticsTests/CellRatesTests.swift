import AuditStatistics
import TestSupport
import Testing

struct CellRatesTests {
    @Test func `several tests at once`() throws {
        let vector = try Vector("holm_adjusted")
        let expected = try vector.expected.value("adjusted", as: [[Double]].self)
        for (list, adjusted) in zip(try vector.inputs.value("p", as: [[Double]].self), expected) {
            #expect(isNear(try HolmStepDown.adjusted(list), adjusted))
        }
        #expect(try HolmStepDown.adjusted([]) == [])
        #expect(throws: AuditError.notFinite(.share)) { try HolmStepDown.adjusted([0.1, .nan]) }
    }

    @Test func `two shares by Fisher's test`() throws {
        let vector = try Vector("fisher_exact")
        for (table, expected) in zip(try vector.inputs.rows("tables"), try vector.expected.doubles("p")) {
            let found = HolmStepDown.fisher(
                try Proportion(table[0], of: table[1]),
                try Proportion(table[2], of: table[3])
            )
            #expect(isNear(found, expected))
        }
    }

    @Test func `kinds with few labels are put together`() throws {
        let vector = try Vector("cell_rates")
        let kinds = try vector.inputs.rows("cells").map { try Proportion($0[0], of: $0[1]) }
        let cells = try CellRates(kinds + [Proportion(0, of: 0)], alpha: 0.05).cells
        #expect(cells.map(\.kinds) == [[0], [1], [2], [3, 4]])
        #expect(isNear(cells.map(\.pValue), try vector.expected.doubles("p")))
        #expect(isNear(cells.map(\.adjusted), try vector.expected.doubles("adjusted")))
        for (cell, expected) in zip(cells, try vector.expected.value("intervals", as: [[Double]].self)) {
            #expect(isNear([cell.interval.lower, cell.interval.upper], expected))
        }
        #expect(try CellRates([], alpha: 0.05).cells.isEmpty)
        let alone = try CellRates([Proportion(1, of: 3)], alpha: 0.05).cells
        #expect(alone.map(\.pValue) == [1] && alone[0].wrong.trials == 3)
    }

    @Test func `all intervals hold at once, and kinds that do not differ are rarely said to`() throws {
        var random = SeededGenerator(seed: 41)
        let (rates, runs) = ([0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05], 400)
        var (held, rejected) = (0, 0)
        for _ in 0..<runs {
            let kinds = try rates.map { rate in
                try Proportion((0..<40).count { _ in Double.random(in: 0..<1, using: &random) < rate }, of: 40)
            }
            let cells = try CellRates(kinds, alpha: 0.05).cells
            if cells.allSatisfy({ $0.interval.contains(0.05) }) { held += 1 }
            if cells.contains(where: { $0.adjusted <= 0.05 }) { rejected += 1 }
        }
        #expect(Simulation.Finding(held: held, of: runs, promised: 0.95).isKept)
        #expect(Simulation.Finding(held: runs - rejected, of: runs, promised: 0.95).isKept)
    }
}
