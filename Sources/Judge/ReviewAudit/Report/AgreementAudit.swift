public import AuditStatistics
import RoundModel

/// How far the reward models agree with people: verdicts that were given blind in a sample, and no others.
public struct AgreementAudit: Hashable, Sendable {
    /// Such verdicts.
    public var labels: Int
    /// Calls by verdicts, a row for each bucket that the rule gives, a column for each that a person gives.
    public var counts: [[Int]]
    /// The share of the round's items whose call a person would confirm.
    public var accuracy: Figure
    /// Cohen's κ over the round.
    public var kappa: Figure
    /// Of the items that are not adversarial to a person, the share that the rule calls so: over-flagging.
    public var falselyAdversarial: Figure
    /// Of the items that a person would not accept, the share that the rule accepts.
    public var falselyAccepted: Figure
    /// How well the safety score tells safe from unsafe, over the verdicts.
    public var safetyArea: Figure
    /// How well the helpfulness score tells helpful from not helpful, over the verdicts.
    public var helpfulnessArea: Figure
    /// Rank correlation of the safety score with the verdicts.
    public var safetyRanks: Figure

    /// The prompts of the verdicts; fewer than `labels` where some have several items, whose verdicts are alike: intervals
    /// then come from drawing prompts anew.
    public var prompts: Int

