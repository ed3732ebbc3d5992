internal import AuditStatistics
internal import DensityPlot
internal import ReviewAudit
internal import RoundModel
internal import TextSafety

/// What a threshold would make of its set, as SVG: precision and recall with their bands, and the present value.
struct SweepPlot {
    let sweep: ThresholdSweep
    let frame = PlotFrame(height: 330, plotHeight: 220)
    /// The values along the axis below; nil where there are fewer than two.
    let range: ScoreRange?

    init(_ sweep: ThresholdSweep) {
        self.sweep = sweep
        let values = sweep.points.map(\.value)
        if let low = values.first, let high = values.last, low < high {
            range = ScoreRange(low: low, high: high)
        } else {
            range = nil
        }
    }

    /// True where it has something to show: precision or recall at two values at least.
    var isWorthShowing: Bool { range != nil && (estimates(\.precision).count > 1 || estimates(\.recall).count > 1) }

    /// What it shows, and how sure it is.
    var caption: String {
        let level = sweep.points.compactMap { $0.precision.estimate ?? $0.recall.estimate }.first
        var text =
            "Precision (solid) and recall (dashed) of the \(sweep.bucket.name) set at each \(sweep.name.title), the other "
        text += "thresholds kept."
        if let level {
            text += " The bands hold for all values at once with a probability of "
            text += "\(DecimalText.fixed(100 * level.level, decimals: 0)) % each (DKW-Massart, "
            text += "n = \(DecimalText.grouped(level.labels)))."
        }
        return text
    }

    func write(to page: inout Markup) {
        guard let range else { return }
        let title = "sweep-\(sweep.name.key)"
        page.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(frame.width) \(frame.height)",
                "role": "img", "aria-labelledby": title,
            ]
        ) { page in
            page.element("title", ["id": title], text: "\(sweep.name.title): precision and recall")
            band(&page, \.precision, range)
            band(&page, \.recall, range)
            curve(&page, \.recall, range, "7 5")
            curve(&page, \.precision, range, "none")
            axes(&page, range)
            if let share = range.share(of: sweep.thresholds[sweep.name]) {
                let x = PlotFrame.text(frame.x(share))
                let shape = "M\(x) \(PlotFrame.text(frame.y(1) - 6))V\(PlotFrame.text(frame.y(0)))"
                page.empty("path", ["class": "line", "stroke-dasharray": "2 4", "d": shape])
                let label = "\(sweep.name.title) \(DecimalText.exact(sweep.thresholds[sweep.name], atLeast: 2))"
                let anchor = share < 0.15 ? "start" : share > 0.85 ? "end" : "middle"
                frame.text(&page, label, frame.x(share), frame.y(1) - 12, "name", anchor: anchor)
            }
        }
    }

    private func estimates(_ figure: KeyPath<ThresholdSweep.Point, Figure>) -> [(value: Double, estimate: Estimate)] {
        sweep.points.compactMap { point in point[keyPath: figure].estimate.map { (point.value, $0) } }
    }

    private func place(_ value: Double, _ share: Double, _ range: ScoreRange) -> String {
        "\(PlotFrame.text(frame.x(range.share(of: value) ?? 0))) \(PlotFrame.text(frame.y(min(1, max(0, share)))))"
    }

    private func curve(
        _ page: inout Markup,
        _ figure: KeyPath<ThresholdSweep.Point, Figure>,
        _ range: ScoreRange,
        _ dashes: String
    ) {
        let places = estimates(figure).map { place($0.value, $0.estimate.value, range) }
        guard places.count > 1 else { return }
        let shape = "M" + places.joined(separator: "L")
        page.empty("path", ["class": "curve \(sweep.bucket.letter)", "stroke-dasharray": dashes, "d": shape])
        page.newLine()
    }

    private func band(
        _ page: inout Markup,
        _ figure: KeyPath<ThresholdSweep.Point, Figure>,
        _ range: ScoreRange
    ) {
        let all = estimates(figure)
        guard all.count > 1 else { return }
        let upper = all.map { place($0.value, $0.estimate.interval.upper, range) }
        let lower = all.reversed().map { place($0.value, $0.estimate.interval.lower, range) }
        let shape = "M" + (upper + lower).joined(separator: "L") + "Z"
        page.empty("path", ["class": "\(sweep.bucket.letter)", "fill-opacity": "0.12", "d": shape])
        page.newLine()
    }

    private func axes(_ page: inout Markup, _ range: ScoreRange) {
        frame.ticksBelow(&page, range)
        for step in 0...4 { frame.tickLeft(&page, "\(25 * step) %", at: Double(step) / 4) }
        frame.edge(&page)
    }
}
