import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct StrataCheckTests {
    @Test func `intervals of two strata`() throws {
        let vector = try Vector("strata")
        let cases: [[[Int]]] = try vector.inputs.value("strata")
        let (inversions, sequences) = (try vector.expected.rows("inversion"), try vector.expected.rows("sequence"))
        let alpha = try vector.inputs.double("alpha")
        for (place, strata) in cases.enumerated() {
            let check = try StrataCheck(try strata.map(Self.sample))
            let inversion = try check.inversion(alpha: alpha)
            #expect([inversion.lower, inversion.upper] == inversions[place], "\(strata)")
            let sequence = try check.confidenceSequence(alpha: alpha)
            #expect([sequence.lower, sequence.upper] == sequences[place], "\(strata)")
        }
    }

    private static func sample(_ counts: [Int]) throws -> FiniteSample {
        try FiniteSample(population: counts[0], checked: counts[1], wrong: counts[2])
    }

    /// All that may be found: the exact probability that the interval holds the truth, where mistakes gather, where they do not,
    /// and where there is hardly any.
    @Test(arguments: [
        [60, 20, 21, 200, 25, 2], [60, 20, 3, 200, 25, 0], [60, 20, 0, 200, 25, 3], [152, 12, 3, 489, 57, 3],
        [80, 30, 8, 240, 20, 24], [50, 49, 2, 240, 30, 60], [40, 10, 40, 120, 12, 0], [60, 20, 0, 200, 25, 0],
    ]) func `the interval of a fixed number holds the truth with the probability it states`(_ setting: [Int]) throws {
        let (first, second) = (Array(setting[0..<3]), Array(setting[3..<6]))
        func probabilities(_ stratum: [Int]) -> [Double] {
            (0...stratum[1]).map { Exact.draw($0, stratum[1], stratum[2], stratum[0]) }
        }
        let (one, other) = (probabilities(first), probabilities(second))
        var (fixed, watched) = (0.0, 0.0)
        for (x, p) in one.enumerated() where p > 1e-7 {
            for (y, q) in other.enumerated() where q > 1e-7 {
                let check = try StrataCheck([
                    Self.sample([first[0], first[1], x]), Self.sample([second[0], second[1], y]),
                ])
                if try check.inversion(alpha: 0.05).contains(first[2] + second[2]) { fixed += p * q }
                if try check.confidenceSequence(alpha: 0.05).contains(first[2] + second[2]) { watched += p * q }
            }
        }
        #expect(fixed >= 0.95 && watched >= fixed - 0.02)
    }

    /// Labels come from either stratum as somebody likes, also by what was found so far.
    @Test func `the sequence holds the truth at every moment, whatever comes next`() throws {
        let runs = Simulation.runs(150)
        var random = SeededGenerator(seed: 71)
        var held = 0
        for _ in 0..<runs {
            let strata = [
                CoverageSimulationTests.bucket(60, wrong: 18, &random),
                CoverageSimulationTests.bucket(180, wrong: 4, &random),
            ]
            var (counts, wrong) = ([0, 0], [0, 0])
            var isHeld = true
            for _ in 0..<150 {
                // It goes where it has found more, as long as there is something left.
                var next = wrong[0] > 3 * wrong[1] ? 0 : 1
                if counts[next] == strata[next].count { next = 1 - next }
                if strata[next][counts[next]] { wrong[next] += 1 }
                counts[next] += 1
                let check = try StrataCheck([
                    Self.sample([60, counts[0], wrong[0]]), Self.sample([180, counts[1], wrong[1]]),
                ])
                if try !check.confidenceSequence(alpha: 0.1).contains(22) { isHeld = false }
            }
            if isHeld { held += 1 }
        }
        #expect(Simulation.Finding(held: held, of: runs, promised: 0.9).isKept)
    }

    @Test func `one stratum is a simple sample, and a large population takes no longer`() throws {
        let sample = try Self.sample([500, 60, 4])
        #expect(try StrataCheck([sample]).confidenceSequence(alpha: 0.05) == sample.confidenceSequence(alpha: 0.05))
        let inversion = try StrataCheck([sample]).inversion(alpha: 0.05)
        #expect(try inversion == sample.inversion(alpha: 0.05))
        let large = try StrataCheck([
            Self.sample([8_000_000, 400, 90]), Self.sample([40_000_000, 500, 3]),
        ])
        let (fixed, watched) = (try large.inversion(alpha: 0.05), try large.confidenceSequence(alpha: 0.05))
        #expect(watched.lower < fixed.lower && fixed.upper < watched.upper)
        #expect(fixed.contains(Int(large.total)))
        #expect(throws: AuditError.self) { try StrataCheck([]) }
        #expect(throws: AuditError.self) { try StrataCheck([sample, sample, sample]) }
    }

    @Test func `labels of strata that have left, and that nobody could tell, count either way`() throws {
        let near = try CheckedSample(
            population: 90,
            checked: 30,
            wrong: 8,
            unsure: 2,
            gone: .init(checked: 3, wrong: 2)
        )
        let far = try CheckedSample(population: 400, checked: 30, wrong: 1)
        let all = try CheckedSample(near: near, far: far)
        #expect(all.population == 490 && all.checked == 60 && all.wrong == 9 && all.unsure == 2 && all.gone.wrong == 2)
        for state in [BucketCheck.LabelState.done, .labelling] {
            let counts = try all.wrongItems(alpha: 0.05, state)
            let sure = try CheckedSample(
                near: CheckedSample(population: 90, checked: 30, wrong: 10, gone: .init(checked: 3, wrong: 2)),
                far: far
            )
            #expect(try counts.upper >= sure.wrongItems(alpha: 0.05, state).upper)
            #expect(counts.lower >= 9)
            #expect(counts.contains(Int(try #require(all.wrongItems))))
        }
        let empty = try CheckedSample(near: near, far: CheckedSample(population: 400, checked: 0, wrong: 0))
        #expect(empty.wrongItems == nil)
        // A part that there is not leaves a simple sample.
        let alone = try CheckedSample(near: near, far: CheckedSample(population: 0, checked: 0, wrong: 0))
        #expect(alone == near)
    }
}
