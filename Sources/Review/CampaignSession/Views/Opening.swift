internal import CampaignFile
internal import ItemFilter
internal import ReviewSession
public import RoundCampaign
internal import RoundModel

extension CampaignState {
    /// Opens the round under the cursor: in the grid the cell, and with thresholds of another round where these are listed.
    mutating func openRound() -> [CampaignEffect] {
        if place.view == .figure, place.series != nil {
            refuse("\(key(.read)) opens a round; of this series only the rates are known")
            return []
        }
        guard settings.rounds.indices.contains(place.round) else {
            refuse("there is no round to open")
            return []
        }
        var opening = RoundOpening(round: place.round)
        switch place.view {
        case .grid where place.showsBroken:
            guard brokenCells.indices.contains(place.row), let newest = method?.rounds.last else {
                refuse("no cell is still broken")
                return []
            }
            let cell = brokenCells[place.row]
            opening.round = newest
            opening.filter = filter(category: cell.category, style: cell.style)
        case .grid:
            let cell = place.cell
            guard figures?.rounds[place.round]?.cells?.cell(category: cell.category, style: cell.style) != nil else {
                refuse("this cell has no items in \(settings.rounds[place.round].name)")
                return []
            }
            opening.filter = filter(category: cell.category, style: cell.style)
        case .carry:
            guard let (round, way) = carriedRow, let carried = carry.carried?.carried[round] else { break }
            guard let thresholds = carried.thresholds[way]?.thresholds else {
                refuse("nothing is certified there")
                return []
            }
            opening.round = carried.place
            opening.carried = thresholds
        case .lineage where place.showsFamilies:
            guard let family else {
                refuse("no family of prompts comes back")
                return []
            }
            guard let items = items(of: family), !items.isEmpty else {
                let name = CampaignFigures.name(of: family.root)
                let round = settings.rounds[place.round].name
                refuse("family \(name) has no prompt in \(round); \(key(.campaignEarlierRound)) goes to a round before")
                return []
            }
            opening.picked = RoundOpening.Picked(items: items, count: loading.states[place.round].kept?.count ?? 0)
        case .figure, .table, .changes, .lineage: break
        }
        if case .failed(let why) = loading.states[opening.round] {
            refuse("\(settings.rounds[opening.round].name) cannot be opened: \(why)")
            return []
        }
        opening.thresholds = figures?.rounds[opening.round]?.thresholds
        return [.open(opening)]
    }

    /// The row of thresholds under the cursor: the number of the round among the others, and the way.
    public var carriedRow: (round: Int, way: CarriedThresholds.Way)? {
        let ways = CarriedThresholds.Way.allCases
        guard place.row < rowCount else { return nil }
        return (place.row / ways.count, ways[place.row % ways.count])
    }

    /// The items of a family in the round under the cursor; nil where that is not known.
    private func items(of family: FamilyFigures) -> [UInt32]? {
        guard let round = loading.states[place.round].kept, let method = method?.method else { return nil }
        let settled = answers.settled(of: loading.revision, count: settings.rounds.count)
        return settled.families[method]?.items(of: family.root, in: place.round, round)
    }

    /// A filter that leaves the items of a cell; nil for one without names.
    private func filter(category: Int, style: Int) -> String? {
        guard let figures else { return nil }
        let parts = [("category", figures.categories[category]), ("style", figures.styles[style])]
            .filter { !$0.1.isEmpty }
            .map { "\($0.0) = \(FilterExpression.quoted(String(decoding: $0.1, as: UTF8.self)))" }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
}
