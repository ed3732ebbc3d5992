import AuditStatistics
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

    public init() {}

    /// - Complexity: O(bytes of the records).
    public init(_ record: ReviewRecord) {
        let journal = CertificateJournal(record)
        number = journal.plans.count + 1
        after = journal.plan?.plan.digest
        seen = Set(record.drawnWith)
    }
}
