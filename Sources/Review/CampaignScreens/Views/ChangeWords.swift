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
        for columns in [7, 6, 4] {
            let lines = CampaignTable.lines(rows.map { Array($0.prefix(columns)) })
            if lines.allSatisfy({ $0.count <= width }) { return lines }
        }
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
