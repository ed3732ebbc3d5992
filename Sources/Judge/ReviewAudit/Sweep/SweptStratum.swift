import AuditStatistics
import RoundModel

/// The verdicts of one bucket of a sample, as a sweep counts them.
struct SweptStratum {
    /// The bucket that they were drawn from.
    let bucket: Bucket
    /// What the round has lost is among them, as if it were still there: a mistake that was deleted speaks against the set.
    let labels: [AuditLabels.Label]
    /// The labels of what the round has lost.
    let lost: Int
    /// How far a share of them may lie from that of the bucket, for all values at once.
    let reach: Double

    /// The strata, with α shared among them.
    ///
    /// - Parameter kinds: what is counted in each stratum, from 1: α is shared among these as well.
    static func all(_ sample: AuditLabels, kinds: Int, alpha: Double) throws(AuditError) -> [SweptStratum] {
        var strata: [SweptStratum] = []
        // All of a bucket is no sample of it, and needs no part of α.
        let buckets = Bucket.allCases.filter { sample.size(of: $0) > (sample.sampled[$0]?.count ?? 0) }
        let parts = Double(kinds * max(1, buckets.count))
        for bucket in Bucket.allCases {
            let labels = sample.labels(of: bucket)
            let isCensus = !buckets.contains(bucket)
            let reach = isCensus ? 0 : try MassartBand.reach(labels: labels.count, alpha: alpha / parts)
            let lost = labels.count { $0.item == nil }
            strata.append(SweptStratum(bucket: bucket, labels: labels, lost: lost, reach: reach))
        }
        return strata
    }

    /// How many of the verdicts lie in a bucket at some thresholds, how many of these are wrong there, and how many of the others
    /// belong there. Who could not tell speaks against it in both. Of those that lie there also how many the round has lost.
    func kinds(
        of target: Bucket,
        at theta: Thresholds
    ) -> (taken: Int, wrong: Int, missed: Int, lost: Int) {
        var (taken, wrong, missed, lost) = (0, 0, 0, 0)
        for label in labels {
            let answer = label.said.bucket(label.scores, theta)
            if theta.bucket(label.scores, nil) == target {
                taken += 1
                if answer != target { wrong += 1 }
                if label.item == nil { lost += 1 }
            } else if (answer ?? target) == target {
                missed += 1
            }
        }
        return (taken, wrong, missed, lost)
    }

    /// Items of a kind over all strata: the best value, and what the verdicts do not rule out.
    struct Total {
        /// The items that the kind is counted among.
        var items = 0
        var best = 0.0
        var lower = 0.0
        var upper = 0.0
        /// Strata that hold items and no verdict that speaks of them.
        var missing = 0

        /// - Parameters:
        ///   - count: verdicts of the kind.
        ///   - labels: verdicts on items that it is counted among.
        ///   - size: such items in the stratum.
        ///   - all: the stratum's items.
        mutating func add(_ count: Int, of labels: Int, in size: Int, _ stratum: SweptStratum, _ all: Int) {
            items += size
            guard size > 0 else { return }
            let most = Double(size)
            guard !stratum.labels.isEmpty else {
                missing += 1
                upper += most
                return
            }
            let share = Double(count) / Double(stratum.labels.count)
            let low = min(most, max(0, Double(all) * (share - stratum.reach)))
            let high = max(low, min(most, Double(all) * (share + stratum.reach)))
            // Among the items that it is counted among the share is better known than among all.
            let value = labels > 0 ? most * Double(count) / Double(labels) : 0
            if labels == 0 { missing += 1 }
            best += value
            lower += min(low, value)
            upper += max(high, value)
        }

        /// The share of right items, the total being one of wrong items.
        func precision(_ bucket: Bucket, _ theta: Thresholds, labels: Int, alpha: Double) -> Figure {
            guard items > 0 else { return .noItems }
            guard missing == 0 else { return .missing(labels: missing) }
            let all = Double(items)
            return Self.figure(
                1 - best / all,
                Interval(lower: 1 - upper / all, upper: 1 - lower / all),
                labels,
                alpha,
                AuditPopulation(.bucketAt(bucket, theta), size: items)
            )
        }

        /// The share of the right items that the bucket holds.
        func recall(_ missed: Total, labels: Int, size: Int, alpha: Double) -> Figure {
            guard missing + missed.missing == 0 else { return .missing(labels: missing + missed.missing) }
            func share(_ held: Double, _ left: Double) -> Double? { held + left > 0 ? held / (held + left) : nil }
            let all = Double(items)
            guard let value = share(all - best, missed.best) else { return .noItems }
            return Self.figure(
                value,
                Interval(
                    lower: share(all - upper, missed.upper) ?? 0,
                    upper: share(all - lower, missed.lower) ?? 1
                ),
                labels,
                alpha,
                AuditPopulation(.round, size: size)
            )
        }

        private static func figure(
            _ value: Double,
            _ interval: Interval,
            _ labels: Int,
            _ alpha: Double,
            _ population: AuditPopulation
        ) -> Figure {
            .estimate(
                Estimate(
                    value: value,
                    interval: interval.clippedToShares,
                    level: 1 - alpha,
                    method: .massart,
                    labels: labels,
                    population: population
                )
            )
        }
    }
}
