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

/// The dialog of a certificate.
public struct CertificateDialog: Hashable, Sendable {
    /// What is to be planned; nil where the present plan is shown.
    public internal(set) var form: CertificateForm?
    /// Why the last attempt was refused.
    public internal(set) var problem: String?
    /// Rows of the present plan that are scrolled over.
    public internal(set) var scroll = 0

    public init(form: CertificateForm? = nil) { self.form = form }
}

/// What a plan is to be fixed with.
public struct CertificateForm: Hashable, Sendable {
    /// The row under the cursor, from 0, in `Row`.
    public internal(set) var row = 0
    public internal(set) var alpha = 0.05
    public internal(set) var delta = 0.05
    /// Candidates of θ safety.
    public internal(set) var candidates = CertificateWish.usualCandidates
    /// Mistakes that the loosest set of a large round may have.
    public internal(set) var mistakes = CertificateWish.usualMistakes
    /// Labels to plan for, where an earlier result tells how many; nil where `mistakes` does.
    public internal(set) var labels: Int?
    public internal(set) var isPair = false
    public internal(set) var isAtAnyTime = false

    public init() {}

    /// What can be chosen.
    public enum Row: Int, CaseIterable, Sendable {
        case alpha, delta, thresholds, candidates, labels, judged
    }

    public static let shares = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3]
    public static let candidateCounts = [5, 10, 20, 50, 100]
    public static let mostMistakes = 9

    /// What it asks for.
    public var wish: CertificateWish {
        var wish = CertificateWish(
            alpha: alpha,
            delta: delta,
            candidates: candidates,
            isPair: isPair,
            isAtAnyTime: isAtAnyTime
        )
        wish.labels = labels
        wish.mistakes = mistakes
        return wish
    }

    /// Changes the value in the row under the cursor by one choice.
    mutating func change(by step: Int) {
        func next<Value: Comparable>(_ all: [Value], _ now: Value) -> Value {
            let at = all.firstIndex { $0 >= now } ?? all.count - 1
            return all[min(all.count - 1, max(0, at + step))]
        }
        switch Row(rawValue: row) {
        case .alpha: alpha = next(Self.shares, alpha)
        case .delta: delta = next(Self.shares, delta)
        case .thresholds: isPair.toggle()
        case .candidates: candidates = next(Self.candidateCounts, candidates)
        case .labels:
            if labels == nil { mistakes = min(Self.mostMistakes, max(0, mistakes + step)) }
            labels = nil
        case .judged: isAtAnyTime.toggle()
        case nil: break
        }
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
