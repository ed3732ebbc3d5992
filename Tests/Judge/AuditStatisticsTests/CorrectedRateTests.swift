import AuditStatistics
import TestSupport
import Testing

struct CorrectedRateTests {
    @Test func `a share seen through errors`() throws {
        let vector = try Vector("rogan_gladen")
        for (place, row) in try vector.inputs.cases().enumerated() {
            let (se, sp) = (try row.ints("se"), try row.ints("sp"))
            let rate = try CorrectedRate(
                seen: Proportion(row.int("x"), of: row.int("n")),
                sensitivity: Proportion(se[0], of: se[1]),
                specificity: Proportion(sp[0], of: sp[1])
            )
            #expect(isNear(rate.unclipped, try vector.expected.doubles("value")[place]))
            #expect(isNear(rate.variance?.squareRoot(), try vector.expected.doubles("error")[place]))
            let interval = try rate.langReiczigel(alpha: 0.05)
            let expected = try vector.expected.value("interval", as: [[Double]].self)[place]
            #expect(isNear([interval.lower, interval.upper], expected), "case \(place)")
        }
    }

    @Test func `who judges no better than by chance says nothing`() throws {
        let half = try Proportion(5, of: 10)
        let rate = try CorrectedRate(seen: half, sensitivity: half, specificity: half)
        #expect(rate.value == nil && rate.variance == nil)
        #expect(try rate.langReiczigel(alpha: 0.05) == .everyShare)
        #expect(throws: AuditError.empty(.checked)) {
            try CorrectedRate(seen: half, sensitivity: half, specificity: Proportion(0, of: 0))
        }
        // Fewer than the errors alone would make.
        let none = try CorrectedRate(seen: Proportion(0, of: 50), sensitivity: half, specificity: Proportion(9, of: 10))
        #expect(none.value == 0 && (none.unclipped ?? 0) < 0)
    }

    @Test(arguments: [0.02, 0.1, 0.4]) func `its interval holds the truth`(_ truth: Double) throws {
        var random = SeededGenerator(seed: 21)
        func drawn(_ share: Double, _ count: Int) throws -> Proportion {
            try Proportion((0..<count).count { _ in Double.random(in: 0..<1, using: &random) < share }, of: count)
        }
        let (se, sp, runs) = (0.9, 0.95, 400)
        var held = 0
        for _ in 0..<runs {
            let rate = try CorrectedRate(
                seen: drawn(truth * se + (1 - truth) * (1 - sp), 150),
                sensitivity: drawn(se, 40),
                specificity: drawn(sp, 60)
            )
            if try rate.langReiczigel(alpha: 0.05).contains(truth) { held += 1 }
        }
        #expect(Simulation.Finding(held: held, of: runs, promised: 0.95).isKept)
    }
}

struct EqualSlipsTests {
    @Test func `reviewers who slip one time in twenty differ on nearly one in ten`() throws {
        let slips = try EqualSlips(differing: Proportion(95, of: 1000))
        #expect(isNear(slips.value, 0.05))
        #expect(isNear(slips.corrected(0.14), 0.1))
        #expect(slips.corrected(0.01) == 0 && slips.corrected(0.995) == 1)
        let guesses = try EqualSlips(differing: Proportion(6, of: 10))
        #expect(guesses.value == 0.5 && guesses.corrected(0.2) == nil)
        #expect(try guesses.interval(of: 0.2, seen: .everyShare, alpha: 0.05) == nil)
        #expect(throws: AuditError.empty(.answers)) { try EqualSlips(differing: Proportion(0, of: 0)) }
    }

    /// Uncorrected intervals of such a sample held the truth in 57 % of rounds at 200 labels, 88 % at 60.
    @Test(arguments: [(60, 60), (200, 200), (200, 40), (200, 20)])
    func `slips no longer hide the truth`(_ labels: Int, _ shared: Int) throws {
        let (size, wrong, error, runs) = (1500, 90, 0.05, 400)
        var random = SeededGenerator(seed: 22)
        var (held, heldWithout) = (0, 0)
        for _ in 0..<runs {
            let items = CoverageSimulationTests.bucket(size, wrong: wrong, &random).prefix(labels)
            func seen(_ isWrong: Bool) -> Bool { isWrong != (Double.random(in: 0..<1, using: &random) < error) }
            let first = items.map(seen)
            let second = items.prefix(shared).map(seen)
            let differing = try Proportion(zip(first, second).count { $0 != $1 }, of: shared)
            let sample = try FiniteSample(population: size, checked: labels, wrong: first.count { $0 })
            let interval = try sample.inversion(alpha: 0.05).shares(of: size)
            let share = Double(sample.wrong) / Double(labels)
            let corrected = try EqualSlips(differing: differing).interval(of: share, seen: interval, alpha: 0.05)
            let truth = Double(wrong) / Double(size)
            if corrected?.contains(truth) ?? true { held += 1 }
            if interval.contains(truth) { heldWithout += 1 }
        }
        #expect(Simulation.Finding(held: held, of: runs, promised: 0.95).isKept)
        if labels == 200 { #expect(Double(heldWithout) / Double(runs) < 0.7) }
    }
}
