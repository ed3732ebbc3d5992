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
    /// How well the safety score tells safe from unsafe, over the round.
    public var safetyArea: Figure
    /// How well the helpfulness score tells helpful from not helpful, over the round's items that people call safe.
    public var helpfulnessArea: Figure
    /// Rank correlation of the safety score with the verdicts, over the round.
    public var safetyRanks: Figure

    /// The prompts of the verdicts; fewer than `labels` where some have several items. Items are drawn, not prompts, so no
    /// interval follows from it.
    public var prompts: Int

    init(_ labels: AuditLabels, prompts: [UInt32: UInt64], alpha: Double) throws(AuditError) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 3)
        var safety: [StratifiedScores.Label] = []
        var help: [StratifiedScores.Label] = []
        var seen: Set<Prompt> = []
        for bucket in Bucket.allCases {
            // That the round has lost an item changes nothing about whether people agreed with its call.
            for label in labels.labels(of: bucket) {
                guard case .ruling(let ruling) = label.saidBlind else { continue }
                let scores = label.scores
                let answer = ruling.bucket(scores, labels.thresholds)
                let stratum = Int(bucket.rawValue)
                counts[stratum][Int(answer.rawValue)] += 1
                seen.insert(label.item.flatMap { prompts[$0] }.map(Prompt.known) ?? .own(label.digest))
                safety.append(
                    .init(
                        score: scores.safety,
                        stratum: stratum,
                        answer: ruling == .bucket(.adversarial) ? .negative : .positive
                    )
                )
                help.append(.init(score: scores.helpfulness, stratum: stratum, answer: Self.isHelpful(ruling)))
            }
        }
        self.counts = counts
        self.labels = counts.joined().reduce(0, +)
        self.prompts = seen.count
        let sizes = Bucket.allCases.map { labels.sampledSize(of: $0) }
        if sizes.allSatisfy({ $0 == 0 }) {
            (accuracy, kappa, falselyAdversarial, falselyAccepted) = (.noItems, .noItems, .noItems, .noItems)
            (safetyArea, helpfulnessArea, safetyRanks) = (.noItems, .noItems, .noItems)
            return
        }
        let agreement = try StratifiedAgreement(sizes: sizes, AgreementTable(counts))
        accuracy = try agreement.accuracy(alpha: alpha)
        kappa = try agreement.kappa(alpha: alpha)
        falselyAdversarial = try agreement.falselyGiven(Int(Bucket.adversarial.rawValue), alpha: alpha)
        falselyAccepted = try agreement.falselyGiven(Int(Bucket.accepted.rawValue), alpha: alpha)
        let round = AuditPopulation(.round, size: sizes.reduce(0, +))
        let scores = try StratifiedScores(sizes: sizes, labels: safety)
        safetyArea = try scores.area(alpha: alpha, of: round)
        safetyRanks = try scores.spearman(alpha: alpha, of: round)
        // How many items people would call safe is not known.
        helpfulnessArea = try StratifiedScores(sizes: sizes, labels: help)
            .area(alpha: alpha, of: AuditPopulation(.safeItems))
    }

    private static func isHelpful(_ ruling: Ruling) -> StratifiedScores.Answer {
        switch ruling {
        case .bucket(.accepted): .positive
        case .bucket(.discarded): .negative
        default: .outside
        }
    }

    /// What tells the prompts of verdicts apart.
    private enum Prompt: Hashable {
        case known(UInt64)
        case own(ItemDigest)
    }
}
