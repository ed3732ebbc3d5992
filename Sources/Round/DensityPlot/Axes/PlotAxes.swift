public import RoundModel

/// Both axes of a plot.
public struct PlotAxes: Hashable, Sendable {
    /// Safety, from left to right.
    public let safety: PlotAxis
    /// Helpfulness, from the bottom up.
    public let helpfulness: PlotAxis

    public init(safety: PlotAxis, helpfulness: PlotAxis) {
        self.safety = safety
        self.helpfulness = helpfulness
    }

    /// Axes like rulers.
    public init(_ viewport: Viewport) {
        self.init(safety: PlotAxis(viewport.safety), helpfulness: PlotAxis(viewport.helpfulness))
    }

    /// Axes of a scale; the parameters are those of `PlotAxis`.
    public init(
        _ scale: AxisScale,
        _ viewport: Viewport,
        safety: ScoreSummary,
        helpfulness: ScoreSummary,
        _ index: ScoreIndex?
    ) {
        self.init(
            safety: PlotAxis(scale, viewport.safety, of: .safety, safety, index),
            helpfulness: PlotAxis(scale, viewport.helpfulness, of: .helpfulness, helpfulness, index)
        )
    }

    /// What they show.
    public var viewport: Viewport { Viewport(safety: safety.range, helpfulness: helpfulness.range) }

    /// The axis of a score.
    public subscript(_ name: ScoreName) -> PlotAxis { name == .safety ? safety : helpfulness }

    /// A part of what they show made half or twice as large, as `Viewport.scaled` does, but in places and not in scores: so
    /// that half of the room is taken, whatever it holds.
    ///
    /// - Parameter viewport: a part of what these axes show.
    public func scaled(_ viewport: Viewport, by factor: Double, about point: Scores) -> Viewport? {
        if isStraight { return viewport.scaled(by: factor, about: point, within: self.viewport) }
        let about = Scores(
            safety: safety.share(of: point.safety),
            helpfulness: helpfulness.share(of: point.helpfulness)
        )
        return places(of: viewport)?.scaled(by: factor, about: about, within: Self.allPlaces).flatMap(
            self.viewport(at:)
        )
    }

    /// A part of what they show moved, likewise; see `Viewport.shifted`.
    public func shifted(_ viewport: Viewport, right: Double, up: Double) -> Viewport? {
        if isStraight { return viewport.shifted(right: right, up: up, within: self.viewport) }
        return places(of: viewport)?.shifted(right: right, up: up, within: Self.allPlaces).flatMap(self.viewport(at:))
    }

    private var isStraight: Bool { safety.isStraight && helpfulness.isStraight }

    private static let allPlaces = Viewport(
        safety: ScoreRange(low: 0, high: 1),
        helpfulness: ScoreRange(low: 0, high: 1)
    )

    private func places(of viewport: Viewport) -> Viewport? {
        func places(_ axis: PlotAxis, _ range: ScoreRange) -> ScoreRange? {
            let (low, high) = (axis.share(of: range.low), axis.share(of: range.high))
            return low < high ? ScoreRange(low: low, high: high) : nil
        }
        guard let across = places(safety, viewport.safety), let up = places(helpfulness, viewport.helpfulness) else {
            return nil
        }
        return Viewport(safety: across, helpfulness: up)
    }

    private func viewport(at places: Viewport) -> Viewport? {
        func range(_ axis: PlotAxis, _ places: ScoreRange) -> ScoreRange? {
            // An end that is missed by rounding is the end, unless the view is as small as that itself.
            let slack = places.high - places.low > 1e-6 ? 1e-9 : 0
            let low = places.low <= slack ? 0 : places.low
            let high = places.high >= 1 - slack ? 1 : places.high
            return ScoreRange.checked(low: axis.score(at: low), high: axis.score(at: high))
        }
        guard let across = range(safety, places.safety), let up = range(helpfulness, places.helpfulness) else {
            return nil
        }
        return Viewport(safety: across, helpfulness: up)
    }
}
