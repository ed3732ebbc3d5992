public import Basics
public import ReviewAudit

extension OrderedJSON {
    /// A plan and what its verdicts came to, as manifests and commands give it.
    ///
    /// - Complexity: O(candidates + labels).
    public static func certificate(_ status: CertificateStatus) -> OrderedJSON {
        OrderedJSON(encoding: CertificateClaim(status))
    }
}