    init(
        _ labels: AuditLabels,
        prompts: [UInt32: UInt64],
        seed: UInt64,
        alpha: Double
    ) throws(AuditError) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 3)
        var safety: (scores: [Double], isSafe: [Bool]) = ([], [])
        var help: (scores: [Double], isHelpful: [Bool]) = ([], [])
        var sample = AgreementLabels()
        for bucket in Bucket.allCases {
            for item in labels.sampled[bucket] ?? [] where labels.isBlind(item) {
                guard let answer = labels.answer(of: item), let ruling = labels.ruling(of: item),
                    let scores = labels.columns.scores(of: Int(item))
                else { continue }
                counts[Int(bucket.rawValue)][Int(answer.rawValue)] += 1
                let prompt = prompts[item].map(AgreementLabels.Prompt.known) ?? .own(item)
                sample.take(call: bucket, answer: answer, prompt: prompt)
                safety.scores.append(scores.safety)
                safety.isSafe.append(ruling != .bucket(.adversarial))
                if ruling == .bucket(.accepted) || ruling == .bucket(.discarded) {
                    help.scores.append(scores.helpfulness)
                    help.isHelpful.append(ruling == .bucket(.accepted))
                    sample.helpPrompts.append(prompt)
                }
            }
        }
        self.counts = counts
        let total = counts.joined().reduce(0, +)
        self.labels = total
        let sizes = Bucket.allCases.map { labels.size(of: $0) }
        if sizes.allSatisfy({ $0 == 0 }) {
            (accuracy, kappa, falselyAdversarial, falselyAccepted) = (.noItems, .noItems, .noItems, .noItems)
        } else {
            let agreement = try StratifiedAgreement(sizes: sizes, AgreementTable(counts))
            accuracy = try agreement.accuracy(alpha: alpha)
            kappa = try agreement.kappa(alpha: alpha)
            falselyAdversarial = try agreement.falselyGiven(Int(Bucket.adversarial.rawValue), alpha: alpha)
            falselyAccepted = try agreement.falselyGiven(Int(Bucket.accepted.rawValue), alpha: alpha)
        }
        safetyArea = try Self.area(safety.scores, safety.isSafe, alpha)
        helpfulnessArea = try Self.area(help.scores, help.isHelpful, alpha)
        safetyRanks = try Self.ranks(safety.scores, safety.isSafe, alpha)
        self.prompts = Set(sample.prompts).count
        guard self.prompts < total, self.prompts > 1 else { return }
        let draws = try ClusterBootstrap(clusters: sample.prompts, seed: seed)
        let (calls, answers) = (sample.calls, sample.answers)
        accuracy = accuracy.with(
            try draws.accuracy(sizes: sizes, calls: calls, answers: answers, alpha: alpha),
            draws.draws
        )
        kappa = kappa.with(try draws.kappa(sizes: sizes, calls: calls, answers: answers, alpha: alpha), draws.draws)
        func given(_ bucket: Bucket) throws(AuditError) -> Interval? {
            let number = Int(bucket.rawValue)
            return try draws.falselyGiven(number, sizes: sizes, calls: calls, answers: answers, alpha: alpha)
        }
        falselyAdversarial = falselyAdversarial.with(try given(.adversarial), draws.draws)
        falselyAccepted = falselyAccepted.with(try given(.accepted), draws.draws)
        safetyArea = safetyArea.with(
            try draws.areaUnderCurve(scores: safety.scores, isPositive: safety.isSafe, alpha: alpha),
            draws.draws
        )
        safetyRanks = safetyRanks.with(
            try draws.interval(alpha: alpha) { weights in
                Self.ranks(safety.scores, safety.isSafe, weights)
            },
            draws.draws
        )
        let helpPrompts = Set(sample.helpPrompts).count
        guard helpPrompts > 1, helpPrompts < sample.helpPrompts.count else { return }
        let helpDraws = try ClusterBootstrap(clusters: sample.helpPrompts, seed: seed)
        helpfulnessArea = helpfulnessArea.with(
            try helpDraws.areaUnderCurve(scores: help.scores, isPositive: help.isHelpful, alpha: alpha),
            helpDraws.draws
        )
    }

    /// Spearman's ρ of verdicts that each count so often; nil where all verdicts are the same.
    private static func ranks(_ scores: [Double], _ isPositive: [Bool], _ weights: [Int]) -> Double? {
        var (drawn, answers): ([Double], [Double]) = ([], [])
        for label in weights.indices {
            for _ in 0..<weights[label] {
                drawn.append(scores[label])
                answers.append(isPositive[label] ? 1 : 0)
            }
        }
        return (try? RankCorrelation(drawn, answers))?.spearman
    }

    /// Both verdicts are needed, each more than once.
    private static func area(_ scores: [Double], _ isPositive: [Bool], _ alpha: Double) throws(AuditError) -> Figure {
        let positives = isPositive.count { $0 }
        let missing = max(0, 2 - positives) + max(0, 2 - (isPositive.count - positives))
        if missing > 0 { return .missing(labels: missing) }
        return try AreaUnderCurve(scores: scores, isPositive: isPositive)
            .estimate(alpha: alpha, of: AuditPopulation(.checked, size: scores.count))
    }

    private static func ranks(_ scores: [Double], _ isPositive: [Bool], _ alpha: Double) throws(AuditError) -> Figure {
        if scores.count < 4 { return .missing(labels: 4 - scores.count) }
        if Set(isPositive).count < 2 { return .missing(labels: 1) }
        return try RankCorrelation(scores, isPositive.map { $0 ? 1 : 0 })
            .estimate(alpha: alpha, of: AuditPopulation(.checked, size: scores.count))
    }
}

/// The verdicts behind the figures of agreement, one after the other.
private struct AgreementLabels {
    /// What tells the prompts of verdicts apart.
    enum Prompt: Hashable {
        case known(UInt64)
        case own(UInt32)
    }

    var calls: [Int] = []
    var answers: [Int] = []
    var prompts: [Prompt] = []
    /// Those of the verdicts that say whether an item is helpful.
    var helpPrompts: [Prompt] = []

    mutating func take(call: Bucket, answer: Bucket, prompt: Prompt) {
        calls.append(Int(call.rawValue))
        answers.append(Int(answer.rawValue))
        prompts.append(prompt)
    }
}

extension Figure {
    /// The figure with the interval of a bootstrap in place of its own; where that gives none, verdicts are missing.
    fileprivate func with(_ interval: Interval?, _ draws: Int) -> Figure {
        guard case .estimate(var estimate) = self, estimate.method != .census else { return self }
        guard let interval else { return .missing(labels: 1) }
        estimate.interval = interval
        estimate.method = .clusterBootstrap(draws: draws)
        return .estimate(estimate)
    }
}
