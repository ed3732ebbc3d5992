internal import AuditStatistics
public import CampaignFile
internal import RoundModel

extension CampaignFigures {
    /// All of it for a person to read: the sentences first, then tables and cells.
    public var text: String {
        var lines = sentences
        for columns in Self.tables { lines += [""] + table(columns) }
        lines += [""] + Self.tables.joined().map { "\($0.title): \($0.note)" }
        lines += knownLines
        for method in methods { lines += brokenLines(method) }
        for method in methods { lines += brokenFamilies(method) }
        for (place, round) in rounds.enumerated() {
            guard let round, !round.certificate.isEmpty else { continue }
            lines += ["", "certificate of \(title(of: place))"] + round.certificate.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Columns of which a round always has a value, or most rounds do.
    private static let tables: [[CampaignColumn]] = [
        [.items, .thetas, .unsafe, .people, .gap], [.adversarial, .accepted, .yield, .seen, .coverage, .evenness],
        [.selfBLEU, .distinct, .distance, .shift, .stability, .certificate],
    ]

    /// What changed from round to round, what is broken, and what a reader should know.
    public var sentences: [String] {
        var lines = [Self.heading(settings, read: rounds.compactMap { $0 }.count)]
        for method in methods {
            if methods.count > 1 { lines.append("\(title(of: method)):") }
            for change in changes where settings.rounds[change.after].method == method.method {
                let told = self.lines(of: change)
                lines += told.prefix(1).map { "  \($0)" } + told.dropFirst().map { "    \($0)" }
            }
            if let trend = sentence(method) { lines.append("  \(trend)") }
            if let newest = method.rounds.last, let round = rounds[newest] {
                lines += starving(round).map { "  \($0)" }
            }
            if rounds.contains(where: { $0?.cells != nil }) { lines.append("  \(brokenSentence(method))") }
            lines += [familySentence(method)].compactMap { $0 }.map { "  \($0)" }
        }
        for (place, reason) in failures.sorted(by: { $0.key < $1.key }) {
            lines.append("note: \(title(of: place)) is left out: \(reason)")
        }
        for (place, round) in rounds.enumerated() {
            lines += (round?.notices ?? []).map { "note: \(title(of: place)): \($0)" }
            if let lineage = round?.lineage { lines.append("note: \(title(of: place)): \(lineage.text)") }
        }
        return lines + notices.map { "note: \($0)" }
    }

    /// What is known before anything is read: `campaign mart: 4 rounds, 3 of them read`.
    public static func heading(_ settings: CampaignSettings, read count: Int) -> String {
        let text = "campaign \(settings.name): \(DecimalText.counted(settings.rounds.count, "round"))"
        return count < settings.rounds.count ? "\(text), \(DecimalText.grouped(count)) of them read" : text
    }

    /// What changed from a round to the next: the sentence first, then what the same prompts and the cells tell.
    public func lines(of change: RoundChange) -> [String] {
        guard let sentence = sentence(change) else { return [] }
        let names = [change.before, change.after].map { settings.rounds[$0].name }
        return ["\(names[0]) to \(names[1]): \(sentence)"] + [flips(change)].compactMap { $0 } + clearCells(change)
    }

    /// What is said where there is little left to learn from.
    public func starving(_ round: RoundFigures) -> [String] {
        guard round.sets.yield < 0.15 else { return [] }
        let share = CampaignWords.percent(round.sets.yield)
        return [
            "\(share) of the prompts of \(round.listed.name) are adversarial: the next round has little to learn from"
        ]
    }

    /// Columns with a line a round, all of them aligned.
    func table(_ columns: [CampaignColumn]) -> [String] {
        var rows = [["round"] + columns.map(\.title)]
        for (place, round) in rounds.enumerated() {
            let cells = round.map { round in columns.map { $0.text(round) } }
            rows.append([title(of: place)] + (cells ?? [failures[place] == nil ? "not read yet" : "cannot be used"]))
        }
        return CampaignTable.lines(rows)
    }

    /// Series that are known without items, and where they come from.
    private var knownLines: [String] {
        guard !settings.series.isEmpty else { return [] }
        var lines = ["", "known without items"]
        for series in settings.series { lines += ["  \(series.text)", "    \(series.origin)"] }
        return lines
    }

    private func brokenFamilies(_ method: MethodFigures) -> [String] {
        guard let families = method.families?.stillBroken(atMost: 20) else { return [] }
        let place = methods.count > 1 ? " in \(title(of: method))" : ""
        return ["", "families of prompts that stay broken\(place)"] + table(of: families) + [Self.familyNote]
    }

    private func brokenLines(_ method: MethodFigures) -> [String] {
        guard !method.broken.isEmpty else { return [] }
        let heading = methods.count > 1 ? "still broken in \(title(of: method))" : "still broken"
        let names = method.rounds.suffix(question.last).map { settings.rounds[$0].name }
        let rows = method.broken.map { cell in
            [CampaignWords.cell(categories[cell.category], styles[cell.style])]
                + cell.rates.map { "\(CampaignWords.rate($0)) n=\(DecimalText.grouped($0.labels))" }
        }
        let intervals = "intervals hold for all cells of a round at once (Šidák)"
        return ["", "\(heading), by the lower bound; \(intervals)"] + CampaignTable.lines([["cell"] + names] + rows)
    }
}

extension LineageFigures {
    /// `1,204 prompts name a parent: 1,190 of the round before, 14 of no round; 320 are hardly changed`.
    public var text: String {
        let parts = [
            (fromRoundBefore, "of the round before"), (fromEarlier, "of an earlier round"),
            (fromLater, "of a later round"),
            (fromSameRound, "of the same round"), (fromThemselves, "of themselves"), (fromNowhere, "of no round"),
        ].filter { $0.0 > 0 }.map { "\(DecimalText.grouped($0.0)) \($0.1)" }
        var text = "\(DecimalText.counted(withParent, "prompt")) \(withParent == 1 ? "names" : "name") a parent"
        if !parts.isEmpty { text += ": \(parts.joined(separator: ", "))" }
        let more = [
            (fromSeveral, "have one that several rounds have"), (inCycles, "are their own ancestors"),
            (barelyChanged, "are hardly changed (BLEU of 0.6 or more)"),
        ].filter { $0.0 > 0 }.map { "\(DecimalText.grouped($0.0)) \($0.1)" }
        return more.isEmpty ? text : "\(text); \(more.joined(separator: ", "))"
    }
}

/// Lines of aligned columns.
public enum CampaignTable {
    /// - Parameter rows: the heading first; the first column is aligned left, the others too.
    public static func lines(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, text) in row.enumerated() {
                line += text
                if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - text.count + 2) }
            }
            return line
        }
    }
}
