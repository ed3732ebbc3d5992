internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// Safety against helpfulness as SVG: how dense the items are, the buckets' regions, axes and lines.
struct ReportPlot {
    let grid: DensityGrid
    let tally: Tally
    let frame = PlotFrame()

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
        page.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(frame.width) \(frame.height)",
                "role": "img", "aria-labelledby": "plot-title",
            ]
        ) { page in
            page.element("title", ["id": "plot-title"], text: title)
            density(&page)
            axes(&page)
            lines(&page)
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

    // MARK: Density

    private func density(_ page: inout Markup) {
        for path in DensityPaths(grid, tally.thresholds, frame).paths {
            page.empty(
                "path",
                ["class": String(path.bucket.letter), "fill-opacity": path.opacity, "d": path.shape]
            )
            page.newLine()
        }
    }

    // MARK: Axes

    private func axes(_ page: inout Markup) {
        frame.ticksBelow(&page, grid.viewport.safety)
        let up = AxisTicks(grid.viewport.helpfulness, atMost: 8)
        for (value, label) in zip(up.values, up.labels) {
            if let share = grid.viewport.helpfulness.share(of: value) { frame.tickLeft(&page, label, at: share) }
        }
        frame.text(&page, "safety →", frame.x(0.5), frame.y(0) + 42, "tick", anchor: "middle")
        frame.text(&page, "helpfulness ↑", 8, frame.y(1) - 12, "tick", anchor: "start")
        frame.edge(&page)
    }

    // MARK: Lines

    /// The characters that there is room for beside the plot.
    private static let mostBeside = 14

    /// The lines differ in how they are dashed, and each has its name and value.
    private func lines(_ page: inout Markup) {
        for name in ThresholdName.allCases {
            guard let share = place(of: name) else { continue }
            let label = "\(name.title) \(DecimalText.exact(tally.thresholds[name], atLeast: 2))"
            if name == .help {
                let y = frame.y(share)
                line(&page, "M\(PlotFrame.text(frame.x(0))) \(PlotFrame.text(y))H\(PlotFrame.text(frame.x(1)))", "2 4")
                if label.count <= Self.mostBeside {
                    frame.text(&page, label, frame.x(1) + 8, y + 4, "name", anchor: "start")
                } else {
                    frame.text(&page, label, frame.x(1) - 6, y - 6, "name", anchor: "end")
                }
            } else {
                let x = frame.x(share)
                let top = frame.y(1) - (name == .adv ? 26 : 8)
                line(
                    &page,
                    "M\(PlotFrame.text(x)) \(PlotFrame.text(top + 3))V\(PlotFrame.text(frame.y(0)))",
                    name == .adv ? "none" : "8 4"
                )
                let anchor = share < 0.15 ? "start" : share > 0.85 ? "end" : "middle"
                frame.text(&page, label, x, top, "name", anchor: anchor)
            }
            page.newLine()
        }
    }

    private func line(_ page: inout Markup, _ shape: String, _ dashes: String) {
        page.empty("path", ["class": "line", "stroke-dasharray": dashes, "d": shape])
    }

    // MARK: Letters

    /// Each bucket's letter and count in its region, as far towards its corner as the region reaches.
    private func letters(_ page: inout Markup) {
        for bucket in Bucket.allCases {
            guard let place = Self.letterPlace(of: bucket, tally.thresholds, grid.viewport) else { continue }
            frame.text(
                &page,
                "\(bucket.letter) \(DecimalText.grouped(tally.counts[bucket]))",
                frame.x(place.x),
                frame.y(place.y) + 8,
                "letter \(bucket.letter)",
                anchor: bucket == .adversarial ? "start" : "end"
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
