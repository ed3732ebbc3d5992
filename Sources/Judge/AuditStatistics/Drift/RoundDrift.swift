/// How one score's distribution moved from one round to the next.
public struct RoundDrift: Hashable, Sendable {
    /// The rounds' scores.
    public let before: SortedSample
    public let after: SortedSample

    public init(from before: SortedSample, to after: SortedSample) {
        self.before = before
        self.after = after
    }

    /// Kolmogorov and Smirnov's D, the largest difference of the shares of values up to a point, and the first such
    /// point.
    ///
    /// Its p-value is not for the screen: at a million rows everything differs.
    ///
    /// - Complexity: O(n + m).
    public var kolmogorovSmirnov: (distance: Double, location: Double) {
        var best = (distance: 0.0, location: before.values[0])
        walk { location, _, share, otherShare in
            let distance = abs(share - otherShare)
            if distance > best.distance { best = (distance, location) }
        }
        return best
    }

    /// Wasserstein-1: how far scores moved on average, in the score's own unit: ∫ |F - G|.
    ///
    /// - Complexity: O(n + m).
    public var wasserstein: Double {
        var sum = 0.0
        walk { _, width, share, otherShare in
            // The way between scores near the largest number is infinite, also where nothing went it.
            if share != otherShare { sum += abs(share - otherShare) * width }
        }
        return sum
    }

    /// The same over the earlier round's standard deviation; nil where its scores are all the same.
    ///
    /// - Complexity: O(n + m).
    public var wassersteinOverSpread: Double? {
        let spread = before.deviation
        return spread > 0 ? wasserstein / spread : nil
    }

    /// By how much a quantile went up.
    public func quantileShift(_ fraction: Double) -> Double { after.quantile(fraction) - before.quantile(fraction) }

    /// The share of scores below a threshold, then and now, and how it changed.
    public func shareBelow(_ threshold: Double) throws(AuditError) -> ShareDifference {
        ShareDifference(
            before: try Proportion(before.below(threshold), of: before.count),
            after: try Proportion(after.below(threshold), of: after.count)
        )
    }

    /// Calls `body` for every value that occurs, ascending, with the shares of values up to it on both sides and the
    /// way to the next one (0 at the last).
    func walk(_ body: (_ location: Double, _ width: Double, _ share: Double, _ otherShare: Double) -> Void) {
        var (i, j) = (0, 0)
        let (old, new) = (before.values, after.values)
        let (size, otherSize) = (Double(before.count), Double(after.count))
        while i < old.count || j < new.count {
            let location = min(i < old.count ? old[i] : .infinity, j < new.count ? new[j] : .infinity)
            if i < old.count, old[i] == location { i += 1 }
            if j < new.count, new[j] == location { j += 1 }
            let next = min(i < old.count ? old[i] : .infinity, j < new.count ? new[j] : .infinity)
            body(
                location,
                next.isFinite ? next - location : 0,
                Double(i > 0 ? before.upTo(place: i - 1) : 0) / size,
                Double(j > 0 ? after.upTo(place: j - 1) : 0) / otherSize
            )
        }
    }
}
