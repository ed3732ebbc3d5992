import ReviewAudit
import RoundModel
import Verdicts

extension ReviewState {
    /// True while the certificate's dialog is open.
    private var isCertificateShown: Bool { dialog is CertificateDialog }

    /// True where something waits for the sample of the present plan.
    var wantsCertificateSample: Bool {
        certificate.plan != nil && (isCertificateShown || certificate.isWanted || queue?.kind == .certificate)
    }

    mutating func openCertificate() {
        guard round.isComplete else { return refuse("the round is still being read; a certificate is about all of it") }
        guard round.count > 0 else { return refuse("there is no item to certify") }
        switch verdicts.file {
        case .none: return refuse("a plan must be kept before its first verdict, and nothing is kept here")
        case .refused(let why): return refuse("a plan cannot be kept: \(why)")
        case .opening: return refuse("the review file is being opened")
        case .open, .failing: break
        }
        readCertificates()
        round.content.problem = nil
        open(CertificateDialog(form: certificate.plan == nil ? CertificateForm() : nil))
    }

    /// A form that asks for what the present plan asked for, and for the labels that it turned out to lack.
    func nextForm() -> CertificateForm {
        var form = CertificateForm()
        guard let plan = certificate.plan else { return form }
        form.alpha = plan.alpha
        form.delta = plan.delta
        form.isPair = plan.isPair
        form.isAtAnyTime = plan.isAtAnyTime
        if let status = certificate.status, status.isSettled, status.passed == nil { form.labels = status.nextLabels }
        return form
    }

    /// Has a plan made, which is kept when it is there.
    mutating func fix(_ form: CertificateForm, _ open: CertificateDialog) {
        guard let seed = verdicts.file.seed, certificate.wish == nil else { return }
        if let obstacle = certificate.journal?.obstacle {
            var open = open
            open.problem = obstacle.message
            dialog = open
            return
        }
        certificate.wish = .plan(
            form.wish,
            thresholds.now,
            seed: CertificatePlanner.seed(for: verdicts.record, reviewSeed: seed),
            number: (certificate.journal?.plans.count ?? 0) + 1,
            revision: round.revision
        )
    }

    /// The plan that a form asks for, to be told before it is fixed; nil where it is known, or nothing asks for one.
    private func wantedPreview(_ seed: UInt64) -> CertificateRequest? {
        guard certificate.wish == nil, let form = (dialog as? CertificateDialog)?.form else { return nil }
        // What a sample is drawn with changes no plan, and the number is none that a plan has.
        guard preview(of: form) == nil else { return nil }
        return .plan(form.wish, thresholds.now, seed: seed, number: 0, revision: round.revision)
    }

    /// Leads to the labels that are missing, takes certified thresholds over, or goes on to another plan.
    mutating func goOn(_ open: CertificateDialog) {
        guard let status = certificate.status, certificate.problem == nil else { return }
        if let passed = status.passed {
            dialog = nil
            if queue != nil { leaveQueue() }
            if passed.thresholds == thresholds.now {
                message = Message(.notice, "the present thresholds are the certified ones already")
            } else {
                move(to: passed.thresholds)
            }
        } else if status.isSettled, !status.plan.isAtAnyTime {
            var open = open
            open.form = nextForm()
            dialog = open
        } else {
            dialog = nil
            certificate.isWanted = true
        }
    }

    /// Takes over the records of the journal, where some are new.
    private mutating func readCertificates() {
        guard certificate.journal?.count != verdicts.record.certificates.count else { return }
        let before = certificate.plan
        certificate.journal = CertificateJournal(verdicts.record)
        guard !(certificate.plan?.isSame(as: before) ?? false) else { return }
        certificate.sample = nil
        certificate.status = nil
        certificate.problem = nil
        certificate.sampleRevision = nil
        certificate.statusRevision = nil
        // What is labelled in an old plan's queue belongs to no sample of the new one.
        if queue?.kind == .certificate { leaveQueue() }
    }

