import AuditStatistics
import RoundModel

/// What a score means, in words.
extension ScoreReliability {
    private var kind: String { score.kinds.negative }

    /// What it is about, in a line.
    public var title: String {
        let among = score == .safety ? "" : " among the safe"
        return "share of \(kind) responses\(among) by \(score.rawValue) score"
    }

    /// The share around a score, in a sentence.
    public func sentence(at point: Point) -> String {
        let place = ThresholdSweep.text(point.value)
        guard let share = point.share.estimate else {
            return "At \(score.rawValue) \(place) the share that is \(kind) is not known yet: "
                + "\(DecimalText.grouped(point.against)) of \(DecimalText.counted(point.labels, "verdict")) say so."
        }
        return "At \(score.rawValue) \(place) likely \(FigureText.range(share)) are \(kind). "
            + "\(DecimalText.grouped(point.against)) of \(DecimalText.counted(point.labels, "verdict")) with scores from "
            + "\(ThresholdSweep.text(point.lowest)) to \(ThresholdSweep.text(point.highest)) say so."
    }

    /// The same as figures, with their names.
    public func figures(at point: Point) -> [AuditLine] {
        [
            .fact(kind, ThresholdSweep.text(point.share)),
            .fact("verdicts", "\(DecimalText.grouped(point.against)) of \(DecimalText.grouped(point.labels))"),
        ]
    }

    /// How far its band may be trusted; nil where it has none.
    public var assurance: String? {
        guard let level = points.compactMap(\.share.estimate).first else { return nil }
        let about = level.method == .monotoneOfWeights ? "about " : ""
        return
            "The band holds at each score alone with \(about)\(FigureText.percent(level.level, decimals: 0)) confidence, not at "
            + "all at once (isotonic fit, n = \(DecimalText.grouped(level.labels)))."
    }

    /// The diagram as a table.
    public var lines: [AuditLine] {
        var lines = [AuditLine.heading("\(title), \(DecimalText.counted(labels, "blind verdict"))")]
        guard let assurance else {
            let missing = points.first.map(\.share) ?? .missing(labels: 1)
            return lines + [.rate("no diagram", missing)]
        }
        lines.append(.fact("band", assurance))
        if let discrimination, let uncertainty {
            func text(_ value: Double) -> String { DecimalText.fixed(value, decimals: 3) }
            lines.append(.fact("discrimination", "\(text(discrimination)) of \(text(uncertainty)) (CORP)"))
            if let miscalibration {
                lines.append(
                    .fact("miscalibration", "\(text(miscalibration)), the score read as P(\(score.kinds.positive))")
                )
            }
        }
        let head = [AuditLine.padded("share \(kind)", 26), "verdicts, \(kind) of all"].joined(separator: "  ")
        lines.append(.fact("score", head))
        return lines
            + points.map { point in
                let range = "\(ThresholdSweep.text(point.lowest)) to \(ThresholdSweep.text(point.highest))"
                let figures = figures(at: point).map(\.text)
                return .fact(range, [AuditLine.padded(figures[0], 26), figures[1]].joined(separator: "  "))
            }
    }
}
