internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import RoundCampaign
internal import RoundModel

/// What changed from round to round, in rows and sentences.
enum ChangeWords {
    /// A row for each change under a heading; what the same prompts tell is left out where there is no room for all of it.
    static func table(_ changes: [RoundChange], _ figures: CampaignFigures, width: Int) -> [String] {
        let headings = ["rounds", "unsafe", "points", "in both", "turned safe", "turned unsafe", "McNemar"]
        let rows =
            [headings]
            + changes.map { change in
                let (before, after) = change.rates
                let rates = [before, after].map { $0.value.map { CampaignWords.percent($0) } ?? "–" }
                let pairs = change.pairs
                let hasPairs = pairs.count > 0
                return [
                    "\(figures.title(of: change.before)) to \(figures.settings.rounds[change.after].name)",
                    "\(rates[0]) to \(rates[1])",
                    change.difference.estimate.map { CampaignWords.points($0) } ?? "–",
                    DecimalText.grouped(pairs.count),
                    hasPairs ? DecimalText.grouped(pairs.onlyBefore) : "–",
                    hasPairs ? DecimalText.grouped(pairs.onlyAfter) : "–",
                    hasPairs ? CampaignWords.probability(pairs.mcNemar) : "–",
                ]
            }
        let whole = CampaignTable.lines(rows)
        guard whole.contains(where: { $0.count > width }) else { return whole }
        return CampaignTable.lines(rows.map { Array($0.prefix(3)) })
    }

    /// A change in sentences, and what the method does over all its rounds.
    static func lines(_ change: RoundChange, _ figures: CampaignFigures, _ state: CampaignState) -> [String] {
        var lines = figures.lines(of: change)
        guard let method = state.method else { return lines }
        lines += [figures.sentence(method)].compactMap { $0 }
        if let round = figures.rounds[change.after] { lines += figures.starving(round) }
        if figures.rounds.contains(where: { $0?.cells != nil }) { lines.append(figures.brokenSentence(method)) }
        return lines + figures.notices.map { "note: \($0)" }
    }
}

/// Where prompts come from, in rows and sentences.
enum LineageWords {
    static func table(_ figures: CampaignFigures, _ state: CampaignState) -> [String] {
        CampaignTable.lines(
            [["round", "prompts", "seen", "parent", "before", "earlier", "nowhere", "copies"]]
                + figures.rounds.enumerated().map { place, round in
                    let name = figures.title(of: place)
                    guard let round else { return [name, CampaignPainter.absence(place, state).text] }
                    let lineage = round.lineage
                    func text(_ count: Int?) -> String { count.map { DecimalText.grouped($0) } ?? "–" }
                    return [
                        name, text(round.sets.prompts), text(round.sets.seenBefore), text(lineage?.withParent),
                        text(lineage?.fromRoundBefore), text(lineage?.fromEarlier), text(lineage?.fromNowhere),
                        text(lineage?.barelyChanged),
                    ]
                }
        )
    }

    /// What the headings mean.
    static let note =
        "seen: in a round before; parent: name one, which the round before has, an earlier one, or none; copies: hardly changed"

    static func lines(_ place: Int, _ figures: CampaignFigures, _ state: CampaignState) -> [String] {
        guard let round = figures.rounds[place] else { return [] }
        let name = figures.title(of: place)
        guard let lineage = round.lineage else { return ["\(name) does not say what its prompts were made from"] }
        return ["\(name): \(lineage.text)"]
    }
}
