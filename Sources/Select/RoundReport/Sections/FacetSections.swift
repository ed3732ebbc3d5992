internal import ItemFilter
internal import RoundModel
internal import TextSafety

/// How the values of a field are spread over the buckets.
enum FacetSections {
    static func facet(_ page: inout Markup, _ facet: ReportContents.Facet) {
        let rows = rows(of: facet)
        let largest = rows.map(\.counts.total).max() ?? 0
        let count = DecimalText.counted(facet.values.count { $0.value != nil }, "value")
        var table = ReportTable(
            "\(count), by thresholds alone. The longest bar is \(DecimalText.counted(largest, "item")).",
            ["Value"] + Bucket.allCases.map { "\($0.letter) \($0.name)" } + ["all", "of them A"]
        )
        for row in rows {
            let counts = row.counts
            table.add(
                [row.name] + Bucket.allCases.map { DecimalText.grouped(counts[$0]) }
                    + [
                        DecimalText.grouped(counts.total),
                        DecimalText.percent(counts.adversarial, of: counts.total),
                    ]
            )
        }
        table.write(to: &page, kind: "bars") { page, number in
            page.text(rows[number].name)
            BucketBar(counts: rows[number].counts, largest: largest).write(to: &page)
        }
    }

    private struct Row {
        let name: String
        let counts: BucketCounts
    }

    /// The most frequent values, the others together, and the items without one, which are told however many values there are.
    private static func rows(of facet: ReportContents.Facet) -> [Row] {
        let values = facet.values.filter { $0.value != nil }
        // One that would be alone among the others keeps its name.
        let most = values.count > ReportContents.mostValues + 1 ? ReportContents.mostValues : values.count
        var rows = values.prefix(most).map { Row(name: name(of: $0), counts: $0.counts) }
        let others = values.dropFirst(most)
        if !others.isEmpty {
            var counts = BucketCounts()
            for value in others { for bucket in Bucket.allCases { counts[bucket] += value.counts[bucket] } }
            rows.append(Row(name: "others (\(DecimalText.counted(others.count, "value")))", counts: counts))
        }
        return rows + facet.values.filter { $0.value == nil }.map { Row(name: "(no value)", counts: $0.counts) }
    }

    private static func name(of value: FacetValue) -> String {
        guard let bytes = value.value else { return "(no value)" }
        return bytes.isEmpty ? "(empty text)" : ReportText.name(bytes)
    }
}
