public import ReviewAudit
public import RoundModel

/// Make a plan, or draw the sample of one.
public enum CertificateRequest: Hashable, Sendable {
    case plan(CertificateWish, Thresholds, CertificateSeries, revision: Int)
    case sample(KeptPlan, revision: Int)

    /// The revision of the round that it is of.
    var round: Int {
        switch self {
        case .plan(_, _, _, let revision), .sample(_, let revision): revision
        }
    }
}

/// What came of it.
public enum CertificateFindings: Hashable, Sendable {
    case plan(KeptPlan, CertificateOutlook)
    case sample(CertificateSample, CertificateOutlook)
}

/// Makes plans and draws samples; a worker's task.
public enum CertificateMaker {
    /// - Parameter content: the contents of the items.
    /// - Complexity: O(n × candidates), shared among the cores.
    public static func findings(
        _ request: CertificateRequest,
        in columns: ScoreColumns,
        content: ContentKeys?
    ) -> Result<CertificateFindings, CertificateProblem> {
        guard let content, content.count == columns.count else { return .failure(.noContents) }
        return Result { () throws(CertificateProblem) in
            switch request {
            case .plan(let wish, let thresholds, let series, _):
                let plan = try CertificatePlanner.plan(wish, at: thresholds, in: columns, keys: content, series: series)
                return .plan(plan, CertificateOutlook(plan))
            case .sample(let plan, _):
                return .sample(
                    try CertificateSample(plan, in: columns, keys: content),
                    CertificateOutlook(plan)
                )
            }
        }
    }
}
