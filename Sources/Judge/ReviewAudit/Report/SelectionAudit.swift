public import AuditStatistics
public import RoundModel

/// How good a set is that some thresholds select, by verdicts that may have been drawn at others: how much of it belongs
/// there, and how much of what belongs there it holds.
///
/// The strata are the buckets at the thresholds of the sample, in distinct (prompt, response) pairs; how many of each stratum fall
/// into which bucket now is known exactly from the scores.
public struct SelectionAudit: Hashable, Sendable {
    /// The bucket: adversarial or accepted.
    public var bucket: Bucket
    /// The thresholds that select it.
    public var thresholds: Thresholds
    /// The share of its items that a person would put there.
    public var precision: Figure
    /// The share that it holds of the items that a person would put there.
    public var recall: Figure

    /// - Parameters:
    ///   - sample: the verdicts at the thresholds that they were drawn at.
    ///   - flows: the round's distinct pairs from the buckets of the sample to those of the thresholds.
    init(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        from sample: AuditLabels,
        flows: FlowTable,
        alpha: Double
    ) throws(AuditError) {
        self.bucket = bucket
        self.thresholds = thresholds
        let set: AuditedSet = sample.thresholds == thresholds ? .bucket(bucket) : .bucketAt(bucket, thresholds)
        func selection(_ lost: LostVerdicts) throws(AuditError) -> PostStratifiedSelection {
            try Self.selection(bucket, at: thresholds, from: sample, flows: flows, lost)
        }
        let all = try selection(.all)
        let (precision, recall) = (
            try all.precision(alpha: alpha, of: set), try all.recall(alpha: alpha, of: .round)
        )
        guard Bucket.allCases.contains(where: { !sample.lost(of: $0).isEmpty }) else {
            (self.precision, self.recall) = (precision, recall)
            return
        }
        let others = [try selection(.against), try selection(.inFavour)]
        var (precisions, recalls) = ([precision], [recall])
        for other in others {
            precisions.append(try other.precision(alpha: alpha, of: set))
            recalls.append(try other.recall(alpha: alpha, of: .round))
        }
        let sizes = flows.after
        self.precision = Self.widest(precisions, size: sizes[bucket])
        self.recall = Self.widest(recalls, size: sizes.total)
    }

    /// What is done with the verdicts on pairs that the round has lost. Nobody knows whether their verdicts were why it lost
    /// them, so an interval holds what it is either way.
    private enum LostVerdicts {
        /// They count as if the pairs were still there.
        case all
        /// Those that speak against the set do, and the others do not.
        case against
        /// Those that speak for the set do.
        case inFavour
    }

    private static func selection(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        from sample: AuditLabels,
        flows: FlowTable,
        _ lost: LostVerdicts
    ) throws(AuditError) -> PostStratifiedSelection {
        var taken: [Stratum] = []
        var left: [Stratum] = []
        for stratum in Bucket.allCases {
            let items = sample.sampled[stratum] ?? []
            let mine = items.filter { sample.bucket(of: $0, at: thresholds) == bucket }
            let others = items.filter { sample.bucket(of: $0, at: thresholds) != bucket }
            let size = flows[from: stratum, to: bucket]
            let rest = Bucket.allCases.reduce(0) { $0 + ($1 == bucket ? 0 : flows[from: stratum, to: $1]) }
            // Who could not tell speaks against the set, in it and outside of it.
            let wrong = mine.count { sample.answer(of: $0, at: thresholds) != bucket }
            let missed = others.count { (sample.answer(of: $0, at: thresholds) ?? bucket) == bucket }
            var (gone, goneOutside) = (CheckedSample.Gone.none, CheckedSample.Gone.none)
            for content in sample.lost(of: stratum) {
                let answer = content.label?.bucket(content.recorded, thresholds)
                if thresholds.bucket(content.recorded, nil) == bucket {
                    let isAgainst = answer != bucket
                    guard lost == .all || isAgainst == (lost == .against) else { continue }
                    gone.checked += 1
                    gone.wrong += isAgainst ? 1 : 0
                } else {
                    let isAgainst = (answer ?? bucket) == bucket
                    guard lost == .all || isAgainst == (lost == .against) else { continue }
                    goneOutside.checked += 1
                    goneOutside.wrong += isAgainst ? 1 : 0
                }
            }
            taken.append(
                try Stratum(
                    size: size + gone.checked,
                    checked: mine.count + gone.checked,
                    wrong: wrong + gone.wrong
                )
            )
            left.append(
                try Stratum(
                    size: rest + goneOutside.checked,
                    checked: others.count + goneOutside.checked,
                    wrong: missed + goneOutside.wrong
                )
            )
        }
        return PostStratifiedSelection(taken: taken, left: left)
    }

    /// The first figure with an interval that holds those of all; what is missing where one of them has none.
    ///
    /// - Parameters:
    ///   - figures: not empty.
    ///   - size: what the figure is about without what is lost.
    private static func widest(_ figures: [Figure], size: Int) -> Figure {
        guard case .estimate(var widest) = figures[0] else { return figures[0] }
        widest.population.size = size
        for figure in figures.dropFirst() {
            guard let interval = figure.estimate?.interval else { return figure }
            widest.interval.lower = min(widest.interval.lower, interval.lower)
            widest.interval.upper = max(widest.interval.upper, interval.upper)
        }
        return .estimate(widest)
    }
}
