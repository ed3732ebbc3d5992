import AuditStatistics
import RoundModel
public import Verdicts

/// The plans that a review has had before one, and what they cost: each spends its own δ.
public struct CertificateHistory: Hashable, Sendable {
    /// The plan's number among the review's, from 1.
    public var number: Int
    /// Those before it, in the order in which they were fixed.
    public var before: [Plan]
    /// The δ of this plan and of all before it whose sample somebody has judged something of, in all at most 1.
    public var spent: Double
    /// True where the review's seed was chosen.
    public var isRehearsal: Bool

    /// A plan of before.
    public struct Plan: Hashable, Sendable {
        /// Its digest in hexadecimal.
        public var hash: String
        public var alpha: Double
        public var delta: Double
        /// Items of its sample that had a verdict.
        public var judged: Int
        /// `certified`, `not_certified`, `unfinished`, or `not_begun`.
        public var outcome: String
    }

    init(number: Int, before: [Plan], spent: Double, isRehearsal: Bool) {
        self.number = number
        self.before = before
        self.spent = spent
        self.isRehearsal = isRehearsal
    }

    /// - Returns: nil where the review does not hold the plan.
    /// - Complexity: O(plans × verdicts).
    public init?(of plan: KeptPlan, in record: ReviewRecord) {
        self.init(ofPlan: plan.hash, in: record)
    }

    init?(ofPlan hash: String, in record: ReviewRecord) {
        let journal = CertificateJournal(record)
        guard let at = journal.plans.firstIndex(where: { $0.hash == hash }) else { return nil }
        number = at + 1
        isRehearsal = journal.isRehearsal
        before = journal.plans[..<at].map { plan in
            let sample = SampledPlace.all(of: plan, in: record)
            let outcome = journal.outcomes[plan.hash] ?? Self.outcome(of: plan, sample, record)
            return Plan(
                hash: plan.hash,
                alpha: plan.alpha,
                delta: plan.delta,
                judged: sample.count { $0.now != nil },
                outcome: sample.isEmpty ? "not_begun" : outcome
            )
        }
        let others = before.filter { $0.outcome != "not_begun" }.reduce(0) { $0 + $1.delta }
        spent = min(1, others + journal.plans[at].delta)
    }

    /// Each plan of before in a line: `plan 1 (α 0.05, δ 0.05): 119 checked, not certified`.
    public var lines: [String] {
        before.enumerated().map { number, plan in
            let levels = "α \(KeptPlan.number(plan.alpha)), δ \(KeptPlan.number(plan.delta))"
            let judged = "\(DecimalText.grouped(plan.judged)) checked"
            return "plan \(number + 1) (\(levels)): \(judged), \(plan.outcome.replacingUnderscores)"
        }
    }

    private static func outcome(of plan: KeptPlan, _ sample: [SampledPlace], _ record: ReviewRecord) -> String {
        guard let settled = try? SettledResult(plan, sample, record: record), let first = settled.changes.first
        else { return "unfinished" }
        return first.recordName
    }

    /// What it cost, where there were plans before: `plan 3, after 2 others (1 certified, 1 not certified); δ spent in
    /// all 0.15`; nil for a first plan.
    public var text: String? {
        guard !before.isEmpty else { return nil }
        let names = [
            ("certified", "certified"), ("not_certified", "not certified"), ("unfinished", "unfinished"),
            ("not_begun", "not begun"),
        ]
        let counts = names.compactMap { outcome, name in
            let count = before.count { $0.outcome == outcome }
            return count == 0 ? nil : "\(DecimalText.grouped(count)) \(name)"
        }
        let others = DecimalText.counted(before.count, "other")
        let total = KeptPlan.number((spent * 1e9).rounded() / 1e9)
        return "plan \(number), after \(others) (\(counts.joined(separator: ", "))); δ spent in all \(total)"
    }
}

extension SampledPlace {
    /// What a review alone knows of a plan's sample: the contents with a verdict that was drawn for it, in its order.
    ///
    /// - Complexity: O(verdicts).
    static func all(of plan: KeptPlan, in record: ReviewRecord) -> [SampledPlace] {
        var found: [(number: Double, label: SampledPlace)] = []
        for (digest, said) in record.items {
            let drawn = said.lines.first { line in
                line.verdict.draw?.seed == plan.seed && line.verdict.isBlind
                    && plan.plan.isSampled(CertificateLabel(scores: line.verdict.scores, isWrong: false))
            }
            guard let drawn, let draw = drawn.verdict.draw else { continue }
            let scored = CertificateLabel(scores: drawn.verdict.scores, isWrong: false)
            let label = SampledPlace(
                digest: digest,
                turn: 0,
                said: said,
                label: scored,
                now: CertificateStatus.isWrong(said, scored, of: plan)
            )
            found.append((draw.number, label))
        }
        return found.sorted { $0.number < $1.number }.map(\.label)
    }
}

extension ThresholdCertificate.Outcome {
    /// As records name it.
    var recordName: String {
        switch self {
        case .certified: "certified"
        case .unfinished: "unfinished"
        case .notCertified: "not_certified"
        }
    }
}
