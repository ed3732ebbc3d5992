internal import RoundModel
internal import TextSafety

/// Counts by bucket as one bar of three colours. It says nothing that does not stand beside it in figures.
struct BucketBar {
    let counts: BucketCounts
    /// What the whole width stands for.
    let largest: Int

    func write(to page: inout Markup) {
        page.element("svg", ["class": "bar", "aria-hidden": "true"]) { page in
            var start = 0
            for bucket in Bucket.allCases where counts[bucket] > 0 {
                let (left, width) = (share(start), share(counts[bucket]))
                page.empty(
                    "rect",
                    [
                        "class": "fill \(bucket.letter)", "x": PlotFrame.percent(left),
                        "width": PlotFrame.percent(width), "height": "100%",
                    ]
                )
                start += counts[bucket]
            }
        }
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(max(1, largest)) }
}
