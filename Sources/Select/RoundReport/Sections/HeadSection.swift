internal import RoundModel
internal import TextSafety

/// What stands at the top: what the round comes to, who looked at it, and when.
enum HeadSection {
    static func write(_ page: inout Markup, _ contents: ReportContents) {
        page.element("header") { page in
            page.element("h1", text: ReportText.name(contents.load.name))
            page.element("p", ["class": "lead"], text: headline(contents))
            page.element("p", ["class": "muted"], text: origin(contents))
        }
        if contents.tally.counts.total > 0 { tiles(&page, contents) }
    }

    /// The round in two sentences.
    static func headline(_ contents: ReportContents) -> String {
        let counts = contents.tally.counts
        guard counts.total > 0 else { return "The round has no valid item." }
        func share(_ bucket: Bucket) -> String { "(\(DecimalText.percent(counts[bucket], of: counts.total)))" }
        func are(_ bucket: Bucket) -> String {
            "\(DecimalText.grouped(counts[bucket])) \(counts[bucket] == 1 ? "is" : "are") \(bucket.name) \(share(bucket))"
        }
        let accepted = "\(DecimalText.grouped(counts.accepted)) of \(DecimalText.counted(counts.total, "item"))"
        return "The thresholds accept \(accepted) \(share(.accepted)); \(are(.adversarial)) and \(are(.discarded)). "
            + checked(contents)
    }

    /// What people found, above all of what was accepted.
    private static func checked(_ contents: ReportContents) -> String {
        let order = [Bucket.accepted, .adversarial, .discarded]
        guard let rate = order.compactMap({ bucket in contents.rates.first { $0.bucket == bucket } }).first else {
            return contents.judged == nil
                ? "Nobody has checked any of them: these counts rest on the two scores alone."
                : "No sample has been checked: how many of these calls are wrong is not known."
        }
        let items = DecimalText.counted(rate.checked, "\(rate.bucket.name) item")
        var text = "People checked \(items) and found \(DecimalText.grouped(rate.wrong)) wrong"
        if rate.unsure > 0 { text += " and could not tell of \(DecimalText.grouped(rate.unsure))" }
        guard let share = rate.share else { return text + ", too few to tell the error rate." }
        // In the words of the evidence, where there are any: "the true error rate is likely between 4 % and 34 %."
        let parts = rate.sentence.split(separator: "; ", maxSplits: 1)
        return parts.count == 2 ? "\(text): \(parts[1])" : "\(text): \(ReportText.rate(share))."
    }

    /// Who reviewed it, when, and what was read.
    private static func origin(_ contents: ReportContents) -> String {
        var parts: [String] = []
        if let reviewers = contents.reviewers, !reviewers.names.isEmpty {
            let most = 6
            var names = reviewers.names.prefix(most).map {
                "\(ReportText.name($0.name)) (\(DecimalText.counted($0.items, "item")))"
            }
            if reviewers.names.count > most { names.append("\(reviewers.names.count - most) more") }
            var text = "Reviewed by \(ReportText.list(names))"
            if !reviewers.days.isEmpty { text += " \(reviewers.days)" }
            parts.append(text)
        }
        if !contents.made.isEmpty { parts.append("\(parts.isEmpty ? "Report" : "report") of \(contents.made)") }
        return (parts + [RoundSections.size(contents)]).joined(separator: " · ")
    }

    /// Each bucket with its number, its share, and what was found wrong in it.
    private static func tiles(_ page: inout Markup, _ contents: ReportContents) {
        let counts = contents.tally.counts
        page.element("ul", ["class": "tiles"]) { page in
            for bucket in Bucket.allCases {
                page.element("li", ["class": "tile \(bucket.letter)"]) { page in
                    page.element("p", ["class": "number"], text: DecimalText.grouped(counts[bucket]))
                    page.element("p") { page in
                        page.badge(bucket.letter)
                        page.text("\(bucket.name), \(DecimalText.percent(counts[bucket], of: counts.total))")
                    }
                    let rate = contents.rates.first { $0.bucket == bucket }
                    page.element(
                        "p",
                        ["class": "muted"],
                        text: rate.map(ReportText.sentence) ?? "none checked in a sample"
                    )
                }
                page.newLine()
            }
        }
        page.element("div", ["class": "whole"]) { BucketBar(counts: counts, largest: counts.total).write(to: &$0) }
    }
}
