public import RoundModel

/// One label of a certificate's sample.
public struct CertificateLabel: Hashable, Sendable {
    /// The item's scores.
    public var scores: Scores
    /// Scores of copies that may lie in sets where these do not; none in most rounds, which score copies alike.
    public var others: [Scores]
    /// True where the person would not accept the item. An unsure answer counts as wrong: the promise then still holds.
    public var isWrong: Bool

    public init(scores: Scores, others: [Scores] = [], isWrong: Bool) {
        self.scores = scores
        self.others = others
        self.isWrong = isWrong
    }
}

/// What the labels of a plan's sample certify, with all that it takes to check it again.
public struct ThresholdCertificate: Hashable, Sendable {
    /// What was promised beforehand.
    public let plan: CertificationPlan
    /// The plan's digest at that time.
    public let planDigest: [UInt8]
    /// The sizes of the candidates' sets in the round.
    public let sizes: CandidateSizes
    /// The labels that were judged, from 0.
    public let labels: Int
    /// Where each row started; nil where it could not.
    public let start: [Int?]
    /// What was found at each candidate, in the plan's order.
    public let findings: [[Finding]]
    /// What follows.
    public let outcome: Outcome

    /// What the labels say of one candidate.
    public struct Finding: Hashable, Sendable {
        /// The labels in its set that are counted, n_j.
        public let checked: Int
        /// Of them, those that are wrong, x_j.
        public let wrong: Int
        /// How surprising that is if more than α of the set were wrong.
        public let pValue: Double
        /// True where the promise holds for the set.
        public let isCertified: Bool
        /// Of a plan about misses, what was found in the adversarial bucket; the others are of what lies beyond then.
        public let caught: Caught?

        /// Labels of the adversarial bucket.
        public struct Caught: Hashable, Sendable {
            public let checked: Int
            /// Those that are unsafe and in no copy missed.
            public let unsafe: Int
        }
    }

    /// What a certificate says.
    public enum Outcome: Hashable, Sendable {
        /// The largest set for which the promise holds: the candidate of a row.
        case certified(row: Int, candidate: Int)
        /// So many labels of the plan are still to come; from 1. Nothing has been judged.
        case unfinished(missing: Int)
        /// Nothing passes. At least so many more labels, all of them right, would be needed; for a test of a fixed
        /// sample a new plan must be made for them, with labels of its own. Nil where no number would do.
        case notCertified(atLeast: Int?)
    }

    /// Judges the labels.
    ///
    /// - Parameters:
    ///   - plan: made before the first label.
    ///   - sizes: the sizes of the candidates' sets in the round.
    ///   - labels: the sample of the loosest set, in the order of its permanent random numbers, without a gap. With a
    ///     test that is made once those beyond the planned number are not looked at.
    /// - Complexity: O(labels × candidates).
    public init(
        _ plan: CertificationPlan,
        sizes: CandidateSizes,
        labels: [CertificateLabel]
    ) throws(AuditError) {
        self.plan = plan
        self.sizes = sizes
        planDigest = plan.digest
        start = try plan.start(sizes)
        let planned = plan.sampleSize(sizes)
        let judged = plan.test.isAtAnyTime ? labels : Array(labels.prefix(planned))
        self.labels = judged.count
        if let outside = judged.firstIndex(where: { !plan.isSampled($0) }) { throw .labelOutsideSample(outside) }
        guard judged.count <= sizes.loosest + sizes.caught else { throw .labelsDoNotFit(row: 0, candidate: 0) }

        let found = plan.misses.map { Self.misses(plan, $0, judged) }
        let all: [[(checked: Int, wrong: Int)]]
        if let found {
            all = [[(found.missed.checked, found.missed.unsafe)]]
        } else {
            all = try Self.counts(plan, sizes, judged)
        }
        let counts = found == nil ? Self.counted(all, plan, sizes, judged) : all
        let pValues: [[Double]]
        if let found {
            pValues = [[plan.missPValue(sizes, caught: found.caught, missed: found.missed)]]
        } else {
            pValues = counts.indices.map { row in
                counts[row].indices.map { number in
                    let count = counts[row][number]
                    return plan.pValue(size: sizes.rows[row][number], checked: count.checked, wrong: count.wrong)
                }
            }
        }
        let isFinished = plan.test.isAtAnyTime || judged.count >= planned
        let tested = try FixedSequence(pValues: pValues, start: start, delta: plan.delta)
        let rejected = isFinished ? tested.rejected : start.map { _ in nil }
        findings = counts.indices.map { row in
            counts[row].indices.map { number in
                Finding(
                    checked: counts[row][number].checked,
                    wrong: counts[row][number].wrong,
                    pValue: pValues[row][number],
                    isCertified: rejected[row]?.contains(number) ?? false,
                    caught: found.map { Finding.Caught(checked: $0.caught.checked, unsafe: $0.caught.unsafe) }
                )
            }
        }
        guard isFinished else {
            outcome = .unfinished(missing: planned - judged.count)
            return
        }
        let passed = rejected.indices.compactMap { row in rejected[row].map { (row: row, candidate: $0.upperBound) } }
        if let best = passed.max(by: { sizes.rows[$0.row][$0.candidate] < sizes.rows[$1.row][$1.candidate] }) {
            outcome = .certified(row: best.row, candidate: best.candidate)
        } else {
            outcome = .notCertified(atLeast: Self.missing(plan, sizes, start, all, tested.levels, judged.count))
        }
    }

    /// The certified thresholds; nil where there are none.
    public var thresholds: Thresholds? {
        guard case .certified(let row, let candidate) = outcome else { return nil }
        return plan.rows[row][candidate]
    }

    /// Judges the labels anew and tells whether all of it comes out the same.
    ///
    /// - Throws: what judging throws, where the labels cannot be those of this certificate.
    public func isConfirmed(by labels: [CertificateLabel]) throws(AuditError) -> Bool {
        guard planDigest == plan.digest else { return false }
        let again = try ThresholdCertificate(plan, sizes: sizes, labels: labels)
        guard again.outcome == outcome, again.labels == self.labels, again.start == start else { return false }
        let (one, other) = (Array(findings.joined()), Array(again.findings.joined()))
        return one.count == other.count
            && zip(one, other).allSatisfy { one, other in
                // Another machine's last bits may differ.
                one.checked == other.checked && one.wrong == other.wrong && one.caught == other.caught
                    && one.isCertified == other.isCertified
                    && abs(one.pValue - other.pValue) <= 1e-9
            }
    }
}

extension CertificateLabel {
    /// True where the set of some thresholds holds the item or one of its copies.
    public func isAccepted(_ thresholds: Thresholds) -> Bool {
        func accepts(_ scores: Scores) -> Bool {
            thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .accepted
        }
        return accepts(scores) || others.contains(where: accepts)
    }
}
