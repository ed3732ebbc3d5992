internal import ItemFilter
internal import RoundModel
internal import TextSafety

/// How the values of a field are spread over the buckets.
enum FacetSections {
    static func facet(_ page: inout Markup, _ facet: ReportContents.Facet) {
        let most = ReportContents.mostValues
        let count = DecimalText.counted(facet.values.count, "value")
        var table = ReportTable(
            (facet.values.count > most ? "The \(most) most frequent of \(count)" : count) + ", by thresholds alone.",
            ["Value"] + Bucket.allCases.map { "\($0.letter) \($0.name)" } + ["all", "share of A"]
        )
        // Items without a value come last, and are told however many values there are.
        for value in facet.values.prefix(most) + facet.values.dropFirst(most).filter({ $0.value == nil }) {
            let counts = value.counts
            table.add(
                [name(of: value)] + Bucket.allCases.map { DecimalText.grouped(counts[$0]) }
                    + [
                        DecimalText.grouped(counts.total),
                        DecimalText.percent(counts.adversarial, of: counts.total),
                    ]
            )
        }
        table.write(to: &page)
    }

    private static func name(of value: FacetValue) -> String {
        guard let bytes = value.value else { return "(no value)" }
        return bytes.isEmpty ? "(empty text)" : SafeText(bytes, fitting: 80).string
    }
}
