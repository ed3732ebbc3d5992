public import ReviewAudit
import RoundModel

/// The plan that counts, what follows from it, and what another one would come to.
extension CertificateState {
    /// The plan that counts; nil before one is fixed.
    public var plan: KeptPlan? { journal?.plan }

    /// What confirming does next.
    enum Step {
        /// Takes over certified thresholds, asks for another plan, or leads to the labels that are missing.
        case takeOver(Thresholds), planAnew, label
    }

    /// What confirming does next; nil while that is not known.
    var step: Step? {
        guard let status, problem == nil else { return nil }
        if let passed = status.passed { return .takeOver(passed.thresholds) }
        return status.isSettled && !status.plan.isAtAnyTime ? .planAnew : .label
    }

    /// The same in a few words.
    public var nextStep: String? {
        switch step {
        case .takeOver?: "use these thresholds"
        case .planAnew?: "make a new plan"
        case .label?: status?.labelled.isEmpty == true ? "begin the sample" : "go on with the sample"
        case nil: nil
        }
    }

    /// A form that asks for what the present plan asked for, and for the labels that it turned out to lack.
    var nextForm: CertificateForm {
        var form = CertificateForm()
        guard let plan else { return form }
        form.alpha = plan.alpha
        form.delta = plan.delta
        form.isPair = plan.isPair
        form.isPresent = plan.isPresent && plan.misses == nil
        form.misses = plan.misses
        form.isAtAnyTime = plan.isAtAnyTime
        if let status, status.isSettled, status.passed == nil { form.labels = status.nextLabels }
        return form
    }

    /// What a form comes to in a round, at some thresholds; nil until that is known.
    func preview(
        of form: CertificateForm,
        _ context: CertificateContext
    ) -> Result<CertificatePreview.Plan, CertificateProblem>? {
        guard let preview, preview.revision == context.round.revision,
            case .plan(let wish, let thresholds, _, _) = preview.request, wish == form.wish,
            thresholds == context.thresholds
        else { return nil }
        return preview.result
    }

    /// The plan that a form asks for, to be told before it is fixed; nil where it is known, or nothing asks for one.
    func wantedPreview(_ context: CertificateContext) -> CertificateRequest? {
        guard wish == nil, let form = context.form, context.verdicts.file.seed != nil,
            preview(of: form, context) == nil
        else { return nil }
        // What a sample is drawn with, and what came before, changes nothing of what is shown.
        return request(form, CertificateSeries(), context)
    }

    /// The plan that a form asks for.
    func request(_ form: CertificateForm, _ series: CertificateSeries, _ context: CertificateContext)
        -> CertificateRequest
    {
        .plan(form.wish, context.thresholds, series, revision: context.round.revision)
    }
}

/// What a plan comes to that is not fixed yet.
struct CertificatePreview: Sendable {
    /// What was asked for.
    let request: CertificateRequest
    /// The round that it was asked of.
    let revision: Int
    let result: Result<Plan, CertificateProblem>

    /// A plan, and what it can be expected to come to.
    struct Plan: Sendable {
        let plan: KeptPlan
        let outlook: CertificateOutlook
    }

    init(_ request: CertificateRequest, _ result: Result<CertificateFindings, CertificateProblem>, revision: Int) {
        self.request = request
        self.revision = revision
        self.result = result.flatMap { findings in
            guard case .plan(let plan, let outlook) = findings else { return .failure(.nothingAccepted) }
            return .success(Plan(plan: plan, outlook: outlook))
        }
    }
}
