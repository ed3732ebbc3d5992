public import RoundModel

/// How thresholds are written, by the steps that their scores have.
extension RoundState {
    /// A threshold with every digit that it has.
    func exactText(_ value: Double, _ name: ThresholdName) -> String {
        DecimalText.exact(value, atLeast: step(of: name).decimals)
    }

    /// A threshold with the digits of its step, and as many more as it has and there is room for; an ellipsis says that
    /// there are yet more, which `exactText` shows.
    ///
    /// - Parameter width: the columns there are; one more than the digits of the step is taken in any case.
    func describe(_ value: Double, _ name: ThresholdName, width: Int = 12) -> String {
        let usual = step(of: name).decimals
        let exact = DecimalText.exact(value, atLeast: usual)
        guard !exact.contains("e"), exact.count > width else { return exact }
        let whole = DecimalText.fixed(value, decimals: 0).count
        let decimals = max(usual + 1, width - whole - 2)
        guard decimals < DecimalText.decimals(of: value) else { return exact }
        return DecimalText.fixed(value, decimals: decimals) + "…"
    }

    /// All three thresholds in a line.
    func describe(_ all: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(describe(all[$0], $0))" }.joined(separator: ", ")
    }

    /// The lowest and the highest score of the round that a threshold is for; nil before they are known.
    public func scoreRange(_ name: ThresholdName) -> ClosedRange<Double>? {
        if let axis = grid?.counts[name] { return axis.min...axis.max }
        return (name.score == .safety ? safety : helpfulness).map { $0.min...$0.max }
    }

    /// What a threshold comes to that no score lies beyond; nil for one among the scores, and before these are known.
    func outsideText(_ value: Double, _ name: ThresholdName) -> String? {
        guard let scores = scoreRange(name) else { return nil }
        // On the highest or the lowest score it separates nothing either, which a whole bucket shows.
        guard !scores.contains(value) else { return nil }
        let range = "\(describe(scores.lowerBound, name)) to \(describe(scores.upperBound, name))"
        let side = value < scores.lowerBound ? "below" : "above"
        return "\(exactText(value, name)) lies \(side) all \(name.score.rawValue) scores (\(range))"
    }
}
