/// Sorts the values of a field.
struct ValueSort {
    private let keys: [SortKeys]
    /// The number of the first item of each block.
    private let firsts: [Int]
    private let count: Int
    private var sorter = EntrySort()
    private var places: [UInt32] = []
    private var values = 0

    /// So few entries are sorted by comparing.
    private static let few = 512

    init(_ keys: [SortKeys]) {
        self.keys = keys
        var (firsts, count) = ([Int](), 0)
        for block in keys {
            firsts.append(count)
            count += block.count
        }
        (self.firsts, self.count) = (firsts, count)
    }

    /// The place of each item, and how many there are; nil where it is cancelled.
    consuming func places(_ isCancelled: () -> Bool) -> (places: [UInt32], count: Int)? {
        places = [UInt32](repeating: ItemRanks.none, count: count)
        if isCancelled() { return nil }
        var entries = entries(.number)
        sorter.sort(&entries)
        give(placesOf: entries[...])
        if isCancelled() { return nil }
        entries = self.entries(.text)
        guard sort(&entries, 0..<entries.count, part: 0, isCancelled) else { return nil }
        return (places, values)
    }

    private func entries(_ kind: SortKeys.Kind) -> [ItemEntry] {
        var entries: [ItemEntry] = []
        entries.reserveCapacity(keys.reduce(0) { sum, block in sum + block.kinds.count { $0 == kind } })
        for (block, first) in zip(keys, firsts) {
            for index in 0..<block.count where block.kinds[index] == kind {
                entries.append(ItemEntry(bits: block.heads[index], item: UInt32(truncatingIfNeeded: first + index)))
            }
        }
        return entries
    }

    /// Sorts a run of texts that agree before a part, and gives them their places.
    ///
    /// - Returns: false where it is cancelled.
    private mutating func sort(
        _ entries: inout [ItemEntry],
        _ run: Range<Int>,
        part: Int,
        _ isCancelled: () -> Bool
    ) -> Bool {
        if run.count > Self.few {
            if isCancelled() { return false }
            var own = Array(entries[run])
            sorter.sort(&own)
            entries.replaceSubrange(run, with: own)
        } else {
            entries[run].sort()
        }
        var start = run.lowerBound
        while start < run.upperBound {
            var end = start + 1
            while end < run.upperBound, entries[end].bits == entries[start].bits { end += 1 }
            guard settle(&entries, start..<end, part: part, isCancelled) else { return false }
            start = end
        }
        return true
    }

    /// Gives places to texts that agree in a part, by what stands behind it.
    private mutating func settle(
        _ entries: inout [ItemEntry],
        _ run: Range<Int>,
        part: Int,
        _ isCancelled: () -> Bool
    ) -> Bool {
        if run.count > 1 {
            var (shortest, longest) = (Int.max, 0)
            for entry in entries[run] {
                let length = length(of: entry.item)
                (shortest, longest) = (min(shortest, length), max(longest, length))
            }
            if longest > 8 * (part + 1) {
                for index in run { entries[index].bits = bits(of: entries[index].item, part: part + 1) }
                return sort(&entries, run, part: part + 1, isCancelled)
            }
            if shortest < longest {
                // They differ in zeros at the end.
                for index in run { entries[index].bits = UInt64(length(of: entries[index].item)) }
                entries[run].sort()
            }
        }
        give(placesOf: entries[run])
        return true
    }

    /// Gives a place to each different value among sorted ones.
    private mutating func give(placesOf entries: ArraySlice<ItemEntry>) {
        guard let first = entries.first else { return }
        var bits = first.bits
        for entry in entries {
            if entry.bits != bits {
                bits = entry.bits
                values += 1
            }
            places[Int(entry.item)] = UInt32(truncatingIfNeeded: values)
        }
        values += 1
    }

    private func place(of item: UInt32) -> (block: Int, index: Int) {
        var (low, high) = (0, firsts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if firsts[middle] <= Int(item) { low = middle } else { high = middle }
        }
        return (low, Int(item) - firsts[low])
    }

    private func length(of item: UInt32) -> Int {
        let place = place(of: item)
        return keys[place.block].length(place.index)
    }

    private func bits(of item: UInt32, part: Int) -> UInt64 {
        let place = place(of: item)
        return keys[place.block].bits(place.index, part: part)
    }
}
