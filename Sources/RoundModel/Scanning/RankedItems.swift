/// Gives an item its place in an order.
protocol ItemKey: Sendable {
    /// Bits that compare as the order wants it; nil for an item that does not take part.
    func bits(item: Int, safety: Double, help: Double) -> UInt64?
}

/// The items of a population in an order, of which any stretch is found without sorting all.
///
/// A sample tells about where a stretch of ranks lies. One pass then counts what stands before that and keeps what is
/// in it; where the sample misled, a wider one follows. Keys are never equal, since the item's number is part of them.
struct RankedItems<Key: ItemKey>: Sendable {
    let population: Population
    let key: Key
    /// Items to look at for the sample; fewer in all are sorted whole.
    var sampleSize = 65_536

    /// Some ranks with their items in order.
    struct Stretch: Sendable {
        /// The rank of the first entry, from 0.
        var start: Int
        /// The entries at the ranks from there on.
        var entries: [ItemEntry]
    }

    /// What one pass found.
    struct Findings: Sendable {
        /// Items that take part, from 0.
        var total = 0
        /// What the ranks that were asked for hold, in the order they were asked; fewer where there are no more.
        var stretches: [Stretch] = []
    }

    /// Entries from `low` to `high`, both included.
    private struct Bracket: Sendable {
        var low = ItemEntry(bits: 0, item: 0)
        var high = ItemEntry(bits: .max, item: .max)
    }

    /// What one core saw of one bracket.
    private struct Catch: Sendable {
        var below = 0
        var kept: [ItemEntry] = []
    }

    /// The items at some ranges of ranks; each may reach beyond the last rank.
    ///
    /// - Complexity: O(ranges * n) shared among the cores, beside a sample of `sampleSize`; more passes where it
    ///   misled. Holds some hundredths of the items for a time.
    func find(_ ranks: [Range<Int>]) -> Findings {
        let stride = max(1, population.columns.count / sampleSize)
        let sample = stride > 1 ? strided(stride) : []
        var caution = 5.0
        while true {
            let brackets = ranks.map { bracket($0, sample, stride, caution) }
            let (total, catches) = collect(brackets)
            var findings = Findings(total: total)
            for (wanted, caught) in zip(ranks, catches) {
                let wanted = wanted.clamped(to: 0..<max(0, total))
                let within = caught.below..<caught.below + caught.kept.count
                guard
                    wanted.isEmpty || (wanted.lowerBound >= within.lowerBound && wanted.upperBound <= within.upperBound)
                else { break }
                let first = wanted.isEmpty ? 0 : wanted.lowerBound - caught.below
                findings.stretches.append(
                    Stretch(start: wanted.lowerBound, entries: Array(caught.kept[first..<first + wanted.count]))
                )
            }
            if findings.stretches.count == ranks.count { return findings }
            caution *= 8
        }
    }

    /// The number of items that stand before an entry, whether or not it is one of them.
    ///
    /// - Complexity: O(n), shared among the cores.
    func rank(of entry: ItemEntry) -> Int {
        ParallelScan.run(over: population.columns) { blocks in
            var before = 0
            population.forEachItem(inBlocks: blocks) { item, safety, help in
                guard let bits = key.bits(item: item, safety: safety, help: help) else { return }
                if ItemEntry(bits: bits, item: UInt32(truncatingIfNeeded: item)) < entry { before += 1 }
            }
            return before
        }.reduce(0, +)
    }

    /// The entry of an item; nil where it does not take part.
    func entry(of item: Int) -> ItemEntry? {
        guard population.contains(item) else { return nil }
        let scores = population.columns.scores(of: item)
        return key.bits(item: item, safety: scores.safety, help: scores.helpfulness).map {
            ItemEntry(bits: $0, item: UInt32(truncatingIfNeeded: item))
        }
    }

    private func strided(_ stride: Int) -> [ItemEntry] {
        var sample: [ItemEntry] = []
        for item in Swift.stride(from: 0, to: population.columns.count, by: stride) {
            if let entry = entry(of: item) { sample.append(entry) }
        }
        return sample.sorted()
    }

    /// Where a range of ranks lies by the sample, with room on both sides for what chance does to a sample.
    private func bracket(_ ranks: Range<Int>, _ sample: [ItemEntry], _ stride: Int, _ caution: Double) -> Bracket {
        func margin(_ index: Int) -> Int { Int(caution * (Double(index).squareRoot() + 2)) }
        let first = ranks.lowerBound / stride
        let last = ranks.upperBound / stride + 1
        let low = first - margin(first)
        let high = last + margin(last)
        var bracket = Bracket()
        if low > 0, let last = sample.last { bracket.low = low < sample.count ? sample[low] : last }
        if high < sample.count { bracket.high = sample[high] }
        return bracket
    }

    private func collect(_ brackets: [Bracket]) -> (total: Int, catches: [Catch]) {
        let runs = ParallelScan.run(over: population.columns) { blocks in
            var total = 0
            var catches = brackets.map { _ in Catch() }
            population.forEachItem(inBlocks: blocks) { item, safety, help in
                guard let bits = key.bits(item: item, safety: safety, help: help) else { return }
                total += 1
                for number in brackets.indices {
                    // Most items are told by their bits alone.
                    if bits < brackets[number].low.bits {
                        catches[number].below += 1
                    } else if bits <= brackets[number].high.bits {
                        let entry = ItemEntry(bits: bits, item: UInt32(truncatingIfNeeded: item))
                        if entry < brackets[number].low {
                            catches[number].below += 1
                        } else if entry <= brackets[number].high {
                            catches[number].kept.append(entry)
                        }
                    }
                }
            }
            return (total, catches)
        }
        var sorter = EntrySort()
        let catches = brackets.indices.map { number in
            var joined = Catch()
            for (_, catches) in runs {
                joined.below += catches[number].below
                joined.kept += catches[number].kept
            }
            sorter.sort(&joined.kept)
            return joined
        }
        return (runs.reduce(0) { $0 + $1.0 }, catches)
    }
}
