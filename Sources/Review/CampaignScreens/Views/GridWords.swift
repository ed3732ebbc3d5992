internal import AuditStatistics
internal import CampaignFile
public import CampaignSession
internal import RoundCampaign
internal import RoundModel

/// What the grid says in words, on the screen and without it.
public enum GridWords {
    /// Which rates these are, and since when they are compared.
    static func heading(_ state: CampaignState, _ figures: CampaignFigures) -> String {
        let place = state.place.round
        var text = "\(figures.title(of: place)): unsafe rate"
        if let against = state.place.comparedRound {
            let isSame = state.settings.rounds[against].method == state.settings.rounds[place].method
            let name = isSame ? state.settings.rounds[against].name : figures.title(of: against)
            text += ", change in points since \(name)"
        }
        return text + "; ! still broken"
    }

    /// The cell under the cursor.
    static func cell(_ state: CampaignState, _ figures: CampaignFigures, _ changes: [RoundChange.CellChange]) -> String
    {
        let (category, style) = (state.place.cell.category, state.place.cell.style)
        let name = CampaignWords.cell(figures.categories[category], figures.styles[style])
        guard let cell = figures.rounds[state.place.round]?.cells?.cell(category: category, style: style) else {
            return "\(name): no items"
        }
        return text(cell, changes, name: name, state, figures)
    }

    private static func text(
        _ cell: CellTable.Cell,
        _ changes: [RoundChange.CellChange],
        name: String,
        _ state: CampaignState,
        _ figures: CampaignFigures
    ) -> String {
        var text = "\(name): \(CampaignWords.rate(cell.unsafe)) of \(DecimalText.counted(cell.items, "item"))"
        if let change = changes.first(where: { $0.category == cell.category && $0.style == cell.style }),
            let against = state.place.comparedRound
        {
            text += "; since \(figures.settings.rounds[against].name) \(CampaignWords.points(change.difference)) points"
            if !change.isClear { text += ", which may be chance" }
        }
        if state.brokenCells.contains(where: { $0.category == cell.category && $0.style == cell.style }) {
            text += "; still broken"
        }
        return text + "; intervals hold for all cells at once (Šidák)"
    }

    /// All cells with items, a line each.
    public static func lines(_ state: CampaignState) -> [String] {
        guard let figures = state.figures, state.settings.rounds.indices.contains(state.place.round) else { return [] }
        if state.place.showsBroken {
            guard let method = state.method else { return [] }
            return [brokenHeading(figures, method)] + brokenLines(figures, method).map { "  \($0)" }
        }
        guard let table = figures.rounds[state.place.round]?.cells else {
            return ["\(figures.title(of: state.place.round)) has neither category nor style, or is not there"]
        }
        let changes = CampaignPainter.changes(state, figures)
        return [heading(state, figures)]
            + table.cells.map { cell in
                let name = CampaignWords.cell(figures.categories[cell.category], figures.styles[cell.style])
                let text = text(cell, changes, name: name, state, figures)
                return "  \(text.split(separator: "; intervals").first ?? "")"
            } + ["  intervals hold for all cells at once (Šidák)"]
    }

    static func brokenHeading(_ figures: CampaignFigures, _ method: MethodFigures) -> String {
        let sentence = figures.brokenSentence(method)
        return method.broken.count > 1 ? "\(sentence), that with the highest lower bound first" : sentence
    }

    static func brokenLines(_ figures: CampaignFigures, _ method: MethodFigures) -> [String] {
        method.broken.map { cell in
            let name = CampaignWords.cell(figures.categories[cell.category], figures.styles[cell.style])
            let rates = cell.rates.map { "\(CampaignWords.rate($0)) n=\(DecimalText.grouped($0.labels))" }
            return "\(name): \(rates.joined(separator: ", then "))"
        }
    }
}
