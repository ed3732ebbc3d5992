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

    /// What the candidates allow: `at the loosest 2 of 142 may be wrong; the search begins where none of about 72 may …`.
    public var allowanceText: String {
        let sets = candidateSets
        guard let loosest = sets.last?.last else { return "" }
        func text(_ set: Candidate) -> String {
            let allowed = set.mistakes.map { $0 == 0 ? "none" : DecimalText.grouped($0) } ?? "no number"
            return
                "\(allowed) of \(set.size == sizes.loosest ? "" : "about ")\(DecimalText.grouped(set.counted)) may be wrong"
        }
        if isPresent {
            let idle = loosest.expected - loosest.counted
            return text(loosest) + (idle > 0 ? "; \(DecimalText.grouped(idle)) more would allow no other mistake" : "")
        }
        // The last but one where the loosest set has a share of δ of its own.
        let hasOwn = sets.count > 1 && sets.last?.count == 1
        let row = hasOwn ? sets.count - 2 : sets.count - 1
        let start = (try? plan.start(sizes))?[row]
        guard let start, start < sets[row].count - 1 else { return "at the loosest \(text(loosest))" }
        let first = text(sets[row][start])
        if hasOwn { return "at the loosest \(text(loosest)); the search begins where \(first)" }
        return "the strictest is tested first, where \(first), and a failure ends the test; at the loosest "
            + text(loosest)
    }

    /// A probability in words that are never more certain than it is.
    static func chance(_ value: Double) -> String {
        if value < 0.001 { return "under 0.1 %" }
        if value > 0.999 { return "over 99.9 %" }
        return "\(DecimalText.exact((value * 1_000).rounded() / 10, atLeast: 0)) %"
    }
}
