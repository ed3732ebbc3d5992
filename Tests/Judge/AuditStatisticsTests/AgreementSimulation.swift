import AuditStatistics
import RoundModel
import TestSupport

/// Rounds whose truth is known, sampled by bucket again and again: how often the intervals of agreement hold the
/// round's figures.
struct AgreementSimulation {
    /// The buckets of a round of 3,000 items, by two cuts of the safety score and one of helpfulness.
    enum Shape: String, CaseIterable {
        case mostDiscarded, mostAccepted, mostAdversarial, even

        var cuts: Thresholds {
            switch self {
            case .mostDiscarded: Thresholds(adv: -1.4, safety: 1.2, help: 1)
            case .mostAccepted: Thresholds(adv: -1.42, safety: -1.1, help: -1.45)
            case .mostAdversarial: Thresholds(adv: 0.9, safety: 1, help: 0.5)
            case .even: Thresholds(adv: -0.43, safety: 0.1, help: -0.8)
            }
        }

        /// Where a score leaves it open whether an item is safe.
        var middle: Double {
            switch self {
            case .mostDiscarded, .even: -0.45
            case .mostAccepted: -1.6
            case .mostAdversarial: 0.6
            }
        }
    }

    struct Item {
        var scores: Scores
        var bucket: Bucket
        var isSafe: Bool
        var isHelpful: Bool
    }

    var items: [Item] = []
    private var random: SeededGenerator

    /// - Parameters:
    ///   - prompts: how many prompts the items answer to; those of one prompt are alike.
    ///   - missed: the share of items that are unsafe whatever their score.
    init(_ shape: Shape, items count: Int = 3000, prompts: Int? = nil, missed: Double = 0.012, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var random = random
        func share() -> Double { Double.random(in: 0..<1, using: &random) }
        func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }
        func isAbove(_ value: Double, _ middle: Double, _ slope: Double) -> Bool {
            slope * (value - middle) + 1.7 * normal() > 0
        }
        let prompts = prompts ?? count
        let tempers = (0..<prompts).map { _ in normal() }
        for number in 0..<count {
            let temper = tempers[number * prompts / count]
            let safety = prompts == count ? temper : 0.8 * temper + 0.6 * normal()
            let help = 0.3 * safety + normal()
            let bucket = shape.cuts.bucket(safety: safety, helpfulness: help)
            items.append(
                Item(
                    scores: Scores(safety: safety, helpfulness: help),
                    bucket: bucket,
                    isSafe: isAbove(safety, shape.middle, 3) && share() >= missed,
                    isHelpful: isAbove(help, shape.cuts.help, 2.5)
                )
            )
        }
        self.random = random
    }

    private static func answer(_ item: Item) -> Bucket {
        item.isSafe ? item.isHelpful ? .accepted : .discarded : .adversarial
    }

    /// The figures of agreement of some items, whose buckets have these sizes.
    private static func figures(_ sample: [Item], sizes: [Int], alpha: Double) throws -> [String: Figure] {
        var counts = [[Int]](repeating: [0, 0, 0], count: 3)
        for item in sample { counts[Int(item.bucket.rawValue)][Int(answer(item).rawValue)] += 1 }
        let agreement = try StratifiedAgreement(sizes: sizes, AgreementTable(counts))
        func scores(_ score: (Item) -> Double, _ kind: (Item) -> StratifiedScores.Answer) throws -> StratifiedScores {
            let labels = sample.map {
                StratifiedScores.Label(score: score($0), stratum: Int($0.bucket.rawValue), answer: kind($0))
            }
            return try StratifiedScores(sizes: sizes, labels: labels)
        }
        let safety = try scores(\.scores.safety) { $0.isSafe ? .positive : .negative }
        let help = try scores(\.scores.helpfulness) { $0.isSafe ? $0.isHelpful ? .positive : .negative : .outside }
        let round = AuditPopulation(.round)
        return [
            "confirmed": try agreement.accuracy(alpha: alpha), "κ": try agreement.kappa(alpha: alpha),
            "falsely accepted": try agreement.falselyGiven(Int(Bucket.accepted.rawValue), alpha: alpha),
            "falsely adversarial": try agreement.falselyGiven(Int(Bucket.adversarial.rawValue), alpha: alpha),
            "safety AUC": try safety.area(alpha: alpha, of: round),
            "Spearman": try safety.spearman(alpha: alpha, of: round),
            "helpfulness AUC": try help.area(alpha: alpha, of: round),
        ]
    }

    /// How a figure fared.
    struct Result {
        var held = 0
        var runs = 0
        var pointless = 0
        var coverage: Double { Double(held) / Double(max(1, runs)) }
    }

    /// - Parameters:
    ///   - labels: of each bucket.
    ///   - runs: samples of the round.
    /// - Returns: by figure, how many intervals held the figure of the whole round, of those that there were, and how many
    ///   had no width.
    mutating func run(labels: [Int], runs: Int, alpha: Double = 0.05) throws -> [String: Result] {
        var buckets = Bucket.allCases.map { bucket in items.filter { $0.bucket == bucket } }
        let sizes = buckets.map(\.count)
        let truth = try Self.figures(items, sizes: sizes, alpha: alpha)
        var results: [String: Result] = [:]
        for _ in 0..<runs {
            var sample: [Item] = []
            for (number, count) in labels.enumerated() {
                // The beginning of a shuffle.
                for place in 0..<min(count, sizes[number]) {
                    buckets[number].swapAt(place, Int.random(in: place..<sizes[number], using: &random))
                    sample.append(buckets[number][place])
                }
            }
            for (name, figure) in try Self.figures(sample, sizes: sizes, alpha: alpha) {
                guard let estimate = figure.estimate, let value = truth[name]?.estimate?.value else { continue }
                results[name, default: Result()].runs += 1
                if estimate.interval.contains(value) { results[name, default: Result()].held += 1 }
                if estimate.interval.width == 0 { results[name, default: Result()].pointless += 1 }
            }
        }
        return results
    }

    /// How often the interval of Krippendorff's α holds what it is of very many items.
    ///
    /// - Parameters:
    ///   - shares: of the answers.
    ///   - slips: how often a reviewer answers at random.
    static func krippendorff(
        items count: Int,
        reviewers: Int,
        slips: Double,
        shares: [Double],
        runs: Int,
        seed: UInt64,
        alpha: Double = 0.05
    ) throws -> Result {
        var random = SeededGenerator(seed: seed)
        func item() -> [Double] {
            var left = Double.random(in: 0..<1, using: &random)
            let truth = shares.firstIndex { share in
                left -= share
                return left < 0
            }
            return (0..<reviewers).map { _ in
                guard Double.random(in: 0..<1, using: &random) < slips else { return Double(truth ?? 0) }
                return Double(Int.random(in: 0..<shares.count, using: &random))
            }
        }
        let truth = try KrippendorffAlpha.value((0..<20_000).map { _ in item() }) ?? 1
        var result = Result()
        for _ in 0..<runs {
            let figure = try KrippendorffAlpha.estimate((0..<count).map { _ in item() }, alpha: alpha)
            guard let estimate = figure.estimate else { continue }
            result.runs += 1
            if estimate.interval.contains(truth) { result.held += 1 }
            if estimate.interval.width == 0 { result.pointless += 1 }
        }
        return result
    }
}
