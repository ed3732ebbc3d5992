public import RoundCampaign

/// The rounds of a campaign, as far as they are read.
public struct LoadingState: Sendable {
    /// Where each round is; one that is read again stays as it was until then.
    public private(set) var states: [CampaignRoundState]
    /// The round that is being read, and the share of it; nil for none.
    public private(set) var current: (place: Int, share: Double?)?
    /// Rounds to be read, or read again, in their order.
    private var waiting: [Int]
    /// Changes whenever a round does.
    public private(set) var revision = 0

    init(count: Int) {
        states = [CampaignRoundState](repeating: .waiting, count: count)
        waiting = Array(0..<count)
    }

    /// How many rounds are there.
    public var read: Int { states.count { $0.kept != nil } }

    /// True where no round is on its way.
    public var isSettled: Bool { current == nil && waiting.isEmpty }

    /// The round to be read now; nil while another one is, and where none waits.
    mutating func next() -> Int? {
        guard current == nil, !waiting.isEmpty else { return nil }
        let place = waiting.removeFirst()
        current = (place, nil)
        return place
    }

    /// Has rounds read once more.
    mutating func readAgain(_ places: [Int]) {
        for place in places where states.indices.contains(place) && !waiting.contains(place) { waiting.append(place) }
        waiting.sort()
    }

    mutating func take(_ news: CampaignLoad) {
        switch news {
        case .progressed(let place, let share):
            if current?.place == place { current?.share = share }
        case .kept(let place, let round): end(place, .kept(round))
        case .failed(let place, let why): end(place, .failed(why))
        }
    }

    private mutating func end(_ place: Int, _ state: CampaignRoundState) {
        guard states.indices.contains(place) else { return }
        states[place] = state
        revision += 1
        if current?.place == place { current = nil }
    }
}
