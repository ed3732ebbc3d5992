public import RoundModel

extension ScoreRange {
    /// The range made narrower or wider about a score, which keeps its place, and kept within `bounds`.
    ///
    /// - Parameter factor: above 0; 0.5 halves it.
    /// - Returns: nil where the ends could not be told apart any more.
    func scaled(by factor: Double, about score: Double, within bounds: ScoreRange) -> ScoreRange? {
        // In halves where the distance of the ends is more than a double holds.
        let unit = (bounds.high - bounds.low).isFinite ? 1 : 0.5
        let before = high * unit - low * unit
        let width = before * factor
        guard width < bounds.high * unit - bounds.low * unit else { return bounds }
        let place = min(1, max(0, (score * unit - low * unit) / before))
        let start = score - width * place / unit
        return ScoreRange.checked(low: start, high: start + width / unit)?.moved(into: bounds)
    }

    /// The range moved by a share of its own width, up where that is above 0, as far as `bounds` let it.
    func shifted(by share: Double, within bounds: ScoreRange) -> ScoreRange? {
        let way = (high - low) * share
        return ScoreRange.checked(low: low + way, high: high + way)?.moved(into: bounds)
    }

    private func moved(into bounds: ScoreRange) -> ScoreRange? {
        if low < bounds.low { return ScoreRange.checked(low: bounds.low, high: bounds.low + (high - low)) }
        if high > bounds.high { return ScoreRange.checked(low: bounds.high - (high - low), high: bounds.high) }
        return self
    }

    /// A range needs some values between its ends, or its bins would be a matter of rounding.
    static func checked(low: Double, high: Double) -> ScoreRange? {
        guard low.isFinite, high.isFinite, high - low > max(abs(low), abs(high)).ulp * 256 else { return nil }
        return ScoreRange(low: low, high: high)
    }

    /// The smallest range that holds this one and another.
    public func union(_ other: ScoreRange) -> ScoreRange {
        ScoreRange(low: min(low, other.low), high: max(high, other.high))
    }
}

extension Viewport {
    /// Half or double the view, about a point that keeps its place.
    ///
    /// - Parameters:
    ///   - factor: what both sides are multiplied with; above 0.
    ///   - point: scores; those outside the view count as at its edge.
    ///   - bounds: the most to show.
    /// - Returns: nil where there is nothing more to see that way.
    public func scaled(by factor: Double, about point: Scores, within bounds: Viewport) -> Viewport? {
        func inside(_ score: Double, _ range: ScoreRange) -> Double { min(range.high, max(range.low, score)) }
        guard
            let safety = safety.scaled(by: factor, about: inside(point.safety, safety), within: bounds.safety),
            let helpfulness = helpfulness.scaled(
                by: factor,
                about: inside(point.helpfulness, helpfulness),
                within: bounds.helpfulness
            )
        else { return nil }
        let view = Viewport(safety: safety, helpfulness: helpfulness)
        return view == self ? nil : view
    }

    /// The view moved by shares of its width and height, to the right and up where they are above 0.
    ///
    /// - Returns: nil where `bounds` end there.
    public func shifted(right: Double, up: Double, within bounds: Viewport) -> Viewport? {
        guard let safety = safety.shifted(by: right, within: bounds.safety),
            let helpfulness = helpfulness.shifted(by: up, within: bounds.helpfulness)
        else { return nil }
        let view = Viewport(safety: safety, helpfulness: helpfulness)
        return view == self ? nil : view
    }

    /// The smallest view that holds this one and another.
    public func union(_ other: Viewport) -> Viewport {
        Viewport(safety: safety.union(other.safety), helpfulness: helpfulness.union(other.helpfulness))
    }
}
