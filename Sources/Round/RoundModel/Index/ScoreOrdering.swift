/// Goes through the items of a population by one of their scores.
///
/// The range of scores is cut into groups at values of a sample, and each group is collected by a pass over the
/// columns and sorted by its bits. So the memory beside the result stays at a fraction of the columns, which a sort
/// of all items at once would more than double.
struct ScoreOrdering {
    let population: Population
    let score: ScoreName
    /// Groups to cut a large population into; more take more passes and less memory.
    var groups = 16

    private static let sampleSize = 65_536

    /// Calls `body` with each item of the population and its score, by ascending score, equal ones as in the round.
    ///
    /// - Returns: false where `isCancelled` came to be true; then not all were gone through.
    /// - Complexity: O(groups * n); holds about `40 n / groups` bytes.
    func forEach(isCancelled: () -> Bool, _ body: (_ item: UInt32, _ score: Double) -> Void) -> Bool {
        let cuts = population.count > Self.sampleSize * 2 ? sampledCuts() : []
        var entries: [ItemEntry] = []
        // At once as large as a group gets: growing in steps would leave holes in memory.
        entries.reserveCapacity(min(population.count, population.count / (cuts.count + 1) * 5 / 4 + 1_024))
        var sorter = EntrySort()
        for number in 0...cuts.count {
            if isCancelled() { return false }
            entries.removeAll(keepingCapacity: true)
            let low = number > 0 ? cuts[number - 1] : nil
            collect(from: low, below: number < cuts.count ? cuts[number] : nil, to: &entries) { item in
                // What equals the cut comes first and stands in order already, however many there are of it.
                if let low { body(item, low) }
            }
            sorter.sort(&entries)
            for entry in entries { body(entry.item, Double(orderedBits: entry.bits)) }
        }
        return true
    }

    /// Ascending values that part the population into groups of about one size, each once.
    private func sampledCuts() -> [Double] {
        let stride = max(1, population.count / Self.sampleSize)
        var sample: [Double] = []
        sample.reserveCapacity(Self.sampleSize + 2)
        var seen = 0
        population.forEachItem(inBlocks: 0..<population.columns.blocks.count) { _, safety, help in
            if seen % stride == 0 { sample.append(score == .safety ? safety : help) }
            seen += 1
        }
        sample.sort()
        var cuts: [Double] = []
        for number in 1..<max(2, groups) {
            let value = sample[number * (sample.count - 1) / groups]
            if cuts.last.map({ $0 < value }) ?? true { cuts.append(value) }
        }
        return cuts
    }

    private func collect(
        from low: Double?,
        below high: Double?,
        to entries: inout [ItemEntry],
        equalToLow: (UInt32) -> Void
    ) {
        let floor = low ?? -.infinity
        let ceiling = high ?? .infinity
        population.forEachItem(inBlocks: 0..<population.columns.blocks.count) { item, safety, help in
            let value = score == .safety ? safety : help
            if value > floor && value < ceiling {
                entries.append(ItemEntry(bits: value.orderedBits, item: UInt32(truncatingIfNeeded: item)))
            } else if value == floor {
                equalToLow(UInt32(truncatingIfNeeded: item))
            }
        }
    }
}
