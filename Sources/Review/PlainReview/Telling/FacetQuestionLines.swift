import ItemFilter
import ReviewScreens
import ReviewSession
import RoundModel

/// The questions about fields, where there is no screen: their values, two of them together, and the list's columns.
extension PlainTeller {
    func facetQuestion(_ state: ReviewState, _ open: FacetDialog) -> [String] {
        let facets = state.find.facets
        if let why = facets.problem { return problem(why) + ["? cancel closes"] }
        let fields = facets.fields ?? []
        guard fields.indices.contains(open.field) else {
            return [
                "no field of the rows has few values: \(name(of: .filter)) filters by any field", "? cancel closes",
            ]
        }
        let start = open.row / FacetDialog.valuesPerPage * FacetDialog.valuesPerPage
        let end = min(facets.values.count, start + FacetDialog.valuesPerPage)
        var lines = [
            "values of \(foreign(fields[open.field].name)), with the items of each bucket and all\(narrowed(state)):"
        ]
        let ticked = open.ticked(in: state)
        for number in start..<max(start, end) {
            let value = facets.values[number]
            let mark = ticked.contains(value.value) ? " (ticked)" : ""
            let text =
                (value.value.flatMap { $0.isEmpty ? nil : foreign($0, fitting: 80) }
                    ?? FacetWords.absent(value, among: facets.values))
                + mark
            let counts = Bucket.allCases.map { "\($0.letter) \(DecimalText.grouped(value.counts[$0]))" }
            let total = DecimalText.grouped(value.counts.total)
            lines.append("  \(number + 1). \(text): \(counts.joined(separator: ", ")), all \(total)")
        }
        if facets.values.isEmpty { lines.append("no item is left to count") }
        if end < facets.values.count {
            lines.append("\(DecimalText.counted(facets.values.count - end, "more value")): more goes on")
        }
        if fields.count > 1 {
            let names = fields.enumerated().map { "\($0.offset + 1). \(foreign($0.element.name))" }
            lines.append("fields: \(names.joined(separator: ", "))")
        }
        let other = fields.count > 1 ? ", field 2 counts another field" : ""
        return lines + [
            "? a number shows only these, not and a number all but these, only 1 3 several together\(other); cancel closes"
        ]
    }

    func columnsQuestion(_ state: ReviewState, _ open: ColumnsDialog) -> [String] {
        let rows = open.rows(in: state).enumerated().map { number, row in
            let detail = row.detail.isEmpty ? "" : ", \(row.detail)"
            return numbered(number, foreign(row.title + detail), isChosen: false)
        }
        return ["columns of the list, each with an x in front that is shown:"] + rows + [
            "? a number shows a column or hides it, sort and a number sorts by it; confirm keeps them, cancel gives back "
                + "those of before"
        ]
    }

    func crossQuestion(_ state: ReviewState, _ open: CrossDialog) -> [String] {
        if let why = state.find.facets.problem { return problem(why) + ["? cancel closes"] }
        guard let pair = open.pair(in: state), let table = open.table(in: state) else {
            return [
                "a cross table needs two fields with few values or with numbers, and the rows have fewer",
                "? cancel closes",
            ]
        }
        func text(_ value: FacetValue, _ all: [FacetValue]) -> String {
            value.value.flatMap { $0.isEmpty ? nil : foreign($0, fitting: 40) } ?? FacetWords.absent(value, among: all)
        }
        func counts(_ counts: BucketCounts) -> String {
            let parts = Bucket.allCases.map { "\($0.letter) \(DecimalText.percent(counts[$0], of: counts.total))" }
            return "\(DecimalText.grouped(counts.total)) (\(parts.joined(separator: ", ")))"
        }
        var lines = [
            "\(foreign(pair.down.name)) by \(foreign(pair.across.name)), with the items and the share of each bucket"
                + "\(narrowed(state)):",
            "  columns: "
                + table.across.enumerated().map { "\($0.offset + 1). \(text($0.element, table.across))" }
                .joined(separator: ", "),
        ]
        for (number, value) in table.down.enumerated() {
            // Pairs without items are many where there are many values.
            let cells = table.across.indices.filter { table[number, $0].total > 0 }.map { column in
                "\(text(table.across[column], table.across)) \(counts(table[number, column]))"
            }
            lines.append("  \(number + 1). \(text(value, table.down)): all \(counts(value.counts))")
            if cells.count > 1 || table.across.count > 1 { lines += cells.map { "      \($0)" } }
        }
        lines.append("  all: \(counts(table.all))")
        return lines + [
            "? two numbers show only the items of a row and a column, as in 1 2 or 1 all; "
                + "down FIELD and across FIELD change the fields; cancel closes"
        ]
    }
}
