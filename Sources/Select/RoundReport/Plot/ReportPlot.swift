internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// Safety against helpfulness as SVG: how dense the items are, the buckets' regions, axes and lines.
struct ReportPlot {
    let grid: DensityGrid
    let tally: Tally

    init(_ grid: DensityGrid, _ tally: Tally) {
        self.grid = grid
        self.tally = tally
    }

    /// What the plot shows and what lies outside of it.
    var caption: String {
        var parts = [
            "Safety from left to right, helpfulness from the bottom up; the stronger the colour, the more items."
        ]
        let outside = tally.counts.total - grid.counts.reduce(0) { $0 + Int($1) }
        if outside > 0 { parts.append("\(DecimalText.counted(outside, "item")) outside the plot.") }
        for name in ThresholdName.allCases where place(of: name) == nil {
            parts.append("\(name.title) lies outside the plot.")
        }
        return parts.joined(separator: " ")
    }

    func write(to page: inout Markup) {
        let across = PlotFrame.ticks(grid.viewport.safety)
        let up = PlotFrame.ticks(grid.viewport.helpfulness)
        PlotFrame.write(&page, .plot, id: "plot-title", title: title) { page in
            PlotFrame.grid(&page, below: across.map(\.share), left: up.map(\.share))
            for path in DensityPaths(grid, tally.thresholds).paths {
                page.empty(
                    "path",
                    ["class": "fill \(path.bucket.letter)", "fill-opacity": path.opacity, "d": path.shape]
                )
                page.newLine()
            }
            lines(&page)
        } texts: { page in
            PlotFrame.labelsBelow(&page, across)
            PlotFrame.labelsLeft(&page, up)
            PlotFrame.text(&page, "safety →", (0.5, 0), below: 2.9, "tick", anchor: .middle)
            PlotFrame.text(&page, "helpfulness ↑", (0, 1), right: -3.4, below: -2.6, "tick", anchor: .start)
            names(&page)
            letters(&page)
        }
    }

    private var title: String {
        let counts = Bucket.allCases.map { "\(DecimalText.grouped(tally.counts[$0])) \($0.name)" }
        let values = ThresholdName.allCases.map { "\($0.title) \(DecimalText.exact(tally.thresholds[$0], atLeast: 2))" }
        return "Items by safety and helpfulness: \(counts.joined(separator: ", ")); \(values.joined(separator: ", "))"
    }

    /// Where a line lies, as a share of its axis; nil outside of the plot.
    private func place(of name: ThresholdName) -> Double? {
        let range = name.score == .safety ? grid.viewport.safety : grid.viewport.helpfulness
        return range.share(of: tally.thresholds[name])
    }

    // MARK: Lines

    /// The lines differ in how they are dashed, and each has its name and value.
    private func lines(_ page: inout Markup) {
        for name in ThresholdName.allCases {
            guard let share = place(of: name) else { continue }
            let shape = name == .help ? "M0 \(PlotFrame.y(share))H1000" : "M\(PlotFrame.x(share)) 0V1000"
            page.empty("path", ["class": "line", "stroke-dasharray": name.dashes, "d": shape])
        }
    }

    private func names(_ page: inout Markup) {
        for name in ThresholdName.allCases {
            guard let share = place(of: name) else { continue }
            let label = "\(name.title) \(DecimalText.exact(tally.thresholds[name], atLeast: 2))"
            if name == .help {
                PlotFrame.text(&page, label, (1, share), right: -0.4, below: -0.4, "name", anchor: .end)
            } else {
                let anchor = PlotFrame.anchor(of: label, at: share)
                PlotFrame.text(&page, label, (share, 1), below: name == .adv ? -1.6 : -0.4, "name", anchor: anchor)
            }
        }
    }

    // MARK: Letters

    /// Each bucket's letter and count in its region, as far towards its corner as the region reaches.
    private func letters(_ page: inout Markup) {
        for bucket in Bucket.allCases {
            guard let place = Self.letterPlace(of: bucket, tally.thresholds, grid.viewport) else { continue }
            PlotFrame.text(
                &page,
                "\(bucket.letter) \(DecimalText.grouped(tally.counts[bucket]))",
                place,
                below: 0.35,
                "letter \(bucket.letter)",
                anchor: bucket == .adversarial ? .start : .end
            )
        }
    }

    /// In shares of the axes; nil where the plot shows nothing of the bucket's region.
    static func letterPlace(
        of bucket: Bucket,
        _ thresholds: Thresholds,
        _ viewport: Viewport
    ) -> (x: Double, y: Double)? {
        let across = (1...19).map { Double($0) / 20 }
        let up = across.reversed()
        for y in bucket == .discarded ? across : Array(up) {
            for x in bucket == .adversarial ? across : Array(across.reversed()) {
                let (safety, help) = (viewport.safety.value(at: x), viewport.helpfulness.value(at: y))
                if thresholds.bucket(safety: safety, helpfulness: help) == bucket { return (x, y) }
            }
        }
        return nil
    }
}

extension ThresholdName {
    /// How its line is dashed wherever it is drawn.
    var dashes: String {
        switch self {
        case .adv: "none"
        case .safety: "8 4"
        case .help: "2 4"
        }
    }
}
