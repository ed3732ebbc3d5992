import DensityPlot
import RoundModel
import TerminalCanvas

/// Figures along one axis as lines, with their intervals as bands.
struct CurveChart: Hashable {
    /// A place.
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    /// A figure along the axis.
    struct Series: Hashable {
        var name: String
        /// What its line consists of where only ASCII can be shown, and its sign in the legend there.
        var letter: Unicode.Scalar
        var role: ThemeRole
        /// True for a line with gaps, which tells it from others without colours.
        var isDashed = false
        /// A line goes from each to the next.
        var points: [Point]
        /// The edges of its band.
        var edges: [[Point]] = []
    }

    /// Those in front first.
    var series: [Series]
    var x: ScoreRange
    var y: ScoreRange
    /// Where the value in force stands; nil for nowhere.
    var marker: Double?
    /// Where the cursor stands.
    var cursor: Double?

    /// What the axis below is, and whether it is one of shares, written in per cent as the upright one is.
    var title: String
    var isShareBelow = false

    /// The range of shares, with 0 and 100 % within.
    static let shares = ScoreRange(low: 0, high: 1)

    /// The dots of one of the series over some cells of a drawing.
    struct Dots {
        var line: DotRaster
        var band: DotRaster
    }

    /// - Complexity: O(points × dots across).
    func dots(of series: Series, columns: Int, rows: Int) -> Dots {
        var dots = Dots(
            line: DotRaster(columns: columns, rows: rows),
            band: DotRaster(columns: columns, rows: rows)
        )
        // Dashes go on from one piece of the line to the next, so that many short pieces have gaps too.
        let dash = max(2, columns / 40)
        draw(series.points, on: &dots.line) { !series.isDashed || $0 / dash % 2 == 0 }
        // Every fourth dot, so that an edge is not taken for a line.
        for edge in series.edges { draw(edge, on: &dots.band) { $0 % 4 == 0 } }
        if series.points.count == 1, let only = series.points.first {
            let place = dot(only.x, only.y, columns, rows)
            dots.line.line(from: place, to: place)
        }
        return dots
    }

    /// Draws the dots of a line that have some numbers along it.
    private func draw(_ points: [Point], on dots: inout DotRaster, where isDrawn: (Int) -> Bool) {
        var done = 0
        for (one, next) in zip(points, points.dropFirst()) {
            let start = done
            done += dots.line(
                from: dot(one.x, one.y, dots.columns, dots.rows),
                to: dot(next.x, next.y, dots.columns, dots.rows)
            ) { isDrawn(start + $0) }
        }
    }

    /// The place of a value, which may lie outside.
    private func dot(_ x: Double, _ y: Double, _ columns: Int, _ rows: Int) -> (column: Double, row: Double) {
        (
            Self.share(x, self.x) * Double(columns - 1),
            (1 - Self.share(y, self.y)) * Double(rows - 1)
        )
    }

    /// The column of a value along the axis; nil for one outside.
    func column(of value: Double, in plot: Rect) -> Int? {
        let share = Self.share(value, x)
        guard share >= 0, share <= 1 else { return nil }
        return plot.x + Int((share * Double(plot.width - 1)).rounded())
    }

    /// How far up a range a value lies; the ends may be further apart than the largest number.
    static func share(_ value: Double, _ range: ScoreRange) -> Double {
        (value / 2 - range.low / 2) / (range.high / 2 - range.low / 2)
    }
}
