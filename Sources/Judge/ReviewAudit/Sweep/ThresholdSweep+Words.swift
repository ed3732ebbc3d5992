import AuditStatistics
import RoundModel

/// A sweep in words, for the screen and for those who read lines.
extension ThresholdSweep {
    /// What it is about, in a line.
    public var title: String { "\(name.title) swept, the others kept: \(bucket.name) pairs" }

    /// What the threshold would make of its bucket at a value: how many pairs, how many of them rightly, and how many it would miss.
    public func sentence(at point: Point) -> String {
        let now = point.value == thresholds[name] ? ", where it is now," : ","
        let (size, all) = (DecimalText.grouped(point.size), DecimalText.grouped(total))
        let verb = point.size == 1 ? "is" : "are"
        var text = "At \(name.title) \(Self.text(point.value))\(now) \(size) of \(all) pairs \(verb) \(bucket.name)."
        switch (point.precision, point.recall) {
        case (.estimate(let precision), .estimate(let recall)):
            text +=
                " Of these \(FigureText.range(precision)) belong there; they are \(FigureText.range(recall)) of all that do."
        case (.estimate(let precision), _): text += " Of these \(FigureText.range(precision)) belong there."
        case (_, .estimate(let recall)): text += " They hold \(FigureText.range(recall)) of all that belong there."
        case (.missing(let labels), _), (_, .missing(let labels)):
            text += " How many of them belong there is not known yet: check \(DecimalText.counted(labels, "item"))."
        case (.noItems, .noItems): break
        }
        return text
    }

    /// The same as figures, with their names.
    public func figures(at point: Point) -> [AuditLine] {
        let share = total > 0 ? " (\(FigureText.percent(Double(point.size) / Double(total), decimals: 1)))" : ""
        return [
            .fact("precision", Self.text(point.precision)), .fact("recall", Self.text(point.recall)),
            .fact(bucket.name, DecimalText.grouped(point.size) + share),
        ]
    }

    /// How far its bands may be trusted; nil where it has none.
    public var assurance: String? {
        guard let level = points.compactMap({ $0.precision.estimate ?? $0.recall.estimate }).first else { return nil }
        return "Each band holds at all values at once with \(FigureText.percent(level.level, decimals: 0)) confidence, "
            + "so you may choose by it (DKW-Massart, n = \(DecimalText.grouped(level.labels)))."
    }

    /// A value of the threshold, as few digits as tell it from its neighbours.
    public static func text(_ value: Double) -> String { DecimalText.significant(value, digits: 6) }

    static func text(_ figure: Figure) -> String {
        switch figure {
        case .estimate(let estimate): FigureText.valueAndInterval(estimate, isShare: true)
        case .missing: "no estimate yet"
        case .noItems: "none"
        }
    }
}
