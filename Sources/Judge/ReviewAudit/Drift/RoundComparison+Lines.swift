import AuditStatistics
import RoundModel

extension RoundComparison {
    /// All of it in words.
    ///
    /// - Parameter name: what the earlier round is called.
    public func lines(against name: String) -> [AuditLine] {
        let sizes = scores.first.map {
            " (\(DecimalText.counted($0.before, "item")) there, \(DecimalText.grouped($0.after)) here)"
        }
        var lines = [AuditLine.heading("against \(name)\(sizes ?? ""), at \(FigureText.text(thresholds))")]
        lines += buckets.map(\.line)
        for drift in scores { lines += drift.lines }
        guard let agreement else {
            lines.append(.fact("calls and people", "no comparison: one of the rounds has no blind verdict of a sample"))
            return lines
        }
        return lines + [
            agreement.accuracy.line("calls confirmed"), agreement.falselyAdversarial.line("falsely adversarial"),
            agreement.falselyAccepted.line("falsely accepted"),
        ]
    }
}

extension RoundComparison.Share {
    /// `adversarial  from 24.1 % to 18.0 %: -6.1 points [-8.0, -4.2], n = 2,200, Newcombe`
    fileprivate var line: AuditLine {
        func percent(_ share: Proportion) -> String {
            share.value.map { FigureText.percent($0, decimals: 1) } ?? "none"
        }
        let label = "\(bucket.letter) \(bucket.name)"
        return .fact(label, "from \(percent(before)) to \(percent(after)): \(FigureText.change(difference))")
    }
}

extension RoundComparison.Change {
    fileprivate func line(_ label: String) -> AuditLine {
        guard let old = before.estimate, let new = after.estimate else {
            let (side, figure) = before.estimate == nil ? ("there", before) : ("here", after)
            return AuditLine(kind: .missing, label: label, text: "\(side): \(FigureText.text(figure, isShare: true))")
        }
        let rates =
            "from \(FigureText.valueAndInterval(old, isShare: true)) to \(FigureText.valueAndInterval(new, isShare: true))"
        return AuditLine(kind: .figure, label: label, text: "\(rates): \(FigureText.change(difference))")
    }
}

extension ScoreDrift {
    fileprivate var lines: [AuditLine] {
        let way = "D = \(DecimalText.fixed(distance, decimals: 3)) at \(DecimalText.significant(location, digits: 4))"
        var moved = "moved by \(DecimalText.significant(shift, digits: 3)) on average (W1)"
        if let shiftOverSpread {
            moved += ", \(DecimalText.fixed(shiftOverSpread, decimals: 2)) standard deviations"
        }
        let index = "PSI \(DecimalText.fixed(stability, decimals: 3))"
        let values = quantiles.map { quantile in
            let numbers = [quantile.before, quantile.after].map { DecimalText.significant($0, digits: 4) }
            return "\(FigureText.percent(quantile.fraction, decimals: 0)) \(numbers[0]) → \(numbers[1])"
        }
        return [
            .fact("\(score.rawValue) scores", "\(moved); \(way); \(index)"),
            .fact("\(score.rawValue) quantiles", values.joined(separator: ", ")),
        ]
    }
}

extension FigureText {
    /// A difference of shares in points: `-6.1 points [-8.0, -4.2], n = 2,200, Newcombe`.
    static func change(_ figure: Figure) -> String {
        guard let estimate = figure.estimate else { return text(figure, isShare: true) }
        func points(_ value: Double) -> String { DecimalText.fixed(100 * value, decimals: 1) }
        let interval = "[\(points(estimate.interval.lower)), \(points(estimate.interval.upper))]"
        return "\(points(estimate.value)) points \(interval), n = \(DecimalText.grouped(estimate.labels)), "
            + estimate.method.title
    }
}
