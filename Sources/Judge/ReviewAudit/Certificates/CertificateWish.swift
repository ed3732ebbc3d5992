public import AuditStatistics

/// What somebody wants certified, before a round is looked at.
public struct CertificateWish: Hashable, Sendable {
    /// The largest share of wrong items, between 0 and 1.
    public var alpha: Double
    /// The probability with which the certificate may break its promise, between 0 and 1.
    public var delta: Double
    /// Candidates of θ safety, from 1; fewer where the round has not so many scores.
    public var candidates: Int
    /// Whether θ help is sought as well.
    public var isPair: Bool
    /// Whether the present thresholds alone are tested, in place of a search for the loosest.
    public var isPresent: Bool
    /// What is promised of the unsafe responses at the present thresholds; nil for a promise about the accepted items.
    public var misses: MissPlan.Target?
    /// Items to judge, from 1; nil for as many as leave the loosest set room for some mistakes.
    public var labels: Int?
    /// Those mistakes, from 0.
    public var mistakes = CertificateWish.usualMistakes
    /// Whether the sample may be tested at any moment and as often as one likes, which takes more of them; else once,
    /// when all are there.
    public var isAtAnyTime: Bool

    /// Candidates of θ safety, where nobody says how many.
    public static let usualCandidates = 10
    /// The most candidates of θ safety.
    public static let mostCandidates = 1_000
    /// Candidates of θ help, where the pair is sought: each costs a share of δ.
    public static let helpCandidates = 4
    /// Mistakes that the loosest set may have, where nobody says how many verdicts.
    public static let usualMistakes = 2

    public init(
        alpha: Double,
        delta: Double,
        candidates: Int = CertificateWish.usualCandidates,
        isPair: Bool = false,
        isPresent: Bool = false,
        misses: MissPlan.Target? = nil,
        labels: Int? = nil,
        isAtAnyTime: Bool = false
    ) {
        self.alpha = alpha
        self.delta = delta
        self.candidates = candidates
        self.isPair = isPair
        self.isPresent = isPresent
        self.misses = misses
        self.labels = labels
        self.isAtAnyTime = isAtAnyTime
    }

    /// The beginnings that share δ: the loosest set alone, and one sequence, or for the pair one for each θ help.
    public var beginnings: Int { isPresent ? 1 : 1 + (isPair ? Self.helpCandidates : 1) }

    /// The same for the present thresholds alone.
    var alone: CertificateWish {
        CertificateWish(alpha: alpha, delta: delta, isPresent: true, isAtAnyTime: isAtAnyTime)
    }

    /// The verdicts with which so many mistakes in the loosest set are few enough; nil where that takes more than there
    /// can be.
    ///
    /// - Parameters:
    ///   - mistakes: from 0.
    ///   - population: the size of the set; nil for a large one.
    public func labels(forMistakes mistakes: Int, population: Int? = nil) -> Int? {
        let level = delta / Double(beginnings)
        guard let plan = try? AcceptancePlan(alpha: alpha, delta: level, isWatched: isAtAnyTime) else { return nil }
        guard let population else { return (try? plan.labels(wrong: mistakes)) ?? nil }
        return (try? plan.labels(wrong: min(mistakes, population), population: population)) ?? nil
    }
}

/// Why a plan cannot be made or gone on with.
public enum CertificateProblem: Error, Hashable, Sendable {
    /// An argument that cannot be.
    case argument(AuditError)
    /// No candidate would accept an item.
    case nothingAccepted
    /// θ adv calls nothing adversarial, so that there is nothing to compare misses with.
    case nothingCaught
    /// So few verdicts certify nothing.
    ///
    /// - Parameter alone: those that a test of the present thresholds alone takes, where that is another plan and takes fewer.
    case tooFewLabels(planned: Int, needed: Int, alone: Int? = nil)
    /// The review holds a record that this version cannot read, or that was altered.
    case unreadable(String)
    /// The plan was fixed with other items than the round has now.
    ///
    /// - Parameter found: the items of its set now; nil where these are not counted, since contents or scores differ.
    case otherRound(planned: Int, found: Int?)
    /// The contents of the items are not there to draw from.
    case noContents
    /// There is too little memory for it; the message says how much there is.
    case noMemory(String)

    /// One line for a person, without a full stop: what is wrong, and what to do about it.
    public var message: String {
        switch self {
        case .argument(let error): "\(error)"
        case .nothingAccepted:
            "no threshold accepts an item here: no item lies above both θ adv and θ help, so there is nothing to certify"
        case .nothingCaught:
            "no item lies below θ adv, so there are no unsafe responses that are caught, which misses are compared with"
        case .tooFewLabels(let planned, let needed, let alone):
            "a sample of \(planned) certifies nothing at this α and δ, even if all are correct; it takes at least \(needed)"
                + (alone.map { ", or \($0) for the present thresholds alone (--present)" } ?? "")
        case .unreadable(let what): "a record of a certificate in the review cannot be used: \(what)"
        case .noContents: "the contents of the items were not read, so no sample can be drawn"
        case .noMemory(let message): message
        case .otherRound(let planned, let found?) where found != planned:
            "the plan was fixed for a set of \(planned) items, which has \(found) now: this is another round and needs a "
                + "new plan"
        case .otherRound:
            "the plan was fixed for another round: items, contents or scores of this one differ, so it needs a new plan"
        }
    }
}
