public import ReviewAudit

/// What a manifest claims to be certified: a plan, what its verdicts came to, and whether that is what was exported.
public struct CertifiedSet: Codable, Sendable {
    /// The plan, and what its verdicts came to.
    public var claim: CertificateClaim
    /// Whether the certified thresholds are those of the export.
    public var exported: Bool

    private enum CodingKeys: String, CodingKey {
        case exported
    }

    init(claim: CertificateClaim, exported: Bool) {
        self.claim = claim
        self.exported = exported
    }

    public init(from decoder: any Decoder) throws {
        claim = try CertificateClaim(from: decoder)
        exported =
            try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Bool.self, forKey: .exported) ?? false
    }

    public func encode(to encoder: any Encoder) throws {
        try claim.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(exported, forKey: .exported)
    }
}
