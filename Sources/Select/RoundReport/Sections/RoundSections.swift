internal import RoundModel
internal import TextSafety

/// What was found when the round was read.
enum RoundSections {
    /// How much there is, in one line.
    static func size(_ contents: ReportContents) -> String {
        let load = contents.load
        var facts = [
            DecimalText.counted(contents.tally.counts.total, "item"),
            "\(DecimalText.grouped(load.invalidRows.count)) invalid", ByteText.size(load.bytes),
        ]
        if load.shards.count > 1 { facts.append(DecimalText.counted(load.shards.count, "shard")) }
        return facts.joined(separator: " · ")
    }

    static func facts(_ page: inout Markup, _ contents: ReportContents) {
        var table = ReportTable("As an export by thresholds alone holds them.", ["", "count"])
        for fact in contents.facts { table.add(fact.label, fact.text) }
        table.write(to: &page)
    }

    static func scores(_ page: inout Markup, _ contents: ReportContents) {
        var table = ReportTable(
            "",
            ["Score", "min"] + ScoreSummary.fractions.map { DecimalText.fixed(100 * $0, decimals: 0) + " %" }
                + ["max", "mean"]
        )
        for name in ScoreName.allCases {
            guard let summary = contents.scores[name] else { continue }
            let values = [summary.min] + summary.quantiles + [summary.max, summary.mean]
            table.add([name.rawValue] + values.map { DecimalText.significant($0 == 0 ? 0 : $0, digits: 4) })
        }
        table.write(to: &page)
    }

    static func invalidRows(_ page: inout Markup, _ contents: ReportContents) {
        let (rows, shards) = (contents.load.invalidRows, contents.load.shards)
        guard !rows.isEmpty else {
            page.element("p", text: "There are none: every row has a prompt, a response and two scores.")
            return
        }
        let most = ReportContents.mostInvalidRows
        let count = DecimalText.counted(rows.count, "row")
        var table = ReportTable(
            rows.count > most ? "The first \(most) of \(count)." : "\(count).",
            ["Line", "reason"] + (shards.count > 1 ? ["file"] : []),
            holdsTexts: true
        )
        for row in rows.prefix(most) {
            var cells = [DecimalText.grouped(row.line), row.text]
            if shards.count > 1 {
                cells.append(shards.indices.contains(row.place.shard) ? shards[row.place.shard] : "")
            }
            table.add(cells)
        }
        table.write(to: &page)
    }

    /// What the round was read from, and how.
    static func provenance(_ page: inout Markup, _ contents: ReportContents) {
        let load = contents.load
        var table = ReportTable("", ["", ""], holdsTexts: true)
        for role in FieldRole.allCases {
            guard let path = load.fields.paths[role] else { continue }
            let isTurned = ScoreName(rawValue: role.rawValue).map(load.fields.lowerIsBetter.contains) ?? false
            table.add("\(role.rawValue) field", isTurned ? "\(path) (lower is better, negated)" : path)
        }
        for clause in load.fieldDifferences { table.add("fields of some shards", clause) }
        for origin in load.scoreOrigins {
            for server in origin.servers { table.add("\(server.score) scored by", server.text) }
            table.add("SHA-256 of \(origin.name)", origin.sha256)
        }
        if !contents.digest.isEmpty { table.add("SHA-256", contents.digest) }
        let notes = [
            ("scores given as text", load.textScores), ("ids seen before", load.duplicateIDs),
            ("empty prompts or responses", load.emptyTexts), ("NaN or Infinity, null in exports", load.nonFiniteRows),
        ]
        for (label, count) in notes where count > 0 { table.add(label, DecimalText.grouped(count)) }
        for kind in load.troubles.kinds {
            let readers = RowTroubles.list(kind.readers)
            let refuse = kind.readers.count == 1 ? "refuses" : "refuse"
            table.add(
                "rows with \(kind.title)",
                "\(DecimalText.grouped(load.troubles[kind])); \(readers) \(refuse) a file with such rows"
            )
        }
        for note in load.notes { table.add("note", note) }
        table.write(to: &page)
    }
}
