import AuditStatistics
import DensityPlot
import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas

extension CurveChart {
    /// What an open dialog draws; nil where there is nothing to draw.
    ///
    /// - Parameter present: the threshold's present value.
    init?(_ result: AuditCurveResult, _ open: CurvesDialog, row: Int, present: Double) {
        switch result {
        case .sweep(let sweep): self.init(sweep, open.measure, row: row)
        case .scores(let curve) where open.kind == .precision: self.init(precision: curve, row: row)
        case .scores(let curve): self.init(roc: curve, row: row)
        case .reliability(let diagram): self.init(diagram, row: row, present: present)
        case .failed: return nil
        }
    }

    /// A sweep, or one figure of it.
    private init(_ sweep: ThresholdSweep, _ measure: CurvesDialog.Measure, row: Int) {
        func line(_ figure: KeyPath<ThresholdSweep.Point, Figure>) -> Banded {
            Banded(sweep.points.map { ($0.value, $0[keyPath: figure]) })
        }
        let sizes = sweep.points.map { Point(x: $0.value, y: Double($0.size) / Double(max(1, sweep.total))) }
        let own: ThemeRole = sweep.bucket == .accepted ? .accepted : .adversarial
        let size = "\(sweep.bucket.name), share of all"
        let all: [(CurvesDialog.Measure, Series)] = [
            (.precision, line(\.precision).series("precision", "p", own)),
            (.recall, line(\.recall).series("recall", "r", .chosenLine, isDashed: true)),
            (.size, Series(name: size, letter: "a", role: .muted, points: sizes)),
        ]
        let present = sweep.thresholds[sweep.name]
        self.init(
            series: all.filter { measure == .all || measure == $0.0 }.map(\.1),
            x: Self.range(sweep.points.map(\.value), beside: present),
            y: Self.shares,
            marker: present,
            cursor: sweep.points[row].value,
            title: sweep.name.title
        )
    }

    /// What a score keeps of one kind against what it keeps of the other, from the highest threshold down.
    private init(roc curve: ScoreCurve, row: Int) {
        let points = curve.points.reversed().compactMap { point in
            point.kept.estimate.flatMap { kept in point.letThrough.estimate.map { (kept, $0) } }
        }
        func whole(_ places: [Point]) -> [Point] {
            places.isEmpty ? [] : [Point(x: 0, y: 0)] + places.sorted { $0.x < $1.x } + [Point(x: 1, y: 1)]
        }
        let kinds = (curve.score.keptTitle, curve.score.throughTitle)
        self.init(
            series: [
                Series(
                    name: kinds.0,
                    letter: "r",
                    role: .accepted,
                    points: whole(points.map { Point(x: $0.1.value, y: $0.0.value) }),
                    edges: [
                        whole(points.map { Point(x: $0.1.interval.lower, y: $0.0.interval.upper) }),
                        whole(points.map { Point(x: $0.1.interval.upper, y: $0.0.interval.lower) }),
                    ]
                ),
                Series(
                    name: "chance",
                    letter: "c",
                    role: .muted,
                    isDashed: true,
                    points: [Point(x: 0, y: 0), Point(x: 1, y: 1)]
                ),
            ],
            x: Self.shares,
            y: Self.shares,
            cursor: curve.points[row].letThrough.estimate?.value,
            title: kinds.1,
            isShareBelow: true
        )
    }

    /// How much of what a score keeps is right, against how much of what is right it keeps.
    private init(precision curve: ScoreCurve, row: Int) {
        let line = Banded(
            curve.points.reversed().compactMap { point in
                point.kept.estimate.map { ($0.value, point.precision) }
            }
        )
        self.init(
            series: [line.series("precision", "p", .accepted)],
            x: Self.shares,
            y: Self.shares,
            cursor: curve.points[row].kept.estimate?.value,
            title: "recall",
            isShareBelow: true
        )
    }

    /// The share of the wrong kind at each value of a score.
    private init(_ diagram: ScoreReliability, row: Int, present: Double) {
        let line = Banded(diagram.points.map { ($0.value, $0.share) })
        self.init(
            series: [line.series(diagram.score.kinds.negative, "u", .adversarial)],
            x: Self.range(diagram.points.map(\.value), beside: present),
            y: Self.shares,
            marker: present,
            cursor: diagram.points[row].value,
            title: "\(diagram.score.rawValue) score"
        )
    }

    /// A figure along the axis, where there is an estimate of it.
    private struct Banded {
        let estimates: [(x: Double, estimate: Estimate)]

        init(_ figures: [(x: Double, figure: Figure)]) {
            estimates = figures.compactMap { place in place.figure.estimate.map { (place.x, $0) } }
        }

        func series(
            _ name: String,
            _ letter: Unicode.Scalar,
            _ role: ThemeRole,
            isDashed: Bool = false
        ) -> Series {
            Series(
                name: name,
                letter: letter,
                role: role,
                isDashed: isDashed,
                points: estimates.map { Point(x: $0.x, y: $0.estimate.value) },
                edges: [
                    estimates.map { Point(x: $0.x, y: $0.estimate.interval.lower) },
                    estimates.map { Point(x: $0.x, y: $0.estimate.interval.upper) },
                ]
            )
        }
    }

    /// The values from the lowest to the highest; a present value far from all others is left outside.
    private static func range(_ values: [Double], beside present: Double) -> ScoreRange {
        let others = values.filter { $0 != present }
        let among = others.isEmpty ? values : others
        guard var low = among.first, var high = among.last else { return shares }
        let reach = (high / 2 - low / 2) / 5
        if present >= low - reach, present <= high + reach { (low, high) = (min(low, present), max(high, present)) }
        return low < high ? ScoreRange(low: low, high: high) : ScoreRange(covering: low, high)
    }
}
