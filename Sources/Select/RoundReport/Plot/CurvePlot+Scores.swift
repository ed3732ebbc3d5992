internal import AuditStatistics
internal import DensityPlot
internal import ReviewAudit
internal import RoundModel

extension CurvePlot {
    /// How well a score tells two kinds apart: what is kept of one against what is kept of the other.
    init(roc curve: ScoreCurve) {
        let points = curve.points.reversed().compactMap { point in
            point.kept.estimate.flatMap { kept in point.letThrough.estimate.map { (kept, $0) } }
        }
        func edge(_ places: [Place]) -> [Place] {
            points.isEmpty ? [] : [(0, 0)] + places.sorted { $0.x < $1.x } + [(1, 1)]
        }
        self.init(
            id: "roc-\(curve.score.rawValue)",
            title: "\(curve.score.rawValue) score: ROC curve",
            caption:
                "\(curve.score.keptTitle) against \(curve.score.throughTitle), as the threshold on the \(curve.score.rawValue) score falls. \(curve.summary) "
                + (curve.assurance ?? ""),
            series: [
                Series(
                    places: edge(points.map { ($0.1.value, $0.0.value) }),
                    upper: edge(points.map { ($0.1.interval.lower, $0.0.interval.upper) }),
                    lower: edge(points.map { ($0.1.interval.upper, $0.0.interval.lower) }),
                    letter: "C"
                ),
                Series(places: points.isEmpty ? [] : [(0, 0), (1, 1)], letter: "D", isDashed: true),
            ],
            range: ScoreRange(low: 0, high: 1),
            axis: curve.score.throughTitle,
            isShareBelow: true
        )
    }

    /// How much of what a score keeps is right, against how much of what is right it keeps.
    init(precision curve: ScoreCurve) {
        let points = curve.points.reversed().compactMap { point in
            point.kept.estimate.flatMap { kept in point.precision.estimate.map { (kept.value, $0) } }
        }
        self.init(
            id: "precision-\(curve.score.rawValue)",
            title: "\(curve.score.rawValue) score: precision and recall",
            caption:
                "Precision against recall (\(curve.score.keptTitle)), as the threshold falls, with the band of precision.",
            series: [
                Series(
                    places: points.map { ($0.0, $0.1.value) },
                    upper: points.map { ($0.0, $0.1.interval.upper) },
                    lower: points.map { ($0.0, $0.1.interval.lower) },
                    letter: "C"
                )
            ],
            range: ScoreRange(low: 0, high: 1),
            axis: "recall",
            isShareBelow: true
        )
    }

    /// What each value of a score means.
    init(_ diagram: ScoreReliability) {
        let points = diagram.points.compactMap { point in point.share.estimate.map { (x: point.value, estimate: $0) } }
        self.init(
            id: "reliability-\(diagram.score.rawValue)",
            title: diagram.title,
            caption: "The \(diagram.title). \(diagram.assurance ?? "")",
            series: [
                Series(
                    places: points.map { ($0.x, $0.estimate.value) },
                    upper: points.map { ($0.x, $0.estimate.interval.upper) },
                    lower: points.map { ($0.x, $0.estimate.interval.lower) },
                    letter: "A"
                )
            ],
            range: Self.range(points.map(\.x)),
            axis: "\(diagram.score.rawValue) score"
        )
    }
}
