public import Basics
public import ReviewSession
public import RoundCampaign
public import RoundModel

/// Work that the campaign screen wants done while it goes on; it brings along what it does.
public protocol CampaignJob: Sendable {
    /// Takes what came of it, from any thread.
    typealias Report = @Sendable (CampaignAction) -> Void

    /// Where it waits for its turn.
    static var lane: CampaignLane { get }

    /// Does it, and reports by actions; blocks its thread.
    func run(at site: any CampaignSite, _ stop: Cancellation, _ report: @escaping Report)
}

/// Where such a job waits.
public enum CampaignLane: String, CaseIterable, Sendable {
    /// Rounds are read one after the other: each takes all cores, and the memory is that of one.
    case load
    case settle, figures, carry

    public var rule: Lane.Rule { self == .load ? .inOrder : .newest }
}

/// What jobs find outside of the session: the files of the rounds and of their reviews.
public protocol CampaignSite: Sendable {
    /// Reads a round and keeps what stays of it; blocks until then.
    ///
    /// - Parameters:
    ///   - place: its place in the campaign.
    ///   - first: the thresholds of the first round that is there, which count where nobody names any.
    ///   - progress: is told the share that is read; nil where nobody knows.
    /// - Throws: why it cannot be used.
    func keep(
        _ place: Int,
        like first: ChosenThresholds?,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double?) -> Void
    ) throws(WorkFailure) -> KeptRound
}
