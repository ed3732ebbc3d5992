public import ReviewAudit
public import RoundModel

/// What a manifest claims to be certified: a plan, what its verdicts came to, and whether that is what was exported.
public struct CertifiedSet: Codable, Sendable {
    /// The plan, and what its verdicts came to.
    public var claim: CertificateClaim
    /// Whether the accepted set that was exported is the certified one. Of an older kind of plan: whether the thresholds
    /// are.
    public var exported: Bool
    /// What verdicts brought into the set and took out of it; nil for an older kind of plan.
    public var coverage: ExportCoverage?

    private enum CodingKeys: String, CodingKey {
        case exported
        case coverage = "verdicts"
    }

    init(_ claim: CertificateClaim, exportedAt thresholds: Thresholds, _ coverage: ExportCoverage) {
        self.claim = claim
        self.coverage = claim.isOlder ? nil : coverage
        exported = false
        exported = isExported(at: thresholds)
    }

    /// Whether what was exported at some thresholds is the certified set.
    public func isExported(at thresholds: Thresholds) -> Bool { claim.isExported(at: thresholds, coverage) }

    public init(from decoder: any Decoder) throws {
        claim = try CertificateClaim(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        exported = try container.decodeIfPresent(Bool.self, forKey: .exported) ?? false
        coverage = try container.decodeIfPresent(ExportCoverage.self, forKey: .coverage)
    }

    public func encode(to encoder: any Encoder) throws {
        try claim.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(exported, forKey: .exported)
        try container.encodeIfPresent(coverage, forKey: .coverage)
    }
}
