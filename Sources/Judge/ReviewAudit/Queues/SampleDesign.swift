public import RoundModel

/// How a bucket is sampled more densely near the lines: by two strata, each drawn at a rate of its own.
///
/// Which items are near follows from the scores and the thresholds of the plan alone, never from a verdict.
public struct SampleDesign: Hashable, Sendable {
    /// How far a safety score is thought to be off at most, from 0.
    public var safetyBand: Double
    /// Likewise a helpfulness score.
    public var helpBand: Double
    /// How often an item that is not near is drawn for each that is: above 0, so that every item may be drawn, and at most 1.
    public var floor: Double

    /// - Parameters:
    ///   - safetyBand: finite, from 0; so is `helpBand`.
    ///   - floor: what lies outside of 0.01 to 1 is taken for the nearer end.
    public init(safetyBand: Double, helpBand: Double, floor: Double) {
        self.safetyBand = safetyBand
        self.helpBand = helpBand
        self.floor = floor.isNaN ? 1 : min(1, max(0.01, floor))
    }

    /// True for an item whose call would be another if its scores were off by no more than the bands.
    public func isNear(safety: Double, helpfulness: Double, at thresholds: Thresholds) -> Bool {
        let (low, high) = (safety - safetyBand, safety + safetyBand)
        let (less, more) = (helpfulness - helpBand, helpfulness + helpBand)
        // Between the corners a call changes only where it does from one corner to another.
        let corner = thresholds.bucket(safety: low, helpfulness: less)
        return corner != thresholds.bucket(safety: high, helpfulness: more)
            || corner != thresholds.bucket(safety: low, helpfulness: more)
            || corner != thresholds.bucket(safety: high, helpfulness: less)
    }

    /// Where an item stands in the order: its permanent random number over the rate it is drawn at (Ohlsson 1995, sequential
    /// Poisson sampling).
    ///
    /// The items of each stratum stand in the order of their numbers, so however far somebody comes, what was checked of a
    /// stratum is a simple random sample of it.
    func place(of number: Double, _ scores: Scores, at thresholds: Thresholds) -> Double {
        isNear(safety: scores.safety, helpfulness: scores.helpfulness, at: thresholds) ? number : number / floor
    }
}
