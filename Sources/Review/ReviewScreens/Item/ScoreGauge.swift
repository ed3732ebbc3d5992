import RoundModel

/// A score on a line from the round's lowest to its highest, with the thresholds that it is compared with.
struct ScoreGauge: Hashable {
    enum Mark: Hashable {
        case track
        case threshold(ThresholdName)
        case score
    }

    /// One for each column.
    let marks: [Mark]

    /// - Parameters:
    ///   - range: the scores of the left and the right end.
    ///   - lines: θ adv and θ safety, or θ help; one beyond an end is not drawn.
    ///   - width: columns, at least 2; else there is nothing.
    init(_ score: Double, of range: ClosedRange<Double>, lines: [(ThresholdName, Double)], width: Int) {
        guard width > 1 else {
            marks = []
            return
        }
        let span = range.upperBound - range.lowerBound
        func column(_ value: Double) -> Int? {
            // Far apart ends have a span that is infinite: then halves are compared.
            let part =
                span.isFinite
                ? (span > 0 ? (value - range.lowerBound) / span : 0.5)
                : (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
            guard part >= 0, part <= 1 else { return nil }
            return min(width - 1, Int(part * Double(width)))
        }
        var marks = Array(repeating: Mark.track, count: width)
        for (name, value) in lines { if let column = column(value) { marks[column] = .threshold(name) } }
        if let at = column(score) {
            var shown = at
            // Where both stand in one column the score shows on which side it is.
            for (name, value) in lines where score != value && marks[shown] == .threshold(name) {
                shown = min(width - 1, max(0, score < value ? shown - 1 : shown + 1))
            }
            marks[shown] = .score
        }
        self.marks = marks
    }
}
