public import ReviewAudit
import RoundModel
import Verdicts

/// The plan and the certificate of a review, as far as they are known.
public struct CertificateState: Sendable {
    /// The plans and certificates of the journal.
    public private(set) var journal: CertificateJournal?
    /// The sample of the present plan; nil until it is drawn.
    public private(set) var sample: CertificateSample?
    /// What its labels come to; nil until that is known.
    public private(set) var status: CertificateStatus?
    /// What the present plan can be expected to come to; nil until its sample is drawn.
    public private(set) var outlook: CertificateOutlook?
    /// The plans before the present one; nil until somebody asks, and where there is none.
    public private(set) var history: CertificateHistory?
    /// Why the sample cannot be drawn, or the labels not be judged; nil where they can.
    public private(set) var problem: CertificateProblem?
    /// True while labelling waits for the sample.
    public private(set) var isWanted = false
    /// The plan that is to be made.
    private(set) var wish: CertificateRequest?
    /// What the form that is open comes to, once that is known.
    private(set) var preview: CertificatePreview?
    /// The round and the verdicts that sample and status were made from.
    private var sampleRevision: Int?
    private var statusRevision: Int?
    private var historyRevision: Int?
    /// The plan or sample that was asked for last.
    private var asked = Asked<CertificateRequest>()

    init() {}

    /// True where the sample was drawn from a round as it is, or cannot be drawn from it.
    func isSampled(in round: RoundState) -> Bool { sampleRevision == round.revision }

    // MARK: What people ask for

    /// Has a plan made, which is kept when it is there.
    ///
    /// - Returns: why there can be none; nil where one is being made.
    mutating func fix(_ form: CertificateForm, _ context: CertificateContext) -> String? {
        guard context.verdicts.file.seed != nil, wish == nil else { return nil }
        if let obstacle = journal?.obstacle { return obstacle.message }
        wish = request(form, CertificateSeries(context.verdicts.record), context)
        return nil
    }

    /// Does without a plan that is being made.
    mutating func dropWish() { wish = nil }

    /// Has the sample labelled once it is there.
    mutating func label() { isWanted = true }

    /// Waits no more for what cannot come.
    mutating func stopLabelling() { isWanted = false }

    /// The queue of what is to be labelled, where somebody waits for it and it is there; nil otherwise.
    ///
    /// - Parameter clock: when its sitting begins.
    mutating func takeQueue(at clock: Double) -> QueueState? {
        guard isWanted, let sample, let status, !sample.items.isEmpty else { return nil }
        isWanted = false
        return QueueState(
            kind: .certificate,
            title: "certificate, plan \(sample.plan.number)",
            items: sample.items,
            numbers: sample.numbers,
            seed: sample.plan.seed,
            size: sample.plan.population,
            isBlind: true,
            goal: sample.planned,
            began: clock,
            answered: status.labelled
        )
    }

    // MARK: What the journal has

    /// Takes over the records of the journal, where some are new.
    ///
    /// - Returns: true where another plan counts since.
    mutating func read(_ record: ReviewRecord) -> Bool {
        guard journal?.count != record.certificates.count else { return false }
        let before = plan
        journal = CertificateJournal(record)
        guard !(plan?.isSame(as: before) ?? false) else { return false }
        forgetSample()
        problem = nil
        return true
    }

    /// Judges the labels anew, where some have changed.
    ///
    /// - Returns: what they come to, where that is settled, and whether it was not before.
    mutating func judge(_ verdicts: VerdictState) -> (status: CertificateStatus, isNew: Bool)? {
        guard let sample, statusRevision != verdicts.revision else { return nil }
        let wasSettled = status?.isSettled ?? true
        statusRevision = verdicts.revision
        let digests = verdicts.digests
        do {
            status = try CertificateStatus(sample, record: verdicts.record, digest: { digests[$0] })
        } catch {
            problem = .argument(error)
            return nil
        }
        return status.flatMap { $0.isSettled ? ($0, !wasSettled) : nil }
    }

    /// Tells the plans before the present one, where verdicts or plans have changed.
    ///
    /// - Complexity: O(plans × verdicts).
    mutating func tellHistory(_ verdicts: VerdictState) {
        guard let plan, historyRevision != verdicts.revision else { return }
        historyRevision = verdicts.revision
        history = CertificateHistory(of: plan, in: verdicts.record)
    }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        asked.forget()
        wish = nil
        forgetSample()
    }

    private mutating func forgetSample() {
        (sample, status, outlook, history) = (nil, nil, nil, nil)
        (sampleRevision, statusRevision, historyRevision) = (nil, nil, nil)
    }

    // MARK: What it wants of workers

    /// What is to be asked for: a plan, what a form comes to, or the sample; nil where it is here or on its way.
    mutating func wanted(_ context: CertificateContext) -> CertificateRequest? {
        // All of it follows from the contents of the round.
        guard context.round.content.keys != nil else { return nil }
        if let wish, asked.ask(wish) { return wish }
        if let preview = wantedPreview(context) { return asked.ask(preview) ? preview : nil }
        guard let plan else {
            isWanted = false
            return nil
        }
        guard !isSampled(in: context.round) else { return nil }
        (sample, status, outlook) = (nil, nil, nil)
        let wanted = CertificateRequest.sample(plan, revision: context.round.revision)
        return wish == nil && context.round.content.keys != nil && asked.ask(wanted) ? wanted : nil
    }

    /// Takes over what a worker found.
    ///
    /// - Returns: what others have to know of it; nil for nothing.
    mutating func take(
        _ request: CertificateRequest,
        _ result: Result<CertificateFindings, CertificateProblem>,
        in round: RoundState
    ) -> CertificateNews? {
        guard asked.awaits(request) else { return nil }
        asked.forget()
        switch (request, result) {
        case (.plan, _) where wish != request:
            preview = CertificatePreview(request, result, revision: round.revision)
        case (.plan, .success(.plan(let plan, _))):
            wish = nil
            return .fixed(plan)
        case (.plan, .failure(let problem)):
            wish = nil
            return .notFixed(problem)
        case (.sample(let plan, let revision), _):
            guard plan.isSame(as: self.plan), revision == round.revision else { return nil }
            (sampleRevision, statusRevision) = (revision, nil)
            return take(result)
        case (.plan, .success(.sample)): break
        }
        return nil
    }

    private mutating func take(_ drawn: Result<CertificateFindings, CertificateProblem>) -> CertificateNews? {
        switch drawn {
        case .success(.sample(let sample, let outlook)): (self.sample, self.outlook, problem) = (sample, outlook, nil)
        case .success(.plan): break
        case .failure(let problem):
            (self.problem, isWanted) = (problem, false)
            return .notDrawn(problem)
        }
        return nil
    }
}

/// What became of a plan or a sample, for those who wait for it.
enum CertificateNews {
    case fixed(KeptPlan)
    case notFixed(CertificateProblem)
    case notDrawn(CertificateProblem)
}
