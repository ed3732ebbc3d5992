internal import Basics
internal import ReviewSession
public import RoundCampaign

/// What the thresholds of a round come to in the others.
public struct CarryState: Sendable {
    /// The newest answer; nil before the first.
    public private(set) var carried: CarriedCampaign?
    private var answered: CarryKey?
    private var asked = Asked<CarryKey>()

    /// True while another answer is on its way.
    public var isPending: Bool { asked.isPending }

    mutating func wanted(_ source: Int, _ revision: Int, _ question: CampaignQuestion) -> CarryKey? {
        let key = CarryKey(source: source, revision: revision, question: question)
        guard answered != key, asked.ask(key) else { return nil }
        return key
    }

    mutating func take(_ carried: CarriedCampaign, _ key: CarryKey) {
        asked.take(key)
        (self.carried, answered) = (carried, key)
    }
}

/// What such an answer is about.
public struct CarryKey: Hashable, Sendable {
    var source: Int
    var revision: Int
    var question: CampaignQuestion
}

/// Counts it.
struct CarryJob: CampaignJob {
    static let lane = CampaignLane.carry
    let key: CarryKey
    let states: [CampaignRoundState]

    func run(at site: any CampaignSite, _ stop: Cancellation, _ report: @escaping Report) {
        guard states.indices.contains(key.source) else { return }
        report(.carried(key, CarriedCampaign(from: key.source, in: states, key.question)))
    }
}
