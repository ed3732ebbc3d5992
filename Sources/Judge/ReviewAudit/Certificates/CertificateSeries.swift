import AuditStatistics
import RoundModel
public import Verdicts

/// What a review's plans came to so far, as far as the next one needs it: its number, what it comes after, and which
/// samples somebody has seen.
public struct CertificateSeries: Hashable, Sendable {
    /// The number of the next plan among the review's, from 1.
    public var number = 1
    /// The digest of the plan before; nil for the first.
    public var after: [UInt8]?
    /// What samples were drawn with of which something was judged, whether or not it still holds.
    public var seen: Set<UInt64> = []
    /// The other plans, with what was judged elsewhere since they were fixed.
    var glimpses: [Glimpse] = []

    /// A plan of whose sample nothing was judged as such. Somebody may have read it all the same, and judged it in a list.
    struct Glimpse: Hashable, Sendable {
        var plan: KeptPlan
        /// The upper halves of the digests of what was judged since.
        var keys: Set<UInt64>
    }

    public init() {}

    /// - Complexity: O(bytes of the records), and O(verdicts) for each plan without a verdict.
    public init(_ record: ReviewRecord) {
        let journal = CertificateJournal(record)
        number = journal.plans.count + 1
        after = journal.plan?.plan.digest
        seen = Set(record.drawnWith)
        for plan in journal.plans where plan.isDerived && !seen.contains(plan.seed) {
            guard let moment = journal.moments[plan.hash] else { continue }
            let keys = record.judged(since: moment).reduce(into: Set<UInt64>()) { $0.insert($1.high) }
            if !keys.isEmpty { glimpses.append(Glimpse(plan: plan, keys: keys)) }
        }
    }
}
