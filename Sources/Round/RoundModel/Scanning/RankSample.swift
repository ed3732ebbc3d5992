/// Some ranks with their items in order.
struct RankStretch: Sendable {
    /// The rank of the first entry, from 0.
    var start: Int
    /// The entries at the ranks from there on.
    var entries: [ItemEntry]
}

/// Entries from `low` to `high`, both included.
struct RankBracket: Sendable {
    var low = ItemEntry(bits: 0, item: 0)
    var high = ItemEntry(bits: .max, item: .max)

    /// False where all entries are at least `low`.
    var hasLow: Bool { low != ItemEntry(bits: 0, item: 0) }
    /// False where all entries are at most `high`.
    var hasHigh: Bool { high != ItemEntry(bits: .max, item: .max) }
}

/// What a pass found of a bracket.
struct RankCatch: Sendable {
    /// Entries that stand before it.
    var below = 0
    /// Those in it, in any order.
    var kept: [ItemEntry] = []

    /// The entries at some ranks, in order; nil where they are not all in the bracket.
    ///
    /// - Complexity: O(kept), and a sort of about as many as are wanted.
    func stretch(_ wanted: Range<Int>) -> RankStretch? {
        guard !wanted.isEmpty else { return RankStretch(start: wanted.lowerBound, entries: []) }
        guard wanted.lowerBound >= below, wanted.upperBound <= below + kept.count else { return nil }
        let places = wanted.lowerBound - below..<wanted.upperBound - below
        var (before, entries) = narrowed(to: places)
        var sorter = EntrySort()
        sorter.sort(&entries)
        let first = places.lowerBound - before
        return RankStretch(start: wanted.lowerBound, entries: Array(entries[first..<first + places.count]))
    }

    /// The entries that can stand at some places once all are sorted, in the order of the round, and how many stand
    /// before them.
    private func narrowed(to places: Range<Int>) -> (before: Int, entries: [ItemEntry]) {
        guard kept.count > 4 * places.count else { return (0, kept) }
        var low = UInt64.max
        var high = UInt64.min
        for entry in kept {
            low = min(low, entry.bits)
            high = max(high, entry.bits)
        }
        // 2,048 groups of equal width at most.
        let shift = UInt64(max(0, 53 - (high - low).leadingZeroBitCount))
        var sizes = [Int](repeating: 0, count: 2_048)
        for entry in kept { sizes[Int((entry.bits - low) >> shift)] += 1 }
        var before = 0
        var end = 0
        var groups = 0..<0
        for (group, size) in sizes.enumerated() {
            if end + size <= places.lowerBound {
                before += size
                groups = group + 1..<group + 1
            } else if end < places.upperBound {
                groups = groups.lowerBound..<group + 1
            }
            end += size
        }
        return (before, kept.filter { groups.contains(Int(($0.bits - low) >> shift)) })
    }
}

/// Every so many-th item's entry, sorted: tells about where ranks lie.
struct RankSample: Sendable {
    let entries: [ItemEntry]
    /// How many items there are for each of the sample; 1 where there is no sample.
    let stride: Int
    /// The number of items that were looked at, with those that take no part.
    let looked: Int

    /// Where a range of ranks lies, with room on both sides for what chance does to a sample.
    func bracket(_ ranks: Range<Int>, _ caution: Double) -> RankBracket {
        let first = ranks.lowerBound / stride
        let last = ranks.upperBound / stride + 1
        return bracket(first - margin(first, caution), last + margin(last, caution))
    }

    /// Where so many ranks about an entry lie.
    func bracket(around entry: ItemEntry, _ count: Int, _ caution: Double) -> RankBracket {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        // As many as are wanted on either side: at the list's beginning all of them are behind the entry.
        let way = count / stride + 1
        let room = way + Int(caution * (Double(way).squareRoot() + 2))
        return bracket(low - room - 1, low + room)
    }

    private func bracket(_ low: Int, _ high: Int) -> RankBracket {
        var bracket = RankBracket()
        if low > 0, let last = entries.last { bracket.low = low < entries.count ? entries[low] : last }
        if high < entries.count { bracket.high = entries[high] }
        return bracket
    }

    /// How far a sample's rank is off by chance, in standard deviations and a little.
    private func margin(_ index: Int, _ caution: Double) -> Int {
        let index = max(0, index)
        let share = min(1, Double(index) / Double(max(1, looked)))
        return Int(caution * ((Double(index) * (1 - share)).squareRoot() + 2))
    }
}
