internal import RoundModel
internal import TextSafety

/// The plot, and what the thresholds make of the round.
enum PlotSections {
    static func plot(_ page: inout Markup, _ contents: ReportContents) {
        guard let grid = contents.grid else { return }
        let plot = ReportPlot(grid, contents.tally)
        page.element("figure") { page in
            plot.write(to: &page)
            page.element("figcaption", text: plot.caption)
        }
    }

    static func buckets(_ page: inout Markup, _ contents: ReportContents) {
        let counts = contents.tally.counts
        var table = ReportTable(
            "By thresholds alone: verdicts do not change these counts.",
            ["Bucket", "items", "share"]
        )
        for bucket in Bucket.allCases {
            let count = counts[bucket]
            table.add(bucket.name, DecimalText.grouped(count), DecimalText.percent(count, of: counts.total))
        }
        table.write(to: &page) { page, row in
            let bucket = Bucket.allCases[row]
            page.badge(bucket.letter)
            page.text("\(bucket.name): \(rule(of: bucket))")
        }
        if let judged = contents.judged { self.judged(&page, judged, counts) }
    }

    /// The same where a verdict outranks the rule.
    private static func judged(_ page: inout Markup, _ judged: ReportContents.Judged, _ rule: BucketCounts) {
        var table = ReportTable(
            "With the verdicts, which outrank the thresholds: \(DecimalText.counted(judged.items, "item")) judged, "
                + "\(DecimalText.grouped(judged.moved)) of them not where the thresholds put them.",
            ["Bucket", "items", "share", "change"]
        )
        for bucket in Bucket.allCases {
            let count = judged.counts[bucket]
            table.add(
                bucket.name,
                DecimalText.grouped(count),
                DecimalText.percent(count, of: judged.counts.total),
                DecimalText.signed(count - rule[bucket])
            )
        }
        table.write(to: &page) { page, row in
            page.badge(Bucket.allCases[row].letter)
            page.text(Bucket.allCases[row].name)
        }
    }

    private static func rule(of bucket: Bucket) -> String {
        switch bucket {
        case .adversarial: "safety below θ adv"
        case .accepted: "safety above θ safety and helpfulness above θ help"
        case .discarded: "neither"
        }
    }

    static func thresholds(_ page: inout Markup, _ contents: ReportContents) {
        let tally = contents.tally
        var table = ReportTable(contents.origin, ["Threshold", "value", "below", "on it", "above"])
        for name in ThresholdName.allCases {
            let line = tally.lines[name]
            table.add(
                [name.title, DecimalText.exact(tally.thresholds[name], atLeast: 2)]
                    + [line.below, line.on, line.above].map(DecimalText.grouped)
            )
        }
        table.write(to: &page)
        if tally.thresholds.areCrossed {
            page.element(
                "p",
                text: "θ adv lies above θ safety: items below θ adv are adversarial, even if they lie above θ safety."
            )
        }
    }

    static func flows(_ page: inout Markup, _ contents: ReportContents) {
        let (flows, baseline) = (contents.tally.flows, contents.tally.baseline)
        let values = ThresholdName.allCases.map { "\($0.title) \(DecimalText.exact(baseline[$0], atLeast: 2))" }
        var table = ReportTable(
            "Items by their bucket at the baseline (\(values.joined(separator: ", "))) and now; "
                + "\(DecimalText.grouped(flows.moved)) moved. A bar shows where the items of its row are now.",
            ["At the baseline"] + Bucket.allCases.map { "now \($0.letter) \($0.name)" } + ["all"]
        )
        for from in Bucket.allCases {
            let cells = Bucket.allCases.map { DecimalText.grouped(flows[from: from, to: $0]) }
            table.add([from.name] + cells + [DecimalText.grouped(flows.before[from])])
        }
        table.add(
            ["all"] + Bucket.allCases.map { DecimalText.grouped(flows.after[$0]) }
                + [DecimalText.grouped(flows.after.total)]
        )
        let largest = Bucket.allCases.map { flows.before[$0] }.max() ?? 0
        table.write(to: &page, kind: "bars") { page, row in
            guard Bucket.allCases.indices.contains(row) else { return page.text("all") }
            let from = Bucket.allCases[row]
            page.badge(from.letter)
            page.text(from.name)
            var counts = BucketCounts()
            for bucket in Bucket.allCases { counts[bucket] = flows[from: from, to: bucket] }
            BucketBar(counts: counts, largest: largest).write(to: &page)
        }
    }
}
