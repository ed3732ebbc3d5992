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
        let below = isShareBelow ? PlotFrame.shares : PlotFrame.ticks(range)
        PlotFrame.write(&page, .chart, id: id, title: title) { page in
            PlotFrame.grid(&page, below: below.map(\.share), left: PlotFrame.shares.map(\.share))
            for series in series { band(&page, series, range) }
            for series in series.reversed() { curve(&page, series, range) }
            if let marker, let share = range.share(of: marker.value) {
                let shape = "M\(PlotFrame.x(share)) 0V1000"
                page.empty("path", ["class": "line", "stroke-dasharray": "2 4", "d": shape])
            }
        } texts: { page in
            PlotFrame.labelsBelow(&page, below)
            PlotFrame.labelsLeft(&page, PlotFrame.shares)
            if let axis { PlotFrame.text(&page, axis, (0.5, 0), below: 2.9, "tick", anchor: .middle) }
            if let marker, let share = range.share(of: marker.value) {
                let anchor = PlotFrame.anchor(of: marker.label, at: share)
                PlotFrame.text(&page, marker.label, (share, 1), below: -0.4, "name", anchor: anchor)
            }
        }
    }

    private func text(_ place: Place, _ range: ScoreRange) -> String {
        "\(PlotFrame.x(range.share(of: place.x) ?? 0)) \(PlotFrame.y(min(1, max(0, place.y))))"
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
            ["class": "fill \(series.letter)", "fill-opacity": "0.12", "d": "M" + edge.joined(separator: "L") + "Z"]
        )
        page.newLine()
    }
}
