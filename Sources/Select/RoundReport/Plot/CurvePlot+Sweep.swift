internal import AuditStatistics
internal import ReviewAudit
internal import RoundModel

extension CurvePlot {
    /// What a threshold would make of its set: precision and recall with their bands, and the present value.
    init(_ sweep: ThresholdSweep) {
        func series(_ figure: KeyPath<ThresholdSweep.Point, Figure>, isDashed: Bool) -> Series {
            let all = sweep.points.compactMap { point in
                point[keyPath: figure].estimate.map { (x: point.value, estimate: $0) }
            }
            return Series(
                places: all.map { ($0.x, $0.estimate.value) },
                upper: all.map { ($0.x, $0.estimate.interval.upper) },
                lower: all.map { ($0.x, $0.estimate.interval.lower) },
                letter: "\(sweep.bucket.letter)",
                isDashed: isDashed
            )
        }
        var caption =
            "Precision (solid) and recall (dashed) of the \(sweep.bucket.name) set at each \(sweep.name.title), the other "
        caption += "thresholds kept."
        if let level = sweep.points.compactMap({ $0.precision.estimate ?? $0.recall.estimate }).first {
            caption += " The bands hold for all values at once with a probability of "
            caption += "\(DecimalText.fixed(100 * level.level, decimals: 0)) % each (DKW-Massart, "
            caption += "n = \(DecimalText.grouped(level.labels)))."
        }
        let value = sweep.thresholds[sweep.name]
        self.init(
            id: "sweep-\(sweep.name.key)",
            title: "\(sweep.name.title): precision and recall",
            caption: caption,
            series: [series(\.precision, isDashed: false), series(\.recall, isDashed: true)],
            range: Self.range(sweep.points.map(\.value)),
            marker: (value, "\(sweep.name.title) \(DecimalText.exact(value, atLeast: 2))")
        )
    }
}
