import AuditStatistics
public import RoundModel

/// What a plan that is fixed can be expected to come to.
extension KeptPlan {
    /// A candidate's set, and what it allows.
    public struct Candidate: Hashable, Sendable {
        /// Its thresholds.
        public var thresholds: Thresholds
        /// The items of its set.
        public var size: Int
        /// The items of the sample that are expected in it.
        public var expected: Int
        /// Of these, the ones that count: more of them would allow no other mistake.
        public var counted: Int
        /// The mistakes that may be among them; nil where so few certify nothing.
        public var mistakes: Int?
    }

    /// The candidates of each row, from strict to loose.
    ///
    /// - Complexity: O(candidates × log labels) p-values.
    public var candidateSets: [[Candidate]] {
        if let misses = plan.misses {
            let unsafe = Int((CertificationPlan.unsafeAmongCaught * Double(misses.caughtLabels)).rounded(.down))
            return [
                [
                    Candidate(
                        thresholds: plan.loosest,
                        size: sizes.loosest,
                        expected: misses.missedLabels,
                        counted: misses.missedLabels,
                        mistakes: plan.missesAllowed(sizes, caught: unsafe)
                    )
                ]
            ]
        }
        let expected = plan.expectedLabels(sizes)
        return plan.rows.indices.map { row in
            plan.rows[row].indices.map { number in
                let (size, checked) = (sizes.rows[row][number], expected[row][number])
                return Candidate(
                    thresholds: plan.rows[row][number],
                    size: size,
                    expected: checked,
                    counted: plan.counted(of: checked, ofSize: size),
                    mistakes: plan.mistakes(allowedAmong: checked, ofSize: size)
                )
            }
        }
    }

    /// A probability in words that are never more certain than it is.
    static func chance(_ value: Double) -> String {
        if value < 0.001 { return "under 0.1 %" }
        if value > 0.999 { return "over 99.9 %" }
        return "\(DecimalText.exact((value * 1_000).rounded() / 10, atLeast: 0)) %"
    }
}
