internal import AuditStatistics
public import RoundModel

/// Both scores of all items, so that any thresholds can be counted when the round itself is gone: about 2 bytes an item beside the
/// two tables.
public struct KeptScores: Sendable {
    /// The safety scores.
    public let safety: ScoreTable
    /// The helpfulness scores.
    public let helpfulness: ScoreTable
    /// For each item, by ascending safety, the place of its helpfulness in the table, without its lowest bits.
    private let codes: [UInt16]
    /// The bits that were left out.
    private let shift: Int
    /// Thresholds for which everything was counted in the round itself.
    private let known: [Thresholds: BucketCounts]

    /// - Parameters:
    ///   - places: for each item, by ascending safety, the place of its helpfulness in the table.
    ///   - known: what was counted already.
    init(
        safety: ScoreTable,
        helpfulness: ScoreTable,
        places: some Sequence<Int>,
        known: [Thresholds: BucketCounts] = [:]
    ) {
        self.safety = safety
        self.helpfulness = helpfulness
        var shift = 0
        while helpfulness.sample.values.count - 1 >> shift > Int(UInt16.max) { shift += 1 }
        self.shift = shift
        codes = places.map { UInt16(truncatingIfNeeded: $0 >> shift) }
        self.known = known
    }

    /// All items.
    public var count: Int { safety.count }

    /// A score that is chosen at run time.
    public subscript(_ name: ScoreName) -> ScoreTable { name == .safety ? safety : helpfulness }

    /// What each bucket holds.
    public struct Counts: Hashable, Sendable {
        public var buckets: BucketCounts
        /// How many items may lie elsewhere; 0 where all is exact.
        public var uncertain: Int
    }

    /// Counts the buckets.
    ///
    /// - Complexity: O(items above θ safety), some milliseconds for ten million.
    public func counts(at thresholds: Thresholds) -> Counts {
        if let known = known[thresholds] { return Counts(buckets: known, uncertain: 0) }
        let adversarial = safety.below(thresholds.adv)
        let unsafe = safety.upTo(thresholds.safety)
        let first = max(adversarial.count, unsafe.count)
        let unhelpful = helpfulness.upTo(thresholds.help)
        // Helpfulness counts by its place: all places behind that of the last score that is not above the threshold.
        let place = unhelpful.count > 0 ? helpfulness.place(ofRank: unhelpful.count - 1) : -1
        let limit = place >> shift
        // A code whose values lie on both sides of the threshold says nothing about its items.
        let isParted = shift > 0 && place >= 0 && (place + 1) >> shift == limit
        var (accepted, open) = (0, 0)
        codes.withUnsafeBufferPointer { codes in
            for position in first..<codes.count {
                accepted &+= Int(codes[position]) > limit ? 1 : 0
                open &+= Int(codes[position]) == limit ? 1 : 0
            }
        }
        let uncertain = adversarial.uncertain + unsafe.uncertain + unhelpful.uncertain + (isParted ? open : 0)
        return Counts(
            buckets: BucketCounts(
                adversarial: adversarial.count,
                accepted: accepted,
                discarded: count - adversarial.count - accepted
            ),
            uncertain: uncertain
        )
    }

    /// How many items lie below θ adv.
    public func adversarial(at thresholds: Thresholds) -> Int {
        known[thresholds]?.adversarial ?? safety.below(thresholds.adv).count
    }
}
