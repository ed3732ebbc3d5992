public import AuditStatistics
public import ReviewAudit

/// What a plan is to be fixed with.
public struct CertificateForm: Hashable, Sendable {
    /// The row under the cursor, from 0, in `Row`.
    public internal(set) var row = 0
    public internal(set) var alpha = 0.05
    public internal(set) var delta = 0.05
    /// Candidates of θ safety.
    public internal(set) var candidates = CertificateWish.usualCandidates
    /// Mistakes that the loosest set of a large round may have.
    public internal(set) var mistakes = CertificateWish.usualMistakes
    /// Labels to plan for, where an earlier result tells how many; nil where `mistakes` does.
    public internal(set) var labels: Int?
    public internal(set) var isPair = false
    /// What is promised of the unsafe responses; nil for a promise about the accepted items.
    public internal(set) var misses: MissPlan.Target?
    /// Whether the present thresholds alone are tested.
    public internal(set) var isPresent = false
    public internal(set) var isAtAnyTime = false

    public init() {}

    /// What can be chosen.
    public enum Row: Int, CaseIterable, Sendable {
        case alpha, delta, thresholds, candidates, labels, judged, promise
    }

    public static let shares = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3]
    public static let candidateCounts = [5, 10, 20, 50, 100]
    public static let mostMistakes = 9

    /// What it asks for.
    public var wish: CertificateWish {
        var wish = CertificateWish(
            alpha: alpha,
            delta: delta,
            candidates: candidates,
            isPair: isPair,
            isPresent: isPresent,
            misses: misses,
            isAtAnyTime: isAtAnyTime && misses == nil
        )
        wish.labels = labels
        wish.mistakes = mistakes
        return wish
    }
}
