public import RoundModel

/// One bit an item of a round, 64 a word from the lowest bit; bits behind the last item may be anything.
public struct ItemBits: Hashable, Sendable {
    public internal(set) var words: [UInt64]

    /// No item of so many.
    public init(none count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    /// All items of so many.
    public init(all count: Int) { words = [UInt64](repeating: .max, count: (count + 63) / 64) }

    /// Those of so many items for which `holds` says so.
    ///
    /// - Complexity: O(count).
    public init(_ count: Int, where holds: (Int) -> Bool) {
        self.init(none: count)
        for item in 0..<count where holds(item) { insert(item) }
    }

    public mutating func insert(_ item: Int) { words[item >> 6] |= 1 << UInt64(item & 63) }

    public mutating func remove(_ item: Int) { words[item >> 6] &= ~(1 << UInt64(item & 63)) }

    public func contains(_ item: Int) -> Bool { words[item >> 6] >> UInt64(item & 63) & 1 == 1 }

    public mutating func formIntersection(_ other: ItemBits) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    public mutating func formUnion(_ other: ItemBits) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// Takes in the bits of some consecutive items.
    ///
    /// - Parameters:
    ///   - other: bits of `count` items, those behind them 0.
    ///   - first: the item that its first bit stands for.
    /// - Precondition: the items are among those that there are.
    /// - Complexity: O(count / 64).
    public mutating func formUnion(_ other: ItemBits, at first: Int) {
        let (start, shift) = (first >> 6, UInt64(first & 63))
        for (index, word) in other.words.enumerated() where word != 0 {
            words[start + index] |= word << shift
            if shift > 0, word >> (64 - shift) != 0 { words[start + index + 1] |= word >> (64 - shift) }
        }
    }

    /// As a set that counts, plot and lists can be of.
    public func set(of count: Int) -> ItemSet { ItemSet(words: words, universe: count) }

    /// The items for which `holds` says so, judged on all cores, block by block.
    ///
    /// - Complexity: O(n) without a branch for each item.
    @inlinable
    public init(_ columns: ScoreColumns, where holds: @Sendable (_ safety: Double, _ help: Double) -> Bool) {
        self.init(none: columns.count)
        let parts = ParallelScan.run(over: columns) { blocks -> (first: Int, bits: ItemBits) in
            let first = columns.firstItem[blocks.lowerBound]
            // Aligned like the whole, so that joining is a plain copy of words.
            let base = first & ~63
            var bits = ItemBits(none: columns.firstItem[blocks.upperBound] - base)
            for number in blocks {
                let block = columns.blocks[number]
                bits.add(block, at: columns.firstItem[number] - base, holds)
            }
            return (base, bits)
        }
        for part in parts { formUnion(part.bits, at: part.first) }
    }

    /// Judges the items of a block, 64 to a word.
    @inlinable
    mutating func add(_ block: ColumnBlock, at first: Int, _ holds: (Double, Double) -> Bool) {
        block.safety.withUnsafeBufferPointer { safety in
            block.helpfulness.withUnsafeBufferPointer { help in
                var item = 0
                while item < safety.count {
                    let place = first + item
                    let count = min(64 - place & 63, safety.count - item)
                    var word: UInt64 = 0
                    for index in 0..<count {
                        word |= (holds(safety[item + index], help[item + index]) ? 1 : 0) << UInt64(index)
                    }
                    merge(word << UInt64(place & 63), into: place >> 6)
                    item += count
                }
            }
        }
    }

    @usableFromInline
    mutating func merge(_ word: UInt64, into index: Int) { words[index] |= word }
}

extension FilterExpression {
    /// The items for which the expression holds, given those for which each test does.
    ///
    /// - Complexity: O(tests · n / 64).
    public func bits(_ count: Int, _ bits: (FilterTest) -> ItemBits) -> ItemBits {
        switch self {
        case .test(let test): return bits(test)
        case .not(let inner):
            var result = inner.bits(count, bits)
            for index in result.words.indices { result.words[index] = ~result.words[index] }
            return result
        case .and(let parts):
            var result = ItemBits(all: count)
            for part in parts { result.formIntersection(part.bits(count, bits)) }
            return result
        case .or(let parts):
            var result = ItemBits(none: count)
            for part in parts { result.formUnion(part.bits(count, bits)) }
            return result
        }
    }
}
