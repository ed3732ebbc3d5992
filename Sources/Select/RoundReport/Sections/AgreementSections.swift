internal import AuditStatistics
internal import RoundModel
internal import TextSafety

/// How far the calls and people agree, and people with each other.
enum AgreementSections {
    static func agreement(_ page: inout Markup, _ agreement: ReportContents.Agreement) {
        let verdicts = agreement.counts.joined().reduce(0, +)
        if verdicts > 0 {
            var table = ReportTable(
                "\(DecimalText.counted(verdicts, "verdict")) given without seeing the call: rows are the calls, columns what people said.",
                ["Call"] + Bucket.allCases.map { "people: \($0.letter) \($0.name)" } + ["all"]
            )
            for (bucket, row) in zip(Bucket.allCases, agreement.counts) where row.contains(where: { $0 > 0 }) {
                table.add([bucket.name] + row.map(DecimalText.grouped) + [DecimalText.grouped(row.reduce(0, +))])
            }
            let buckets = zip(Bucket.allCases, agreement.counts).filter { $0.1.contains { $0 > 0 } }.map(\.0)
            table.write(to: &page) { page, row in
                page.badge(buckets[row].letter)
                page.text(buckets[row].name)
            }
        }
        figures(&page, agreement.figures, "Calls and people", "The interval follows the value.")
        figures(&page, agreement.pairs, "Reviewers", "By items that both judged without seeing the other's verdict.")
    }

    private static func figures(
        _ page: inout Markup,
        _ figures: [ReportContents.Agreement.Figure],
        _ title: String,
        _ caption: String
    ) {
        guard !figures.isEmpty else { return }
        var table = ReportTable(caption, [title, "value", "verdicts"])
        for figure in figures {
            let text = ReportText.interval(figure.estimate, isShare: figure.isShare)
            table.add(figure.name, text, DecimalText.grouped(figure.estimate.labels))
        }
        table.write(to: &page)
    }
}
