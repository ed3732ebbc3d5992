internal import CampaignFile
public import RoundCampaign

/// What of a campaign is looked at.
public struct CampaignPlace: Hashable, Sendable {
    /// The view that is shown.
    public internal(set) var view = CampaignView.figure
    /// The round under the cursor, by its place in the campaign; 0 where there are none.
    public private(set) var round = 0
    /// True once somebody chose it: until then it is the newest that is read.
    private var isChosen = false
    /// What the figure shows.
    public internal(set) var measure = CampaignMeasure.unsafe {
        didSet { if measure != .unsafe { series = nil } }
    }
    /// The series known without items that is under the cursor of the figure; nil where a round is.
    public private(set) var series: Int?
    /// The cell of the grid under the cursor, by its category and style.
    public internal(set) var cell = CellPlace(category: 0, style: 0)
    /// The round that the grid is compared with; nil for the one before.
    public internal(set) var against: Int?
    /// True where the grid gives way to the list of what is still broken.
    public internal(set) var showsBroken = false
    /// True where the lineage by round gives way to the list of families.
    public internal(set) var showsFamilies = false
    /// The row under the cursor where a view lists something else than rounds.
    public internal(set) var row = 0

    private let settings: CampaignSettings

    init(_ settings: CampaignSettings) {
        self.settings = settings
        round = settings.places(of: settings.methods.first ?? "").last ?? 0
    }

    /// The places of the rounds of the method that is looked at, by their numbers.
    public var rounds: [Int] {
        settings.rounds.indices.contains(round) ? settings.places(of: settings.rounds[round].method) : []
    }

    /// The method's place among all.
    public var method: Int {
        guard settings.rounds.indices.contains(round) else { return 0 }
        return settings.methods.firstIndex(of: settings.rounds[round].method) ?? 0
    }

    /// The round that the grid is compared with; nil where there is none.
    public var comparedRound: Int? { against ?? rounds.last { settings.rounds[$0].number < number } }

    private var number: Int { settings.rounds.indices.contains(round) ? settings.rounds[round].number : 0 }

    /// Goes to a round.
    mutating func go(to round: Int) {
        guard settings.rounds.indices.contains(round) else { return }
        (self.round, isChosen, series) = (round, true, nil)
        // A family is the same in all rounds of its method.
        if !(view == .lineage && showsFamilies) { row = 0 }
        if against == round { against = nil }
    }

    /// Follows the newest round that is there, until somebody chooses one.
    mutating func follow(_ newest: Int?) {
        guard !isChosen, let newest else { return }
        round = newest
    }

    /// Goes some rounds of the method on.
    ///
    /// - Returns: false where there is none.
    mutating func step(_ count: Int) -> Bool {
        guard let at = rounds.firstIndex(of: round), rounds.indices.contains(at + count) else { return false }
        go(to: rounds[at + count])
        return true
    }

    /// Goes to a series that is known without items.
    mutating func go(toSeries number: Int) {
        guard measure == .unsafe, settings.series.indices.contains(number) else { return }
        series = number
    }

    /// Goes to the round of another method whose number is nearest; behind the methods come the known series.
    ///
    /// - Returns: false where there is none.
    mutating func stepMethod(_ count: Int) -> Bool {
        let methods = settings.methods
        let lines = methods.count + (measure == .unsafe ? settings.series.count : 0)
        let next = (series.map { methods.count + $0 } ?? (methods.isEmpty ? -1 : method)) + count
        guard (0..<lines).contains(next) else { return false }
        guard next < methods.count else {
            go(toSeries: next - methods.count)
            return true
        }
        if series != nil, next == method {
            series = nil
            return true
        }
        let others = settings.places(of: methods[next])
        let nearest = others.min { abs(settings.rounds[$0].number - number) < abs(settings.rounds[$1].number - number) }
        guard let nearest else { return false }
        go(to: nearest)
        return true
    }

    /// Compares with another round.
    ///
    /// - Returns: false where there is no other.
    mutating func compareNext() -> Bool {
        let others = settings.rounds.indices.filter { $0 != round }
        guard !others.isEmpty else { return false }
        let at = comparedRound.flatMap { others.firstIndex(of: $0) }
        against = others[((at ?? 0) + others.count - 1) % others.count]
        return true
    }
}

/// What can be seen of a campaign.
public enum CampaignView: String, CaseIterable, Sendable {
    case figure, table, grid, changes, carry, lineage

    /// What it is called on the screen.
    public var title: String { self == .carry ? "carry θ" : rawValue }
}

/// A cell of the grid, by its category and style among all of the campaign.
public struct CellPlace: Hashable, Sendable {
    public var category: Int
    public var style: Int

    public init(category: Int, style: Int) { (self.category, self.style) = (category, style) }
}
