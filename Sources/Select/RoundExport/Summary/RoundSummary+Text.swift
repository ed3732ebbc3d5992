internal import RoundModel

extension RoundSummary {
    /// The summary for a person: lines of text, each with its line end.
    ///
    /// It holds names from the round and the command line: pass it through the sanitizer before it is shown.
    /// - Parameter width: the columns there are; the table of scores leaves out what does not fit.
    /// - Complexity: O(shards); O(1) in the items.
    public func text(width: Int = 80) -> String {
        var sections = [titleLines(width), scoreLines(width), thresholdLines, bucketLines]
        if let filter { sections.append(filter.lines(of: counts, title: Self.oneLine(filter.text))) }
        if let values { sections.append(values.lines) }
        if let sets { sections.append(setLines(sets)) }
        sections.append(invalidLines(width))
        sections.append(noteLines(width))
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// How many invalid rows are listed.
    private static let listedInvalidRows = 5

    private func titleLines(_ width: Int) -> [String] {
        let invalid = report.invalidRows.count
        var facts = [
            DecimalText.counted(items, "item"), "\(DecimalText.grouped(invalid)) invalid", ByteText.size(report.bytes),
        ]
        if report.shards.count > 1 { facts.append(DecimalText.counted(report.shards.count, "shard")) }
        var lines = [Self.oneLine(report.name), "  " + facts.joined(separator: " · ")]
        let fields = FieldRole.allCases.compactMap { role in
            report.fields.paths[role].map(Self.oneLine).map { path in
                let name = role.rawValue == path ? path : "\(role.rawValue) = \(path)"
                let isTurned = ScoreName(rawValue: role.rawValue).map(report.fields.lowerIsBetter.contains) ?? false
                return isTurned ? "\(name) (lower is better, negated)" : name
            }
        }
        lines += Self.wrap(fields, "fields  ", width, separator: ",")
        for clause in report.fieldDifferences {
            let words = Self.oneLine(clause).split(separator: " ").map(String.init)
            lines += Self.wrap(words, "fields of  ", width, separator: "")
        }
        if let sha256 { lines.append("  sha256  \(sha256)") }
        for origin in report.scoreOrigins {
            let servers = origin.servers.map { Self.oneLine("\($0.score) by \($0.text)") }
            if !servers.isEmpty { lines += Self.wrap(servers, "scored  ", width, separator: ",") }
            lines.append("  \(Self.oneLine(origin.name))  sha256 \(origin.sha256)")
        }
        return lines
    }

    /// The table of scores with as many quantiles as there is room for.
    private func scoreLines(_ width: Int) -> [String] {
        let choices = [[0, 1, 2, 3, 4], [1, 2, 3], [2], []]
        let tables = choices.lazy.map(scoreTable)
        return tables.first { $0.allSatisfy { $0.count <= width } } ?? scoreTable([])
    }

    /// - Parameter shown: the indices of the quantiles that get a column.
    private func scoreTable(_ shown: [Int]) -> [String] {
        let titles = ["5 %", "25 %", "median", "75 %", "95 %"]
        var table = TextTable(
            ["Scores", "min"] + shown.map { titles[$0] } + ["max", "mean"],
            [.left] + Array(repeating: .right, count: shown.count + 3)
        )
        for name in ScoreName.allCases {
            guard let summary = scores[name] else { continue }
            let quantiles = shown.compactMap { summary.quantiles.indices.contains($0) ? summary.quantiles[$0] : nil }
            table.add([name.rawValue] + ScoreText.row([summary.min] + quantiles + [summary.max, summary.mean]))
        }
        return table.lines
    }

    private var thresholdLines: [String] {
        var table = TextTable(
            ["Thresholds", "", "below", "on it", "above"],
            [.left, .right, .right, .right, .right]
        )
        for name in ThresholdName.allCases {
            let line = lines[name]
            table.add(
                name.title,
                DecimalText.exact(thresholds[name], atLeast: 0),
                DecimalText.grouped(line.below),
                DecimalText.grouped(line.on),
                DecimalText.grouped(line.above)
            )
        }
        return table.lines
    }

    private var bucketLines: [String] {
        var table = TextTable(["Buckets", "items", "share"], [.left, .right, .right])
        for bucket in Bucket.allCases {
            let items = counts[bucket]
            table.add(
                "\(bucket.letter) \(bucket.name)",
                DecimalText.grouped(items),
                DecimalText.percent(items, of: counts.total)
            )
        }
        return table.lines
    }

    private func setLines(_ sets: DistinctSets) -> [String] {
        var table = TextTable(["Sets (distinct)"], [.left, .right, .left])
        table.add(
            "adversarial prompts",
            DecimalText.grouped(sets.adversarialPrompts),
            "of " + DecimalText.counted(counts.adversarial, "row")
        )
        table.add(
            "accepted pairs",
            DecimalText.grouped(sets.acceptedPairs),
            "of \(DecimalText.counted(counts.accepted, "row")), from \(DecimalText.counted(sets.acceptedPrompts, "prompt"))"
        )
        table.add("prompts in both", DecimalText.grouped(sets.promptsInBoth))
        table.add("prompts with several pairs", DecimalText.grouped(sets.promptsWithSeveralAccepted))
        return table.lines
    }

    private func invalidLines(_ width: Int) -> [String] {
        let rows = report.invalidRows
        guard !rows.isEmpty else { return [] }
        let names = ShardNames.short(report.shards)
        var table = TextTable(["Invalid rows  \(DecimalText.grouped(rows.count))"], [.left, .left])
        for row in rows.prefix(Self.listedInvalidRows) {
            let name = names.indices.contains(row.place.shard) ? names[row.place.shard] : report.name
            table.add("\(Self.oneLine(name)):\(row.line)", row.text)
        }
        var lines = table.lines
        let rest = rows.count - Self.listedInvalidRows
        if rest > 0 { lines.append("  … and \(DecimalText.grouped(rest)) more") }
        return lines
    }

    private func noteLines(_ width: Int) -> [String] {
        var notes: [String] = []
        if origins.values.contains(.suggested) {
            notes.append("The thresholds are suggested: they come from the quantiles of the scores, not from a person.")
        }
        notes += self.notes
        if report.textScores > 0 {
            let scores = DecimalText.counted(report.textScores, "score")
            notes.append("\(scores) \(report.textScores == 1 ? "was a string" : "were strings") holding a number.")
        }
        if report.duplicateIDs > 0 {
            let rows = DecimalText.counted(report.duplicateIDs, "item")
            notes.append("\(rows) with an id seen before; rows are told apart by place, nothing is lost.")
        }
        if report.nonFiniteRows > 0 {
            let items = DecimalText.counted(report.nonFiniteRows, "item")
            notes.append("\(items) with NaN or Infinity in a field without a role; exports write null there.")
        }
        if report.emptyTexts > 0 {
            notes.append(
                "\(DecimalText.counted(report.emptyTexts, "item")) with an empty prompt or response; they are kept."
            )
        }
        notes += troubleNotes
        notes += report.notes.map(Self.oneLine)
        guard !notes.isEmpty else { return [] }
        return ["Notes"]
            + notes.flatMap { Self.wrap($0.split(separator: " ").map(String.init), "- ", width, separator: "") }
    }
}

extension RoundSummary {
    /// Words, or items with a separator between them, on lines of at most `width` columns, the first after `title`.
    private static func wrap(_ items: [String], _ title: String, _ width: Int, separator: String) -> [String] {
        var lines: [String] = []
        var line = "  " + title
        let margin = String(repeating: " ", count: line.count)
        for (index, item) in items.enumerated() {
            let text = index + 1 < items.count ? item + separator : item
            if line.count > margin.count && line.count + 1 + text.count > width {
                lines.append(line)
                line = margin
            }
            line += line.count > margin.count ? " " + text : text
        }
        return lines + [line]
    }

    /// A name from outside that makes no line of its own.
    static func oneLine(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: name.unicodeScalars.lazy.map { $0 == "\n" ? "\u{240A}" : $0 })
        return String(result)
    }
}
