internal import AuditStatistics
internal import DensityPlot
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas

/// Lines by round on one pair of axes: where each value stands, in dots.
struct FigureChart {
    /// One for each method, also before it has a point: each keeps its colour and sign.
    let lines: [MeasureLine]
    /// The numbers of the rounds that are listed or have a point.
    let numbers: [Int]
    let range: ScoreRange
    let isShare: Bool

    /// - Parameter listed: the numbers of the rounds that are listed, so that the axis stays while they are read.
    init(_ lines: [MeasureLine], isShare: Bool, listed: [Int]) {
        self.lines = lines
        self.isShare = isShare
        numbers = Set(listed + self.lines.flatMap { $0.points.map(\.number) }).sorted()
        let values = self.lines.flatMap(\.points).flatMap { point -> [Double] in
            var values = [point.value]
            for interval in [point.interval, point.people?.interval].compactMap({ $0 }) {
                values += [interval.lower, interval.upper]
            }
            return values
        }.filter(\.isFinite)
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if isShare {
            let top = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].first { $0 >= high } ?? 1
            range = ScoreRange(low: 0, high: top)
        } else {
            let margin = (high / 2 - low / 2) / 10
            range = low < high ? ScoreRange(low: low - margin, high: high + margin) : ScoreRange(covering: low, high)
        }
    }

    /// The column of a round, in cells of a plot.
    func column(of number: Int, width: Int) -> Double {
        let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
        guard last > first else { return Double(width - 1) / 2 }
        let slot = Double(width) / Double(last - first + 1)
        return (Double(number - first) + 0.5) * slot - 0.5
    }

    /// How far the points of a line stand beside their round, in cells: those of several methods do not cover one another.
    func shift(of line: Int, width: Int) -> Double {
        let shown = lines.filter { !$0.isKnownOnly }.count
        let slots = Double((numbers.last ?? 0) - (numbers.first ?? 0) + 1)
        guard shown > 1, !lines[line].isKnownOnly, Double(width) / slots >= Double(2 * shown + 2) else { return 0 }
        return Double(line) * 2 - Double(shown - 1)
    }

    /// The row of a value, in dots from the top.
    func row(of value: Double, dots: Int) -> Double {
        (1 - (value / 2 - range.low / 2) / (range.high / 2 - range.low / 2)) * Double(dots - 1)
    }

    /// A cell that shows a point.
    struct Mark {
        var x: Int
        var y: Int
        var line: Int
        var isPeople: Bool
    }

    /// The dots of a line, and of the bars of its intervals.
    struct Dots {
        var line: DotRaster
        var bars: DotRaster
    }

    func dots(of line: Int, _ cell: (columns: Int, rows: Int), width: Int, height: Int) -> Dots {
        let (across, down) = (width * cell.columns, height * cell.rows)
        var dots = Dots(
            line: DotRaster(columns: across, rows: down),
            bars: DotRaster(columns: across, rows: down)
        )
        func x(_ number: Int, _ more: Double) -> Double {
            (column(of: number, width: width) + shift(of: line, width: width) + more + 0.5) * Double(cell.columns) - 0.5
        }
        let points = lines[line].points
        for (one, next) in zip(points, points.dropFirst()) {
            dots.line.line(
                from: (x(one.number, 0), row(of: one.value, dots: down)),
                to: (x(next.number, 0), row(of: next.value, dots: down))
            ) { !lines[line].isKnownOnly || $0 / max(1, cell.columns * 2) % 2 == 0 }
        }
        for point in points {
            for (interval, more) in [(point.interval, 0.0), (point.people?.interval, 1)] {
                guard let interval else { continue }
                let at = (x(point.number, more) + 0.25).rounded(.down)
                dots.bars.line(
                    from: (at, row(of: interval.upper, dots: down)),
                    to: (at, row(of: interval.lower, dots: down))
                )
            }
        }
        return dots
    }

    /// The points of all lines; of several in one cell the first line's stands in front.
    func marks(width: Int, height: Int) -> [Mark] {
        lines.indices.reversed().flatMap { line in
            lines[line].points.flatMap { point -> [Mark] in
                let x = column(of: point.number, width: width) + shift(of: line, width: width)
                func mark(_ value: Double, _ more: Double, isPeople: Bool) -> Mark {
                    let y = Int(row(of: value, dots: height).rounded())
                    return Mark(
                        x: Int((x + more).rounded()),
                        y: min(height - 1, max(0, y)),
                        line: line,
                        isPeople: isPeople
                    )
                }
                return [mark(point.value, 0, isPeople: false)]
                    + (point.people.map { [mark($0.value, 1, isPeople: true)] } ?? [])
            }
        }
    }
}
