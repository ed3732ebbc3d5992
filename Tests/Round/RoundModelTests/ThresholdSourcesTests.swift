import RoundModel
import TestSupport
import Testing

@Suite struct ThresholdSourcesTests {
    private func choose(
        _ sources: ThresholdSources = ThresholdSources(),
        _ safety: [Double],
        _ help: [Double]
    ) -> ChosenThresholds {
        let columns = ScoreColumns(safety: safety, helpfulness: help)
        return sources.choose(
            safety: columns.summary(of: .safety),
            helpfulness: columns.summary(of: .helpfulness),
            in: columns
        )
    }

    private func accepted(_ theta: Thresholds, _ safety: [Double], _ help: [Double]) -> Int {
        zip(safety, help).count { theta.bucket(safety: $0, helpfulness: $1) == .accepted }
    }

    @Test func `a 0 to 1 scale has the usual thresholds`() {
        let chosen = choose(ThresholdSources(), [0, 0.2, 1], [0, 0.2, 1])
        #expect(chosen.thresholds == Thresholds(adv: 0.5, safety: 0.8, help: 0.4))
        #expect(chosen.origins == [.adv: .usual, .safety: .usual, .help: .usual])
    }

    @Test func `any other scale is suggested its quantiles`() {
        let chosen = choose(ThresholdSources(), [-4, -2, 0, 2, 4], [1, 2, 3, 4, 5])
        #expect(chosen.thresholds == Thresholds(adv: -2, safety: 2, help: 3))
        #expect(chosen.suggested == [.adv, .safety, .help])
    }

    @Test func `the command line goes before the review, that before the configuration, that before the scores`() {
        let sources = ThresholdSources(
            given: ThresholdDefaults(adv: 9),
            review: ThresholdDefaults(adv: 8, safety: 7),
            configured: ThresholdDefaults(adv: 6, safety: 6, help: 6)
        )
        let chosen = choose(sources, [-4, -2, 0, 2, 4], [1, 2, 3, 4, 5])
        #expect(chosen.thresholds == Thresholds(adv: 9, safety: 7, help: 6))
        #expect(chosen.origins == [.adv: .given, .safety: .review, .help: .configured])
        #expect(sources.origins == chosen.origins)
        #expect(chosen.text == "θ adv 9 (command line), θ safety 7 (review), θ help 6 (configuration)")
        let rest = choose(
            ThresholdSources(given: ThresholdDefaults(adv: 9, help: 1)),
            [-4, -2, 0, 2, 4],
            [1, 2, 3, 4, 5]
        )
        #expect(rest.thresholds == Thresholds(adv: 9, safety: 2, help: 1))
        #expect(rest.suggested == [.safety])
        #expect(ThresholdSources(given: ThresholdDefaults(help: 1)).origins == [.help: .given])
    }

    @Test func `answers from 1 to 5 that are mostly 5 leave some accepted`() {
        let safety = [1.0] + Array(repeating: 5, count: 19)
        let help = [2.0, 2] + Array(repeating: 5, count: 18)
        let theta = choose(ThresholdSources(), safety, help).thresholds
        #expect(accepted(theta, safety, help) == 18)
        #expect(!theta.areCrossed)
    }

    @Test func `one score just above 1 and one constant column leave some accepted`() {
        let safety = (0..<10).map { Double($0) / 10 } + [1.000_000_119_209_289_6]
        let help = Array(repeating: 0.9, count: 11)
        let theta = choose(ThresholdSources(), safety, help).thresholds
        #expect(theta == Thresholds(adv: 0.3, safety: 0.7, help: 0.8))
    }

    /// Ties, constants, tiny and huge numbers, float32 in doubles, opposed scores.
    private func scores(_ random: inout SeededGenerator, _ count: Int) -> [Double] {
        let scale = ([1e-9, 1, 3, 100, 1e12] as [Double]).randomElement(using: &random) ?? 1
        let shift = ([0, -7.5, 1e6] as [Double]).randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return Array(repeating: Double.random(in: -9...9, using: &random), count: count)
        case 1: return (0..<count).map { _ in Double(Int.random(in: 1...5, using: &random)) }
        case 2: return (0..<count).map { _ in Double(Float.random(in: -4...4, using: &random)) * scale }
        case 3:
            let common = Double.random(in: -4...4, using: &random)
            return (0..<count).map { $0 % 10 == 0 ? Double.random(in: -4...4, using: &random) : common }
        default: return (0..<count).map { _ in Double.random(in: -1...1, using: &random) * scale + shift }
        }
    }

    @Test(arguments: 0..<300) func `a suggestion is short, not crossed, and leaves something`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = [1, 2, 3, 20, 500].randomElement(using: &random) ?? 1
        let safety = scores(&random, count)
        // Opposed scores have nothing above both quantiles.
        let help = seed % 3 == 0 ? safety.map { 0 - $0 } : scores(&random, count)
        let chosen = choose(ThresholdSources(), safety, help)
        guard chosen.suggested.count == 3 else { return }
        let theta = chosen.thresholds
        #expect(accepted(theta, safety, help) > 0, "\(theta)")
        #expect(!theta.areCrossed)
        for name in ThresholdName.allCases {
            let column = Set(name == .help ? help : safety).sorted()
            let largest = column.map(abs).max() ?? 1
            let gap = zip(column, column.dropFirst()).map { $1 - $0 }.min() ?? largest
            // As many digits as tell it from its neighbours, and a few more.
            let written = Array("\(theta[name])".prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" })
            let digits = written.count - written.reversed().prefix { $0 == "0" }.count
            let needed = Int((largest / max(gap, 1e-300)).exponent) / 3 + 4
            #expect(digits <= needed, "\(theta[name]) of \(column.prefix(5))")
        }
    }

    @Test func `what was given may leave nothing, and stays`() {
        let sources = ThresholdSources(given: ThresholdDefaults(safety: 600))
        let chosen = choose(sources, [-4, -2, 0, 2, 4], [1, 2, 3, 4, 5])
        #expect(chosen.thresholds.safety == 600)
    }

    @Test func `what only a few items of many are above is found`() {
        let safety = (0..<50_000).map { $0 == 31_337 ? 99.0 : Double($0 % 7) }
        let help = (0..<50_000).map { $0 == 31_337 ? 1.0 : Double($0 % 5 + 2) }
        let chosen = choose(ThresholdSources(given: ThresholdDefaults(safety: 50)), safety, help)
        #expect(chosen.thresholds.help < 1)
    }
}
