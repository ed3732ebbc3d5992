import RoundModel
import TestSupport
import Testing

@Suite struct ScoreIndexTests {
    /// Members of a population: all items, or a random part of them.
    private static func population(_ columns: ScoreColumns, _ generator: inout SeededGenerator) -> Population {
        guard Bool.random(using: &generator) else { return Population(columns) }
        let share = Double.random(in: 0...1, using: &generator)
        let members = (0..<UInt32(columns.count)).filter { _ in Double.random(in: 0..<1, using: &generator) < share }
        return Population(columns, members: ItemSet(members, universe: columns.count))
    }

    @Test(arguments: 0..<60) func `an index counts what a scan counts`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: [0, 1, 2, 70, 1_000, 3_000][seed % 6])
        let population = Self.population(columns, &generator)
        let index = try #require(ScoreIndex(population))
        #expect(index.count == population.count)
        for _ in 0..<40 {
            let now = RandomColumns.thresholds(&generator, for: columns)
            let then = RandomColumns.thresholds(&generator, for: columns)
            #expect(index.tally(now, baseline: then) == population.tally(now, baseline: then))
            #expect(index.tally(now, baseline: now) == population.tally(now, baseline: now))
        }
    }

    @Test func `a scan of a set counts its items alone`() {
        let columns = ScoreColumns(safety: [0.1, 0.5, 0.9, 0.95], helpfulness: [0.2, 0.5, 0.9, 0.1])
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let tally = Population(columns, members: ItemSet([1, 2], universe: 4)).tally(theta, baseline: theta)
        #expect(tally.counts == BucketCounts(adversarial: 0, accepted: 1, discarded: 1))
        #expect(tally.lines.adv == LinePosition(below: 0, on: 1, above: 1))
    }

    /// Large enough to be cut into groups and to be shared among cores.
    enum Shape: CaseIterable {
        case even, mostlyTied, allTied, oneOutlier, ascending, rounded, twoValues
    }

    @Test(arguments: Shape.allCases) func `a large round is counted exactly, however its scores lie`(
        _ shape: Shape
    ) throws {
        var generator = SeededGenerator(seed: 11)
        let count = 140_000
        let safety = (0..<count).map { item -> Double in
            let unit = Double.random(in: 0..<1, using: &generator)
            return switch shape {
            case .even: unit
            case .mostlyTied: unit < 0.9 ? 0.25 : unit
            case .allTied: 0.5
            case .oneOutlier: item == 77 ? -1e308 : unit
            case .ascending: Double(item)
            case .rounded: (unit * 100).rounded() / 100
            case .twoValues: unit < 0.5 ? 0.25 : 0.75
            }
        }
        let columns = ScoreColumns(safety: safety, helpfulness: safety.shuffled(using: &generator))
        let index = try #require(ScoreIndex(Population(columns)))
        for _ in 0..<4 {
            let now = RandomColumns.thresholds(&generator, for: columns)
            let then = RandomColumns.thresholds(&generator, for: columns)
            #expect(index.tally(now, baseline: then) == columns.tally(now, baseline: then))
        }
    }

    @Test func `an index that nobody wants any more is given up`() {
        let columns = ScoreColumns(safety: [1, 2], helpfulness: [1, 2])
        #expect(ScoreIndex(Population(columns), isCancelled: { true }) == nil)
    }
}
