public import AuditStatistics
import Foundation
public import RoundModel

/// What it gains to sample a bucket more densely near the lines, by a guess of where its mistakes are.
public struct DenseOffer: Hashable, Sendable {
    /// The bucket.
    public var bucket: Bucket
    /// How it would be drawn.
    public var design: SampleDesign
    /// The sizes of its strata, in items.
    public var plan: DensityPlan
    /// The shares of wrong items in them, as they are guessed.
    public var guess: DensityPlan.Shares
    /// What the guess rests on.
    public var basis: Basis
    /// The labels of a simple sample that `labels` stand for.
    public var simpleLabels: Int
    /// Labels whose interval is as narrow, if the guess is right.
    public var labels: Int
    /// Labels whose interval is as narrow if as many are wrong far from the lines as near them.
    public var labelsIfEven: Int

    /// The items of the bucket.
    public var size: Int { plan.size }

    /// Where a guess comes from.
    public enum Basis: Hashable, Sendable {
        /// Half of what lies on a line is wrong, fewer the farther it lies (a logistic curve), and so many of all.
        case assumed(share: Double)
        /// What people said of samples of other buckets.
        case verdicts(labels: Int, wrong: Int)
    }

    /// The share of wrong items that is assumed where nobody knows better.
    static let usualShare = 0.1
    /// Where it saves less than this it is not offered.
    private static let leastGain = 0.1

    /// How often what is far is drawn for each that is near: what is tried.
    private static let floors: [Double] = [1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 6, 1.0 / 8]

    /// The best design for a bucket; nil where none gains.
    ///
    /// - Parameter labelled: for each level the labels on items of other buckets and the wrong ones among them.
    init?(
        _ bucket: Bucket,
        _ distances: LineDistances,
        labelled: [(labels: Int, wrong: Int)],
        alpha: Double
    ) throws(AuditError) {
        let items = distances.items[Int(bucket.rawValue)]
        let size = items.reduce(0, +)
        guard size >= 100 else { return nil }
        let simple = min(200, size / 2)
        let guess = LineGuess(items, labelled: labelled)
        var best: (width: Double, level: Int, plan: DensityPlan, shares: DensityPlan.Shares)?
        for level in LineDistances.levels.indices {
            let near = items[...level].reduce(0, +)
            guard near >= 20, size - near >= 20, 20 * near >= size, 10 * near <= 6 * size,
                let shares = guess.shares(upTo: level)
            else { continue }
            for floor in Self.floors {
                let plan = try DensityPlan(near: near, far: size - near, floor: floor)
                let width = try plan.width(simple, shares, alpha: alpha)
                if width < best?.width ?? .infinity { best = (width, level, plan, shares) }
            }
        }
        guard let best else { return nil }
        let labels = try best.plan.labels(insteadOf: simple, best.shares, alpha: alpha)
        guard Double(labels) <= (1 - Self.leastGain) * Double(simple) else { return nil }
        let share = best.plan.share(best.shares)
        let even = DensityPlan.Shares(near: share, far: share)
        self.bucket = bucket
        design = SampleDesign(
            safetyBand: Self.rounded(LineDistances.levels[best.level] * distances.safetySpread),
            helpBand: Self.rounded(LineDistances.levels[best.level] * distances.helpSpread),
            floor: best.plan.floor
        )
        plan = best.plan
        self.guess = best.shares
        basis = guess.basis
        simpleLabels = simple
        self.labels = labels
        labelsIfEven = try best.plan.labels(insteadOf: simple, even, alpha: alpha)
    }

    /// How many labels of a simple sample so many of this one are worth: if the guess is right, and if mistakes lie evenly.
    ///
    /// - Complexity: O(log² N) probabilities.
    public func worth(of labels: Int, alpha: Double = 0.05) throws(AuditError) -> (guessed: Int, even: Int) {
        let share = plan.share(guess)
        let even = DensityPlan.Shares(near: share, far: share)
        return (
            try plan.simpleLabels(insteadOf: labels, guess, alpha: alpha),
            try plan.simpleLabels(insteadOf: labels, even, alpha: alpha)
        )
    }

    /// Two digits, as a person would choose it.
    private static func rounded(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        let unit = pow(10, floor(log10(value)) - 1)
        // A tenth has no exact double, and a division by ten rounds once.
        return unit < 1 ? (value / unit).rounded() / (1 / unit).rounded() : (value / unit).rounded() * unit
    }
}
