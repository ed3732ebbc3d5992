internal import AuditStatistics
internal import CampaignFile
internal import ReviewSession
public import RoundCampaign
public import RoundModel

/// What is asked of a campaign, and the figures that answer it.
public struct AnswerState: Sendable {
    /// What is asked.
    public internal(set) var question: CampaignQuestion
    /// Thresholds that are tried in all rounds.
    public internal(set) var tried = ThresholdDefaults()
    /// The newest figures; nil before the first.
    public private(set) var figures: CampaignFigures?
    /// What they answer.
    private var answered: AnswerKey?
    private var asked = Asked<AnswerKey>()
    /// What thresholds do not change.
    private var settled: (revision: Int, figures: SettledCampaign)?
    private var askedSettled = Asked<Int>()

    init(_ question: CampaignQuestion) { self.question = question }

    /// True while other figures are on their way.
    public var isPending: Bool { asked.isPending }
    /// True while drift, diversity and what was seen before are worked out.
    public var isSettling: Bool { askedSettled.isPending }

    mutating func wantsSettled(of revision: Int) -> Bool {
        settled?.revision != revision && askedSettled.askOnce(revision)
    }

    mutating func take(_ figures: SettledCampaign, of revision: Int) {
        settled = (revision, figures)
        askedSettled.take(revision)
    }

    /// What is known of rounds at a revision.
    func settled(of revision: Int, count: Int) -> SettledCampaign {
        if let settled, settled.revision == revision { return settled.figures }
        return SettledCampaign(count: count)
    }

    /// Puts the thresholds that are tried in place of those of the rounds that are there.
    mutating func follow(_ states: [CampaignRoundState]) {
        var thresholds: [Int: Thresholds] = [:]
        for (place, state) in states.enumerated() where tried != ThresholdDefaults() {
            guard var own = state.kept?.thresholds.thresholds else { continue }
            for name in ThresholdName.allCases { own[name] = tried[name] ?? own[name] }
            thresholds[place] = own
        }
        if question.thresholds != thresholds { question.thresholds = thresholds }
    }

    /// The figures to be asked for; nil where they are here or on their way.
    mutating func wanted(at revision: Int) -> AnswerKey? {
        let key = AnswerKey(revision: revision, isSettled: settled?.revision == revision, question: question)
        guard answered != key, asked.ask(key) else { return nil }
        return key
    }

    mutating func take(_ result: Result<CampaignFigures, AuditError>, _ key: AnswerKey)
        -> Result<CampaignFigures, AuditError>
    {
        asked.take(key)
        answered = key
        if case .success(let figures) = result { self.figures = figures }
        return result
    }
}

/// What figures answer.
public struct AnswerKey: Hashable, Sendable {
    var revision: Int
    /// True where drift, diversity and what was seen before are among them.
    var isSettled: Bool
    var question: CampaignQuestion
}
