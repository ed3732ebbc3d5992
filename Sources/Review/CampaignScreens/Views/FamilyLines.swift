internal import CampaignFile
internal import CampaignSession
internal import RoundCampaign

/// What is said of families of prompts, on the screen and without it.
enum FamilyLines {
    /// First what comes back and what stays broken; why nothing is told, where that is so.
    static func heading(_ state: CampaignState, _ figures: CampaignFigures) -> String {
        guard let method = state.method else { return "no round is read" }
        if let sentence = figures.familySentence(method) {
            return figures.methods.count > 1 ? "\(figures.title(of: method)): \(sentence)" : sentence
        }
        return state.isBusy
            ? "comparing prompts …" : "families need two rounds of a method, of at most 2,000,000 prompts each"
    }

    /// All families, and the prompts of the one under the cursor.
    static func lines(_ state: CampaignState, _ figures: CampaignFigures) -> [String] {
        var lines = [heading(state, figures)]
        guard let families = state.families, !families.listed.isEmpty else { return lines }
        lines += figures.table(of: families).enumerated().map { row, line in
            row > 0 && row - 1 == state.place.row ? "> \(line)" : "  \(line)"
        }
        lines += more(families).map { ["  \($0)"] } ?? []
        if let family = state.family { lines += figures.lines(of: family) }
        return lines + [CampaignFigures.familyNote]
    }

    /// How many families are not listed; nil where all are.
    static func more(_ families: FamilyList) -> String? {
        let left = families.count - families.listed.count
        return left > 0 ? "and \(left) more, with fewer unsafe prompts or longer ago" : nil
    }
}
