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
        /// The mistakes that may be among them; nil where so few certify nothing.
        public var mistakes: Int?
    }

    /// The candidates of each row, from strict to loose.
    ///
    /// - Complexity: O(candidates × log labels) p-values.
    public var candidateSets: [[Candidate]] {
        let expected = plan.expectedLabels(sizes)
        return plan.rows.indices.map { row in
            plan.rows[row].indices.map { number in
                let (size, checked) = (sizes.rows[row][number], expected[row][number])
                return Candidate(
                    thresholds: plan.rows[row][number],
                    size: size,
                    expected: checked,
                    mistakes: plan.mistakes(allowedAmong: checked, ofSize: size)
                )
            }
        }
    }

    /// The probability of a certificate for some shares of wrong items, from small to α.
    ///
    /// - Complexity: as for `CertificationPlan.chance`.
    public var power: [(share: Double, chance: Double)] {
        [0.1, 0.25, 0.5, 0.75, 1].compactMap { part in
            let share = alpha * part
            return (try? plan.chance(ifWrong: share, sizes)).map { (share, $0) }
        }
    }

    /// The chance to pass in a line: `98 % if 0.5 % are wrong, 72 % if 1.25 %, …`.
    public var powerText: String {
        let parts = power.enumerated().map { number, point in
            let share = Self.percent(point.share)
            return "\(Self.chance(point.chance)) if \(share)\(number == 0 ? " of the items are wrong" : "")"
        }
        return parts.joined(separator: ", ")
    }

    /// What the candidates allow: `at the loosest 2 of 124 may be wrong; the strictest is tested first, and 1 of about 103 …`.
    public var allowanceText: String {
        let sets = candidateSets
        guard let row = sets.last, let loosest = row.last else { return "" }
        func text(_ set: Candidate) -> String {
            let allowed = set.mistakes.map { DecimalText.grouped($0) } ?? "none"
            return "\(allowed) of \(isPresent ? "" : "about ")\(DecimalText.grouped(set.expected)) may be wrong"
        }
        if isPresent { return text(loosest) }
        let start = (try? plan.start(sizes))?.last.flatMap(\.self)
        guard let start, start < row.count - 1 else { return "at the loosest \(text(loosest))" }
        return "the strictest is tested first, where \(text(row[start])), and a failure ends the test; at the loosest "
            + text(loosest)
    }

    /// A probability in words that are never more certain than it is.
    static func chance(_ value: Double) -> String {
        if value < 0.001 { return "under 0.1 %" }
        if value > 0.999 { return "over 99.9 %" }
        return "\(DecimalText.exact((value * 1_000).rounded() / 10, atLeast: 0)) %"
    }
}
