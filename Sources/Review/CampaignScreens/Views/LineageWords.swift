internal import CampaignSession
internal import RoundCampaign
internal import RoundModel

/// Where prompts come from, in rows and sentences.
enum LineageWords {
    static func table(_ figures: CampaignFigures) -> [String] {
        CampaignTable.lines(
            [["round", "prompts", "seen", "parent", "before", "earlier", "nowhere", "copies"]]
                + figures.rounds.enumerated().map { place, round in
                    let name = figures.title(of: place)
                    guard let round else { return [name, "–"] }
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
        let name = figures.title(of: place)
        guard let round = figures.rounds[place] else {
            return ["\(name): \(CampaignPainter.absence(place, state).text)"]
        }
        guard let lineage = round.lineage else { return ["\(name) does not say what its prompts were made from"] }
        return ["\(name): \(lineage.text)"]
    }
}