    /// What the certificate needs; judges its labels anew where some have changed.
    mutating func missingCertificate() -> (any Job)? {
        guard round.isComplete, let seed = verdicts.file.seed else { return nil }
        guard isCertificateShown || certificate.isWanted || queue?.kind == .certificate else { return nil }
        readCertificates()
        if let wish = certificate.wish, certificate.asked.ask(wish) {
            return CertificateJob(request: wish, columns: round.columns, content: nil)
        }
        if let preview = wantedPreview(seed) {
            return certificate.asked.ask(preview)
                ? CertificateJob(request: preview, columns: round.columns, content: nil) : nil
        }
        guard let plan = certificate.plan else {
            certificate.isWanted = false
            return nil
        }
        if certificate.sampleRevision != round.revision {
            certificate.sample = nil
            certificate.status = nil
            let wanted = CertificateRequest.sample(plan, revision: round.revision)
            guard certificate.wish == nil, let content = round.content.keys, certificate.asked.ask(wanted) else {
                return nil
            }
            return CertificateJob(request: wanted, columns: round.columns, content: content)
        }
        judgeCertificate()
        if certificate.isWanted { enterCertificateQueue() }
        return nil
    }

    private mutating func judgeCertificate() {
        guard let sample = certificate.sample, certificate.statusRevision != verdicts.revision else { return }
        let wasSettled = certificate.status?.isSettled ?? true
        certificate.statusRevision = verdicts.revision
        let digests = verdicts.digests
        do {
            certificate.status = try CertificateStatus(sample, record: verdicts.record, digest: { digests[$0] })
        } catch {
            certificate.problem = .argument(error)
            return
        }
        guard let status = certificate.status, status.isSettled else { return }
        // The last label brings the result.
        if queue?.kind == .certificate, !wasSettled, dialog == nil { dialog = CertificateDialog() }
        if certificate.journal?.latest != status.text { journal(.certificate(status.text)) }
    }

    private mutating func enterCertificateQueue() {
        guard let sample = certificate.sample, let status = certificate.status, !sample.items.isEmpty else { return }
        certificate.isWanted = false
        var fresh = QueueState(
            kind: .certificate,
            title: "certificate, plan \(sample.plan.number)",
            items: sample.items,
            numbers: sample.numbers,
            seed: sample.plan.seed,
            size: sample.plan.population,
            isBlind: true,
            goal: sample.planned,
            began: moment.clock
        )
        fresh.answered = status.labelled
        enter(fresh, answeredCount: false)
    }

    mutating func takeCertificate(
        _ request: CertificateRequest,
        _ result: Result<CertificateFindings, CertificateProblem>
    ) {
        guard certificate.asked.awaits(request) else { return }
        certificate.asked.forget()
        if case .plan = request, certificate.wish != request {
            let told = result.flatMap { findings -> Result<KeptPlan, CertificateProblem> in
                if case .plan(let plan) = findings { .success(plan) } else { .failure(.nothingAccepted) }
            }
            certificate.preview = CertificatePreview(request: request, revision: round.revision, result: told)
            return
        }
        switch (request, result) {
        case (.plan, .success(.plan(let plan))):
            guard certificate.wish == request else { return }
            certificate.wish = nil
            journal(.certificate(plan.text))
            readCertificates()
            dialog = CertificateDialog()
            message = Message(.done, "plan \(plan.number) is fixed: hash \(plan.hash.prefix(16))…")
        case (.plan, .failure(let problem)):
            guard certificate.wish == request else { return }
            certificate.wish = nil
            guard var open = dialog as? CertificateDialog else { return }
            open.problem = problem.message
            dialog = open
        case (.sample(let plan, let revision), _):
            guard plan.isSame(as: certificate.plan), revision == round.revision else { return }
            certificate.sampleRevision = revision
            certificate.statusRevision = nil
            switch result {
            case .success(.sample(let sample)):
                certificate.sample = sample
                certificate.problem = nil
            case .failure(let problem):
                certificate.problem = problem
                certificate.isWanted = false
                if !isCertificateShown { refuse(problem.message) }
            case .success: break
            }
        case (.plan, .success(.sample)): break
        }
    }
}
