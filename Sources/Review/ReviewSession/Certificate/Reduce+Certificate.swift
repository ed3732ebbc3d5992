public import ReviewAudit
import RoundModel
import Verdicts

/// What a certificate is to the rest of the review: what it does by itself stands in `CertificateState`.
extension ReviewState {
    /// True while the certificate's dialog is open.
    private var isCertificateShown: Bool { dialog is CertificateDialog }

    /// True where somebody asks how plan, sample or labels stand, or has asked for a plan.
    private var asksForCertificate: Bool {
        isCertificateShown || certificate.isWanted || certificate.wish != nil || queue?.kind == .certificate
    }

    /// True where something waits for the sample of the present plan.
    var wantsCertificateSample: Bool { certificate.plan != nil && asksForCertificate }

    /// True where a plan or its sample is asked for, which follow from the contents of the round.
    var wantsCertificateContents: Bool { asksForCertificate }

    /// What a form comes to in this round, at the present thresholds; nil until that is known.
    public func preview(of form: CertificateForm) -> Result<KeptPlan, CertificateProblem>? {
        certificate.preview(of: form, certificateContext)?.map(\.plan)
    }

    /// What a row of a form is set to, in words: with the number of items that its plan has in this round.
    public func text(of row: CertificateForm.Row, in form: CertificateForm) -> String {
        guard case .success(let plan)? = preview(of: form) else { return form.text(of: row, nil) }
        return form.text(of: row, plan)
    }

    /// What the plan of a form can be expected to come to; nil until that is known, and where there can be none.
    public func outlook(of form: CertificateForm) -> CertificateOutlook? {
        guard case .success(let proposed)? = certificate.preview(of: form, certificateContext) else { return nil }
        return proposed.outlook
    }

    mutating func openCertificate() {
        if round.grid != nil {
            return refuse(
                "a certificate needs a sample drawn evenly from one set, and a grid has exact sizes on its lines only; certify the "
                    + "sets that the job makes"
            )
        }
        guard round.isComplete else { return refuse("the round is still being read; a certificate is about all of it") }
        guard round.count > 0 else { return refuse("there is no item to certify") }
        switch verdicts.file {
        case .none: return refuse("a plan must be kept before its first verdict, and nothing is kept here")
        case .refused(let why): return refuse("a plan cannot be kept: \(why)")
        case .opening: return refuse("the review file is being opened")
        case .open, .failing: break
        }
        readCertificates()
        round.content.tryAgain()
        open(CertificateDialog(form: certificate.plan == nil ? CertificateForm() : nil))
    }

    /// Has a plan made, which is kept when it is there.
    mutating func fix(_ form: CertificateForm, _ open: CertificateDialog) {
        guard let problem = certificate.fix(form, certificateContext) else { return }
        var open = open
        open.problem = problem
        dialog = open
    }

    /// Leads to the labels that are missing, takes certified thresholds over, or goes on to another plan.
    mutating func goOn(_ open: CertificateDialog) {
        switch certificate.step {
        case .takeOver(let certified)?:
            dialog = nil
            leaveQueue()
            if certified == thresholds.now {
                message = Message(.notice, "the present thresholds are the certified ones already")
            } else {
                move(to: certified)
            }
        case .planAnew?:
            var open = open
            open.form = certificate.nextForm
            dialog = open
        case .label?:
            dialog = nil
            certificate.label()
        case nil: break
        }
    }

    /// Takes over the records of the journal, where some are new.
    private mutating func readCertificates() {
        // What is labelled in an old plan's queue belongs to no sample of the new one.
        if certificate.read(verdicts.record), queue?.kind == .certificate { leaveQueue() }
    }

    /// What the certificate needs; judges its labels anew where some have changed.
    mutating func missingCertificate() -> (any Job)? {
        guard round.isComplete, verdicts.file.seed != nil, asksForCertificate else { return nil }
        readCertificates()
        if let wanted = certificate.wanted(certificateContext) {
            return CertificateJob(request: wanted, columns: round.columns, content: round.content.keys)
        }
        guard certificate.wantedPreview(certificateContext) == nil else { return nil }
        judgeCertificate()
        if let fresh = certificate.takeQueue(at: moment.clock) { begin(fresh, countsAnswers: false) }
        return nil
    }

    private mutating func judgeCertificate() {
        if isCertificateShown { certificate.tellHistory(verdicts) }
        guard let (status, isNew) = certificate.judge(verdicts) else { return }
        // The last label brings the result.
        if queue?.kind == .certificate, isNew, dialog == nil { dialog = CertificateDialog() }
        if certificate.journal?.latest != status.text { journal(.certificate(status.text)) }
    }

    mutating func takeCertificate(
        _ request: CertificateRequest,
        _ result: Result<CertificateFindings, CertificateProblem>
    ) {
        switch certificate.take(request, result, in: round) {
        case .fixed(let plan)?:
            journal(.certificate(plan.text))
            readCertificates()
            dialog = CertificateDialog()
            message = Message(.done, "plan \(plan.number) is fixed: hash \(plan.hash.prefix(16))…")
        case .notFixed(let problem)?:
            guard var open = dialog as? CertificateDialog else { return }
            open.problem = problem.message
            dialog = open
        case .notDrawn(let problem)?:
            if !isCertificateShown { refuse(problem.message) }
        case nil: break
        }
    }
}
