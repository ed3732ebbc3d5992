import AuditStatistics
import RoundModel

extension ThresholdSweep {
    /// The sweep as a table.
    ///
    ///     θ safety    accepted     precision                 recall
    ///         0.60      12,034     91.2 % [80.1, 98.0]       83.0 % [70.2, 95.1]
    public var lines: [AuditLine] {
        let level = points.compactMap { $0.precision.estimate ?? $0.recall.estimate }.first
        var title = "\(name.title), the others kept: \(bucket.name) items, precision and recall"
        if let level {
            title += "; \(FigureText.percent(level.level, decimals: 0)) bands for all values at once "
            title += "(DKW-Massart, n = \(DecimalText.grouped(level.labels)))"
        }
        return [.heading(title)]
            + points.map { point in
                let mark = point.value == thresholds[name] ? "now" : ""
                let figures = [Self.text(point.precision), Self.text(point.recall)]
                let size = DecimalText.grouped(point.size)
                return .fact(
                    "\(Self.text(point.value)) \(mark)",
                    [AuditLine.padded(size, 12, isRight: true), AuditLine.padded(figures[0], 26), figures[1]]
                        .joined(separator: "  ")
                )
            }
    }
}
