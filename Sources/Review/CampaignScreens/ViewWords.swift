internal import AuditStatistics
internal import CampaignFile
public import CampaignSession
internal import RoundCampaign

/// What a view shows, in lines: for whoever wants nothing drawn.
public enum ViewWords {
    /// The view that is looked at; the sentence first, as on the screen.
    public static func lines(_ state: CampaignState) -> [String] {
        guard let figures = state.figures else { return [state.heading] }
        switch state.place.view {
        case .figure: return figure(state, figures)
        case .table:
            let columns = state.table.columns
            return ["the table, a line for each round and column"]
                + state.tableRows.flatMap { place -> [String] in
                    let name = figures.title(of: place)
                    guard let round = figures.rounds[place] else {
                        return ["\(name) \(CampaignPainter.absence(place, state).text)"]
                    }
                    return [name] + columns.map { "  \($0.title): \($0.text(round))" }
                        + (columns.contains(.certificate) ? round.certificate.map { "    \($0)" } : [])
                        + round.notices.map { "  note: \($0)" }
                }
        case .grid: return GridWords.lines(state)
        case .changes: return figures.sentences
        case .carry:
            guard let carried = state.carry.carried else { return ["nothing is carried over"] }
            return carried.lines(figures)
        case .lineage where state.place.showsFamilies: return FamilyLines.lines(state, figures)
        case .lineage:
            return figures.rounds.indices.flatMap { LineageWords.lines($0, figures, state) }
        }
    }

    private static func figure(_ state: CampaignState, _ figures: CampaignFigures) -> [String] {
        let measure = state.place.measure
        var lines = [state.heading, CampaignPainter.saying(state, figures)].filter { !$0.isEmpty }
        lines.append("\(measure.title), \(measure.note)")
        for line in figures.lines(of: measure, method: state.place.method)
        where !line.points.isEmpty && !line.isKnownOnly {
            let points = line.points.map { point in
                var text = "round \(point.number): \(measure.text(point.value))"
                if let interval = point.interval {
                    text += " (\(measure.text(interval.lower)) to \(measure.text(interval.upper)))"
                }
                if let people = point.people { text += ", people say \(CampaignWords.rate(people))" }
                return text
            }
            lines.append("\(line.name): \(points.joined(separator: "; "))")
        }
        if measure == .unsafe { lines += state.settings.series.map { "\($0.text); \($0.origin)" } }
        for place in state.settings.rounds.indices where figures.rounds[place] == nil {
            lines.append("\(figures.title(of: place)) \(CampaignPainter.absence(place, state).text)")
        }
        return lines
    }
}
