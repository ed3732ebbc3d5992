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
        var seen: Set<Prompt> = []
        for bucket in Bucket.allCases {
            // That the round has lost an item changes nothing about whether people agreed with its call.
            for label in labels.labels(of: bucket) {
                guard case .ruling(let ruling) = label.saidBlind else { continue }
                let answer = ruling.bucket(label.scores, labels.thresholds)
                counts[Int(bucket.rawValue)][Int(answer.rawValue)] += 1
                seen.insert(label.item.flatMap { prompts[$0] }.map(Prompt.known) ?? .own(label.digest))
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
        let safety = try labels.scores(.safety)
        let round = labels.population(of: .safety)
        safetyArea = try safety.area(alpha: alpha, of: round)
        safetyRanks = try safety.spearman(alpha: alpha, of: round)
        helpfulnessArea = try labels.scores(.helpfulness).area(alpha: alpha, of: labels.population(of: .helpfulness))
    }

    /// What tells the prompts of verdicts apart.
    private enum Prompt: Hashable {
        case known(UInt64)
        case own(ItemDigest)
    }
}
