/// The items of a population in an order, of which any stretch is found without sorting all.
///
/// A sample tells about where a stretch of ranks lies. One pass then counts what stands before that and keeps what is
/// in it; where the sample misled, a wider one follows. Keys are never equal, since the item's number is part of them.
struct RankedItems<Key: ItemKey>: Sendable {
    let population: Population
    let key: Key
    /// Items to look at for the sample; fewer in all are sorted whole.
    var sampleSize = 32_768

    /// What one pass found.
    struct Findings: Sendable {
        /// Items that take part, from 0.
        var total = 0
        /// What the ranks that were asked for hold, in the order they were asked; fewer where there are no more.
        var stretches: [RankStretch] = []
        /// How often all items were gone over.
        var passes = 1
    }

    /// The items at some ranges of ranks; each may reach beyond the last rank.
    ///
    /// - Parameter ranks: one range at least; without any, nothing is counted.
    /// - Complexity: O(ranges * n) shared among the cores, beside a sample of `sampleSize`; more passes where it
    ///   misled. Holds some hundredths of the items for a time.
    func find(_ ranks: [Range<Int>]) -> Findings {
        let sample = sample()
        var caution = 4.0
        var passes = 1
        while true {
            let (total, catches) = collect(ranks.map { sample.bracket($0, caution) })
            var findings = Findings(total: total, passes: passes)
            for (wanted, caught) in zip(ranks, catches) {
                guard let stretch = caught.stretch(wanted.clamped(to: 0..<max(0, total))) else { break }
                findings.stretches.append(stretch)
            }
            if findings.stretches.count == ranks.count { return findings }
            caution *= 8
            passes += 1
        }
    }

    /// The rank of an entry that takes part, and the items at `count` ranks of which it stands in the middle, as far as
    /// there are so many before it; fewer where there are not so many behind.
    ///
    /// The entry itself tells where to look, so that this is one pass that keeps few items.
    /// - Parameter count: above 0.
    /// - Complexity: O(n) as for `find`.
    func find(around entry: ItemEntry, count: Int) -> (rank: Int, findings: Findings) {
        let sample = sample()
        var caution = 4.0
        var passes = 1
        while true {
            let (total, catches) = collect([sample.bracket(around: entry, count, caution)])
            if let caught = catches.first {
                let rank = caught.below + caught.kept.count { $0 < entry }
                let start = max(0, rank - count / 2)
                if let stretch = caught.stretch((start..<start + count).clamped(to: 0..<max(0, total))) {
                    return (rank, Findings(total: total, stretches: [stretch], passes: passes))
                }
            }
            caution *= 8
            passes += 1
        }
    }

    /// The number of items that stand before an entry, whether or not it is one of them.
    ///
    /// - Complexity: O(n), shared among the cores.
    func rank(of entry: ItemEntry) -> Int {
        collect([RankBracket(low: entry, high: entry)]).catches.first?.below ?? 0
    }

    /// The entry of an item; nil where it does not take part.
    func entry(of item: Int) -> ItemEntry? {
        guard population.contains(item), let scores = population.columns.scores(of: item) else { return nil }
        let ruling = population.judged?.ruling(of: item)
        return key.bits(item: item, safety: scores.safety, help: scores.helpfulness, ruling: ruling).map {
            ItemEntry(bits: $0, item: UInt32(truncatingIfNeeded: item))
        }
    }

    private func sample() -> RankSample {
        let stride = max(1, population.columns.count / sampleSize)
        var entries: [ItemEntry] = []
        if stride > 1 {
            for item in Swift.stride(from: 0, to: population.columns.count, by: stride) {
                if let entry = entry(of: item) { entries.append(entry) }
            }
            var sorter = EntrySort()
            sorter.sort(&entries)
        }
        return RankSample(entries: entries, stride: stride, looked: population.columns.count / stride)
    }
}
