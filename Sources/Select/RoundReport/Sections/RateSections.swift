internal import AuditStatistics
internal import RoundModel
internal import TextSafety

/// What people found wrong, as bars with their intervals.
enum RateSections {
    /// The buckets.
    static func buckets(_ page: inout Markup, _ contents: ReportContents) {
        let rates = contents.rates.filter { $0.share != nil }
        let level = rates.compactMap { $0.share?.level }.first ?? 0.95
        let percent = DecimalText.fixed(100 * level, decimals: 0)
        page.element(
            "p",
            ["class": "muted"],
            text: "Reviewers judged items that were drawn at random, without seeing the scores. "
                + "The dot is the share they found wrong; the bar is where the share of the whole bucket lies, with \(percent) % confidence."
        )
        bars(&page, rates) { $0.name }
        for rate in contents.rates where rate.share == nil {
            page.element("p", text: "\(rate.name): \(ReportText.sentence(rate))")
        }
    }

    /// The kinds of a field, bucket by bucket.
    static func kinds(_ page: inout Markup, _ kinds: [ReportContents.KindRates]) {
        for kind in kinds where !kind.rates.isEmpty {
            page.element("h3", text: "What was found wrong among \(kind.bucket.name) items")
            bars(&page, kind.rates) { ReportText.name($0.name) }
        }
        page.element(
            "p",
            ["class": "muted"],
            text: "The intervals hold for all kinds of a bucket at once; kinds with few verdicts are put together."
        )
    }

    private static func bars(
        _ page: inout Markup,
        _ rates: [ReportContents.Rate],
        _ name: (ReportContents.Rate) -> String
    ) {
        let bars = IntervalBars(for: rates.compactMap(\.share))
        page.element("ul", ["class": "rates"]) { page in
            for rate in rates {
                guard let share = rate.share else { continue }
                page.element("li") { page in
                    page.element("span", ["class": "who"]) { page in
                        page.badge(rate.bucket.letter)
                        page.text(name(rate))
                    }
                    bars.write(share, letter: rate.bucket.letter, to: &page)
                    page.element("span", ["class": "what"]) { page in
                        page.element("span", text: ReportText.interval(share))
                        page.element("span", ["class": "muted"], text: ReportText.checked(rate))
                    }
                }
                page.newLine()
            }
            page.element("li", ["class": "axis", "aria-hidden": "true"]) { page in
                page.element("span", ["class": "who"], text: "")
                bars.writeScale(to: &page)
                page.element("span", ["class": "what"], text: "")
            }
        }
    }
}
