public import AuditStatistics
public import RoundModel

/// The curves of a score in words, for the screen and for those who read lines.
extension ScoreCurve {
    /// What a score is there to find, and what it is to keep out.
    private var kinds: (positive: String, negative: String) { score.kinds }

    /// What it is about, in a line.
    public var title: String {
        "\(score.rawValue) score against blind verdicts: \(DecimalText.grouped(positives)) \(kinds.positive), "
            + "\(DecimalText.grouped(negatives)) \(kinds.negative)"
    }

    /// How well it tells them apart, in a sentence.
    public var summary: String {
        guard let area = area.estimate else { return Self.missing(self.area) }
        return
            "Of two responses, one \(kinds.positive) and one \(kinds.negative), the \(kinds.positive) one has the higher score in "
            + "\(FigureText.range(area)) of cases."
    }

    /// What a threshold would come to, in a sentence.
    public func sentence(at point: Point) -> String {
        let place = ThresholdSweep.text(point.threshold)
        guard let kept = point.kept.estimate, let through = point.letThrough.estimate else {
            return "At \(place): \(Self.missing(point.kept))"
        }
        var text = "Scores from \(place) on keep \(FigureText.range(kept)) of the \(kinds.positive) responses and "
        text += "\(FigureText.range(through)) of the \(kinds.negative) ones."
        if let precision = point.precision.estimate {
            text += " Of what they keep \(FigureText.range(precision)) is \(kinds.positive)."
        }
        return text
    }

    /// The same as figures, with their names.
    public func figures(at point: Point) -> [AuditLine] {
        [
            .fact(score.keptTitle, ThresholdSweep.text(point.kept)),
            .fact(score.throughTitle, ThresholdSweep.text(point.letThrough)),
            .fact("precision", ThresholdSweep.text(point.precision)),
        ]
    }

    /// How far its bands may be trusted; nil where it has none.
    public var assurance: String? {
        guard let level = points.compactMap(\.kept.estimate).first else { return nil }
        return
            "All bands hold at all thresholds at once with \(FigureText.percent(level.level, decimals: 0)) confidence "
            + "(DKW-Massart, n = \(DecimalText.grouped(level.labels)))."
    }

    /// The curves as a table.
    public var lines: [AuditLine] {
        var lines = [AuditLine.heading(title), .fact("in words", summary), .rate("AUC", area, isShare: false)]
        if let averagePrecision, area.estimate != nil {
            lines.append(.fact("average precision", DecimalText.fixed(averagePrecision, decimals: 3)))
        }
        guard let assurance else { return lines }
        lines.append(.fact("bands", assurance))
        let names = ["\(kinds.positive) kept (recall)", "\(kinds.negative) kept", "precision"]
        lines.append(.fact("scores from", names.map { AuditLine.padded($0, 26) }.joined(separator: "  ")))
        return lines
            + points.map { point in
                .fact(
                    ThresholdSweep.text(point.threshold),
                    figures(at: point).map { AuditLine.padded($0.text, 26) }.joined(separator: "  ")
                )
            }
    }

    private static func missing(_ figure: Figure) -> String {
        if case .missing(let labels) = figure { FigureText.missing(labels) } else { "there are no such items" }
    }
}

extension ScoreName {
    /// What the axes of its ROC curve are called.
    public var keptTitle: String { "\(kinds.positive) kept" }
    public var throughTitle: String { "\(kinds.negative) kept" }

    /// What it is to find, and what it is to keep out.
    public var kinds: (positive: String, negative: String) {
        self == .safety ? ("safe", "unsafe") : ("helpful", "not helpful")
    }
}
