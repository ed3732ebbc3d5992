internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// How many items a threshold gives its bucket, over the values that it could have.
struct CountChart {
    let counts: ThresholdCounts
    let thresholds: Thresholds
    /// What the bucket holds at the present value.
    let now: Int

    var caption: String {
        "Items that would be \(counts.bucket.name) at each \(counts.name.title), the other thresholds kept."
    }

    /// True where it has something to show: not the same number everywhere.
    var isWorthShowing: Bool { Set(counts.counts).count > 1 }

    func write(to page: inout Markup) {
        let largest = counts.counts.max() ?? 0
        let (below, left) = (PlotFrame.ticks(counts.range), PlotFrame.counts(upTo: largest))
        let last = Double(max(1, counts.counts.count - 1))
        let places = counts.counts.enumerated().map { index, count in
            "\(PlotFrame.x(Double(index) / last)) \(PlotFrame.y(Double(count) / Double(max(1, largest))))"
        }
        let title = "\(counts.bucket.name) items against \(counts.name.title)"
        let present = counts.range.share(of: thresholds[counts.name])
        PlotFrame.write(&page, .chart, id: "counts-\(counts.name.key)", title: title) { page in
            PlotFrame.grid(&page, below: below.map(\.share), left: left.map(\.share))
            let shape = places.joined(separator: "L")
            page.empty(
                "path",
                ["class": "fill \(counts.bucket.letter)", "fill-opacity": "0.12", "d": "M0 1000L\(shape)L1000 1000Z"]
            )
            page.empty("path", ["class": "curve \(counts.bucket.letter)", "d": "M\(shape)"])
            if let present {
                let shape = "M\(PlotFrame.x(present)) 0V1000"
                page.empty("path", ["class": "line", "stroke-dasharray": counts.name.dashes, "d": shape])
            }
        } texts: { page in
            PlotFrame.labelsBelow(&page, below)
            PlotFrame.labelsLeft(&page, left)
            let value = DecimalText.exact(thresholds[counts.name], atLeast: 2)
            let axis = "\(counts.name.title), now \(value)"
            PlotFrame.text(&page, axis, (0.5, 0), below: 2.9, "tick", anchor: .middle)
            guard let present else { return }
            let label = "\(DecimalText.grouped(now)) \(counts.bucket.name)"
            let anchor = PlotFrame.anchor(of: label, at: present)
            PlotFrame.text(&page, label, (present, 1), below: -0.4, "name", anchor: anchor)
        }
    }
}
