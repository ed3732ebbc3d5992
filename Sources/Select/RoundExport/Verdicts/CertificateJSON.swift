public import Basics
public import ReviewAudit
public import Verdicts

extension OrderedJSON {
    /// A plan and what its verdicts came to, as manifests and commands give it.
    ///
    /// - Parameter record: the review's.
    /// - Complexity: O(candidates + labels + plans × verdicts).
    public static func certificate(_ status: CertificateStatus, in record: ReviewRecord) -> OrderedJSON {
        OrderedJSON(encoding: CertificateClaim(status, in: record))
    }
}
