import AuditStatistics
import RoundModel

/// What a plan can be expected to come to: its chance to pass against the truth, and what each of its candidates allows.
public struct CertificateOutlook: Hashable, Sendable {
    /// The chance to pass for some shares of wrong items, from 0 to a fifth more than α, evenly.
    public let curve: [Point]
    /// The candidates of each row, from strict to loose.
    public let candidates: [[KeptPlan.Candidate]]
    /// Where each row begins; nil where it does not.
    public let start: [Int?]
    private let plan: KeptPlan

    /// A point of the curve.
    public struct Point: Hashable, Sendable {
        /// The share that is wrong in truth.
        public var share: Double
        /// The probability of a certificate.
        public var chance: Double
    }

    /// Points of the curve up to α.
    private static let steps = 20
    /// Those that a row of numbers shows.
    private static let shown = [2, 5, 10, 15, 20]

    /// - Complexity: O(candidates × log labels) p-values, and as for `CertificationPlan.chance`.
    public init(_ plan: KeptPlan) {
        self.plan = plan
        candidates = plan.candidateSets
        start = (try? plan.plan.start(plan.sizes)) ?? plan.plan.rows.map { _ in nil }
        curve = (0...Self.steps * 6 / 5).compactMap { step in
            let share = min(1, plan.alpha * Double(step) / Double(Self.steps))
            return (try? plan.plan.chance(ifWrong: share, plan.sizes)).map { Point(share: share, chance: $0) }
        }
    }

    /// The largest share that may be certified.
    public var alpha: Double { plan.alpha }

    /// Some points of the curve, from small to α.
    public var power: [Point] { Self.shown.filter(curve.indices.contains).map { curve[$0] } }

    /// The chance to pass in a line: `98 % if 0.5 % of the items are wrong, 72 % if 1.25 %, …`.
    public var powerText: String {
        let parts = power.enumerated().map { number, point in
            let share = KeptPlan.percent(point.share)
            let what = plan.misses == nil ? " of the items are wrong" : " of the unsafe responses are missed"
            return "\(KeptPlan.chance(point.chance)) if \(share)\(number == 0 ? what : "")"
        }
        return parts.joined(separator: ", ")
    }

    /// The chance to pass as two rows of cells that stand below each other, their names first.
    public var powerTable: [[String]] {
        [
            [plan.misses == nil ? "wrong in truth" : "missed in truth"] + power.map { KeptPlan.percent($0.share) },
            ["chance to pass"] + power.map { KeptPlan.chance($0.chance) },
        ]
    }

    /// What the candidates allow: `at the loosest 2 of 142 may be wrong; the search begins where none of about 72 may …`.
    public var allowanceText: String {
        guard let loosest = candidates.last?.last else { return "" }
        if let misses = plan.plan.misses {
            let unsafe = Int((CertificationPlan.unsafeAmongCaught * Double(misses.caughtLabels)).rounded(.down))
            let allowed = plan.plan.missesAllowed(plan.sizes, caught: unsafe).map {
                $0 == 0 ? "none" : DecimalText.grouped($0)
            }
            let beyond = misses.target == .accepted ? "accepted" : "other"
            return
                "if \(DecimalText.grouped(unsafe)) of the \(DecimalText.grouped(misses.caughtLabels)) adversarial items are "
                + "unsafe, \(allowed ?? "no number") of the \(DecimalText.grouped(misses.missedLabels)) \(beyond) ones may be unsafe too"
        }
        func text(_ set: KeptPlan.Candidate) -> String {
            "\(Self.allowed(set)) of \(about(set))\(DecimalText.grouped(set.counted)) may be wrong"
        }
        if plan.isPresent {
            let idle = loosest.expected - loosest.counted
            return text(loosest) + (idle > 0 ? "; \(DecimalText.grouped(idle)) more would allow no other mistake" : "")
        }
        // The last but one where the loosest set has a share of δ of its own.
        let hasOwn = candidates.count > 1 && candidates.last?.count == 1
        let row = hasOwn ? candidates.count - 2 : candidates.count - 1
        guard let start = start[row], start < candidates[row].count - 1 else {
            return "at the loosest \(text(loosest))"
        }
        let first = text(candidates[row][start])
        if hasOwn { return "at the loosest \(text(loosest)); the search begins where \(first)" }
        return "the strictest is tested first, where \(first), and a failure ends the test; at the loosest "
            + text(loosest)
    }

    /// What every candidate allows, one a line, as far as they are tested: `θ safety 0.80: none of about 72 may be wrong`.
    public var candidateLines: [String] {
        if plan.isPresent { return [] }
        return zip(candidates, start).flatMap { row, start -> [String] in
            guard let start else { return [] }
            return row.enumerated().dropFirst(start).map { number, set in
                var name = "θ safety \(KeptPlan.score(set.thresholds.safety))"
                if plan.isPair { name += ", θ help \(KeptPlan.score(set.thresholds.help))" }
                let text =
                    "\(name), \(DecimalText.counted(set.size, "item")): \(Self.allowed(set)) of "
                    + "\(about(set))\(DecimalText.grouped(set.counted)) may be wrong"
                return number == start ? "\(text); a beginning" : text
            }
        }
    }

    /// How many items of a set are judged is known beforehand only of the set that the sample is drawn from.
    private func about(_ set: KeptPlan.Candidate) -> String { set.size == plan.population ? "" : "about " }

    private static func allowed(_ set: KeptPlan.Candidate) -> String {
        set.mistakes.map { $0 == 0 ? "none" : DecimalText.grouped($0) } ?? "no number"
    }
}
