import ReviewAudit
public import RoundModel
import Verdicts

/// What the sets of a round at some thresholds are to the certificate of its review, before they are exported.
public enum CertificateStanding: Hashable, Sendable {
    /// Nobody planned one, or nobody has given a verdict.
    case unplanned
    /// The review's newest plan is of another round, or cannot be read.
    case otherRound(plan: Int)
    /// Items of its sample have no verdict yet.
    case unfinished(plan: Int, missing: Int)
    /// Its sample was judged, and nothing is certified.
    case failed(plan: Int)
    /// Other thresholds are certified.
    case otherThresholds(Thresholds)
    /// Verdicts given at once brought items in or took them out.
    case unread(Int)
    /// The accepted set is the certified one but for what verdicts brought in, which the promise does not cover.
    case certified(promise: String, broughtIn: Int)

    /// - Parameter verdicts: those on the round; nil for none.
    /// - Complexity: O(verdicts and the items that they are on).
    public init(_ verdicts: ExportVerdicts?, at thresholds: Thresholds) {
        guard let verdicts, let plan = CertificateJournal(verdicts.round.record).plan else {
            self = .unplanned
            return
        }
        // Where nothing was said nobody has looked at the contents, which tell whether the plan is of this round.
        guard verdicts.round.keys != nil else {
            self = .unfinished(plan: plan.number, missing: plan.sampleSize)
            return
        }
        guard let status = verdicts.certificate else {
            self = .otherRound(plan: plan.number)
            return
        }
        guard let passed = status.passed else {
            self =
                status.isSettled
                ? .failed(plan: plan.number) : .unfinished(plan: plan.number, missing: status.missing.count)
            return
        }
        guard passed.thresholds == thresholds else {
            self = .otherThresholds(passed.thresholds)
            return
        }
        let coverage = ExportCoverage(of: verdicts.round, at: thresholds, misses: plan.misses)
        self =
            plan.isDerived && !coverage.isRead
            ? .unread(coverage.unread) : .certified(promise: plan.promise, broughtIn: coverage.broughtIn)
    }

    /// It in a sentence: `a certificate covers this set: at most 5 % wrong, with 95 % confidence`.
    public var text: String {
        let none = "no certificate covers this set"
        switch self {
        case .unplanned: return none
        case .otherRound(let plan): return "\(none): plan \(plan) was fixed for another round"
        case .unfinished(let plan, let missing):
            return
                "\(none): \(DecimalText.counted(missing, "item")) of plan \(plan) \(missing == 1 ? "has" : "have") no verdict yet"
        case .failed(let plan): return "\(none): plan \(plan) was judged, and nothing is certified"
        case .otherThresholds(let certified): return "\(none): certified is \(FigureText.text(certified))"
        case .unread(let count):
            return "\(none): \(DecimalText.counted(count, "item")) came in or went out by verdicts given at once"
        case .certified(let promise, let broughtIn):
            let beyond = "; it does not cover \(DecimalText.counted(broughtIn, "item")) that verdicts brought in"
            return "a certificate covers this set: \(promise)\(broughtIn > 0 ? beyond : "")"
        }
    }
}
