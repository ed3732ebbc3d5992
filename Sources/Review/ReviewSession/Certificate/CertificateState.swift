public import ReviewAudit
public import RoundModel

/// The plan and the certificate of a review, as far as they are known.
public struct CertificateState: Sendable {
    /// The plans and certificates of the journal.
    public internal(set) var journal: CertificateJournal?
    /// The sample of the present plan; nil until it is drawn.
    public internal(set) var sample: CertificateSample?
    /// What its labels come to; nil until that is known.
    public internal(set) var status: CertificateStatus?
    /// Why the sample cannot be drawn, or the labels not be judged; nil where they can.
    public internal(set) var problem: CertificateProblem?
    /// True while labelling waits for the sample.
    public internal(set) var isWanted = false
    /// The plan that is to be made.
    var wish: CertificateRequest?
    /// What the form that is open comes to, once that is known.
    var preview: CertificatePreview?
    /// The round and the verdicts that sample and status were made from.
    var sampleRevision: Int?
    var statusRevision: Int?
    /// The plan or sample that was asked for last.
    var asked = Asked<CertificateRequest>()

    init() {}

    /// The plan that counts; nil before one is fixed.
    public var plan: KeptPlan? { journal?.plan }

    /// What confirming does next with it, in a few words; nil while that is not known.
    public var nextStep: String? {
        guard let status, problem == nil else { return nil }
        if status.passed != nil { return "use these thresholds" }
        if status.isSettled, !status.plan.isAtAnyTime { return "make a new plan" }
        return status.labelled.isEmpty ? "begin the sample" : "go on with the sample"
    }
}

/// What a plan comes to that is not fixed yet.
struct CertificatePreview: Sendable {
    /// What was asked for.
    var request: CertificateRequest
    /// The round that it was asked of.
    var revision: Int
    var result: Result<KeptPlan, CertificateProblem>
}

extension ReviewState {
    /// What a form comes to in this round, at the present thresholds; nil until that is known.
    public func preview(of form: CertificateForm) -> Result<KeptPlan, CertificateProblem>? {
        guard let preview = certificate.preview, preview.revision == round.revision,
            case .plan(let wish, let thresholds, _, _, _) = preview.request, wish == form.wish,
            thresholds == self.thresholds.now
        else { return nil }
        return preview.result
    }
}

/// Make a plan, or draw the sample of one.
public enum CertificateRequest: Hashable, Sendable {
    case plan(CertificateWish, Thresholds, seed: UInt64, number: Int, revision: Int)
    case sample(KeptPlan, revision: Int)

    /// The revision of the round that it is of.
    var round: Int {
        switch self {
        case .plan(_, _, _, _, let revision), .sample(_, let revision): revision
        }
    }
}

/// What came of it.
public enum CertificateFindings: Hashable, Sendable {
    case plan(KeptPlan)
    case sample(CertificateSample)
}

/// Makes plans and draws samples; a worker's task.
public enum CertificateMaker {
    /// - Parameter content: the contents of the items, which a sample needs.
    /// - Complexity: O(n × candidates), shared among the cores.
    public static func findings(
        _ request: CertificateRequest,
        in columns: ScoreColumns,
        content: ContentKeys?
    ) -> Result<CertificateFindings, CertificateProblem> {
        switch request {
        case .plan(let wish, let thresholds, let seed, let number, _):
            return Result { () throws(CertificateProblem) in
                .plan(try CertificatePlanner.plan(wish, at: thresholds, in: columns, seed: seed, number: number))
            }
        case .sample(let plan, _):
            guard let content, content.count == columns.count else { return .failure(.noContents) }
            return Result { () throws(CertificateProblem) in
                .sample(try CertificateSample(plan, in: columns, keys: content))
            }
        }
    }
}
