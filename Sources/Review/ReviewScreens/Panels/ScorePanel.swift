import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// The fewest rows that the panel is worth, and the most that it can use, its frame included.
    static let scorePanelRows = 10...(10 + FieldRole.allCases.count)

    /// A score of a summary: as it is where that fits, else with a few digits more than a step has.
    private func scoreSummary(_ score: Double, _ name: ThresholdName, _ state: ReviewState) -> String {
        let exact = state.exactText(score, name)
        guard exact.count > 8, !exact.contains("e") else { return exact }
        return DecimalText.fixed(score, decimals: state.round.step(of: name).decimals + 2)
    }

    /// Draws how both scores are distributed and which fields were read, where there is room to spare.
    mutating func scores(_ state: ReviewState, in rect: Rect) {
        let area = frame(rect, title: "scores")
        guard !area.isEmpty, let safety = state.round.safety, let help = state.round.helpfulness else { return }
        wordsRight("safety", maxX: area.x + 23, y: area.y, width: 12, .muted)
        wordsRight("help", maxX: area.x + 36, y: area.y, width: 12, .muted)
        var rows = [("min", safety.min, help.min)]
        for (index, fraction) in ScoreSummary.fractions.enumerated() {
            rows.append(("\(Int((fraction * 100).rounded())) %", safety.quantiles[index], help.quantiles[index]))
        }
        rows.append(("max", safety.max, help.max))
        var y = area.y + 1
        for (name, left, right) in rows where y < area.maxY {
            words(" \(name)", x: area.x, y: y, width: 10, .muted)
            wordsRight(scoreSummary(left, .safety, state), maxX: area.x + 23, y: y, width: 12, .label)
            wordsRight(scoreSummary(right, .help, state), maxX: area.x + 36, y: y, width: 12, .label)
            y += 1
        }
        // All of them or none: a list that is cut would hide what is read as a score.
        guard let fields = state.round.report?.fields, area.maxY - y >= fields.paths.count else { return }
        for role in FieldRole.allCases where y < area.maxY {
            guard let path = fields.paths[role] else { continue }
            words(" \(role.rawValue)", x: area.x, y: y, width: 13, .muted)
            let isNegated = fields.lowerIsBetter.contains { $0.rawValue == role.rawValue }
            let used = foreign(Array(path.utf8), x: area.x + 14, y: y, width: area.width - 14, theme[.label])
            if isNegated {
                words(" negated", x: area.x + 14 + used, y: y, width: max(0, area.width - 14 - used), .warning)
            }
            y += 1
        }
        let servers = state.round.report?.scoreOrigins.flatMap(\.servers) ?? []
        guard !servers.isEmpty, area.maxY - y >= servers.count else { return }
        for server in servers {
            words(" scored by", x: area.x, y: y, width: 13, .muted)
            foreign(
                Array("\(server.text): \(server.field)".utf8),
                x: area.x + 14,
                y: y,
                width: area.width - 14,
                theme[.label]
            )
            y += 1
        }
    }
}
