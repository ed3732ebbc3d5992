internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// Shares along an axis as SVG: lines with bands, and where a threshold is.
struct CurvePlot {
    typealias Place = (x: Double, y: Double)

    /// A line with its band.
    struct Series {
        let places: [Place]
        /// Its band's edges from left to right; empty for none.
        var upper: [Place] = []
        var lower: [Place] = []
        /// `A` or `C`: whose colour it has.
        let letter: String
        var isDashed = false
    }

    /// What tells it from other pictures of the page.
    let id: String
    let title: String
    /// What it shows, and how sure it is.
    let caption: String
    let series: [Series]
    /// The values along the axis below; nil where there are fewer than two.
    let range: ScoreRange?
    /// What the axis below is; nil where the caption says it.
    var axis: String?
    /// True where it is a share.
    var isShareBelow = false
    /// A value to be marked, and what it is.
    var marker: (value: Double, label: String)?

    private let frame = PlotFrame(height: 330, plotHeight: 220)

    init(
        id: String,
        title: String,
        caption: String,
        series: [Series],
        range: ScoreRange?,
        axis: String? = nil,
        isShareBelow: Bool = false,
        marker: (value: Double, label: String)? = nil
    ) {
        self.id = id
        self.title = title
        self.caption = caption
        self.series = series
        self.range = range
        self.axis = axis
        self.isShareBelow = isShareBelow
        self.marker = marker
    }

    /// True where it has something to show: a line between two places at least.
    var isWorthShowing: Bool { range != nil && series.contains { $0.places.count > 1 } }

    /// The values from the first to the last; nil where they are fewer than two.
    static func range(_ values: [Double]) -> ScoreRange? {
        guard let low = values.first, let high = values.last, low < high else { return nil }
        return ScoreRange(low: low, high: high)
    }

    func write(to page: inout Markup) {
        guard let range else { return }
        page.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(frame.width) \(frame.height)",
                "role": "img", "aria-labelledby": id,
            ]
        ) { page in
            page.element("title", ["id": id], text: title)
            for series in series { band(&page, series, range) }
            for series in series.reversed() { curve(&page, series, range) }
            axes(&page, range)
            if let marker, let share = range.share(of: marker.value) {
                let x = PlotFrame.text(frame.x(share))
                let shape = "M\(x) \(PlotFrame.text(frame.y(1) - 6))V\(PlotFrame.text(frame.y(0)))"
                page.empty("path", ["class": "line", "stroke-dasharray": "2 4", "d": shape])
                let anchor = share < 0.15 ? "start" : share > 0.85 ? "end" : "middle"
                frame.text(&page, marker.label, frame.x(share), frame.y(1) - 12, "name", anchor: anchor)
            }
        }
    }

    private func text(_ place: Place, _ range: ScoreRange) -> String {
        "\(PlotFrame.text(frame.x(range.share(of: place.x) ?? 0))) \(PlotFrame.text(frame.y(min(1, max(0, place.y)))))"
    }

    private func curve(_ page: inout Markup, _ series: Series, _ range: ScoreRange) {
        guard series.places.count > 1 else { return }
        let shape = "M" + series.places.map { text($0, range) }.joined(separator: "L")
        let dashes = series.isDashed ? "7 5" : "none"
        page.empty("path", ["class": "curve \(series.letter)", "stroke-dasharray": dashes, "d": shape])
        page.newLine()
    }

    private func band(_ page: inout Markup, _ series: Series, _ range: ScoreRange) {
        guard series.upper.count > 1 else { return }
        let edge = (series.upper + series.lower.reversed()).map { text($0, range) }
        page.empty(
            "path",
            ["class": series.letter, "fill-opacity": "0.12", "d": "M" + edge.joined(separator: "L") + "Z"]
        )
        page.newLine()
    }

    private func axes(_ page: inout Markup, _ range: ScoreRange) {
        if isShareBelow {
            for step in 0...4 {
                let share = Double(step) / 4
                frame.tickBelow(&page, "\(25 * step) %", at: share)
            }
        } else {
            frame.ticksBelow(&page, range)
        }
        for step in 0...4 { frame.tickLeft(&page, "\(25 * step) %", at: Double(step) / 4) }
        if let axis { frame.text(&page, axis, frame.x(0.5), frame.y(0) + 42, "tick", anchor: "middle") }
        frame.edge(&page)
    }
}
