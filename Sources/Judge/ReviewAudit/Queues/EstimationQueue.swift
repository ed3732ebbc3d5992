public import AuditStatistics
public import RoundModel

/// A bucket of the rule in the order of its items' permanent random numbers: its judged beginning is a simple random
/// sample.
///
/// Holds the beginning of the order, as far as somebody may come.
public struct EstimationQueue: Hashable, Sendable {
    /// The bucket that is sampled.
    public var bucket: Bucket
    /// The thresholds that make it.
    public var thresholds: Thresholds
    /// What the numbers are made with.
    public var seed: UInt64
    /// The items in order; fewer than `size` where the beginning is enough.
    public var items: [UInt32]
    /// Their numbers, in [0, 1), ascending.
    public var numbers: [Double]
    /// The contents, or the items, that are ordered: all of the bucket.
    public var size: Int
    /// The items of the bucket, copies among them.
    public var rows: Int

    /// True where the whole bucket is in `items`.
    public var isWhole: Bool { items.count == size }
}

extension EstimationQueue {
    /// Orders a bucket.
    ///
    /// - Parameters:
    ///   - keys: those of the same columns.
    ///   - limit: items that are wanted at least, from 0, where the bucket has as many.
    /// - Complexity: O(n) shared among the cores, and O(`limit` log `limit`).
    public init(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        limit: Int
    ) {
        let runs = ParallelScan.run(over: columns) { blocks in
            var run = (smallest: Smallest<Drawn>(limit: limit), size: 0)
            Population(columns).forEachItem(inBlocks: blocks) { item, safety, help in
                guard thresholds.bucket(safety: safety, helpfulness: help) == bucket else { return }
                run.size += 1
                run.smallest.offer(Drawn(number: Self.number(of: item, keys, seed: seed), item: UInt32(item)))
            }
            return run
        }
        var all = runs.flatMap(\.smallest.kept)
        all.sort()
        all.removeLast(max(0, all.count - limit))
        self.bucket = bucket
        self.thresholds = thresholds
        self.seed = seed
        items = all.map(\.item)
        numbers = all.map(\.number.value)
        size = runs.reduce(0) { $0 + $1.size }
        rows = size
    }

    /// Orders all buckets at once, each as far as the last of some items.
    ///
    /// - Parameters:
    ///   - last: items of any bucket.
    ///   - keys: those of the same columns.
    /// - Returns: a queue for each of `Bucket.allCases`, in their order.
    /// - Complexity: O(n) shared among the cores, and O(m log m) for the m items before the last ones.
    public static func queues(
        upTo last: some Sequence<UInt32>,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64
    ) -> [EstimationQueue] {
        let ends = last.reduce(into: [PermanentRandomNumber?](repeating: nil, count: Bucket.allCases.count)) {
            ends,
            item in
            guard let scores = columns.scores(of: Int(item)) else { return }
            let bucket = Int(thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness).rawValue)
            let number = Self.number(of: Int(item), keys, seed: seed)
            ends[bucket] = ends[bucket].map { max($0, number) } ?? number
        }
        let runs = ParallelScan.run(over: columns) { blocks in
            var run = ends.map { _ in (drawn: [Drawn](), size: 0) }
            Population(columns).forEachItem(inBlocks: blocks) { item, safety, help in
                let bucket = Int(thresholds.bucket(safety: safety, helpfulness: help).rawValue)
                run[bucket].size += 1
                guard let end = ends[bucket] else { return }
                let number = Self.number(of: item, keys, seed: seed)
                if number <= end { run[bucket].drawn.append(Drawn(number: number, item: UInt32(item))) }
            }
            return run
        }
        return Bucket.allCases.map { bucket in
            let mine = runs.map { $0[Int(bucket.rawValue)] }
            let drawn = mine.flatMap(\.drawn).sorted()
            return EstimationQueue(
                bucket: bucket,
                thresholds: thresholds,
                seed: seed,
                items: drawn.map(\.item),
                numbers: drawn.map(\.number.value),
                size: mine.reduce(0) { $0 + $1.size },
                rows: mine.reduce(0) { $0 + $1.size }
            )
        }
    }

    /// An item's number: its id is its content, and its turn where it repeats an earlier one.
    ///
    /// - Complexity: O(log copies).
    public static func number(of item: Int, _ keys: ContentKeys, seed: UInt64) -> PermanentRandomNumber {
        number(ofKey: keys[item] ?? 0, turn: keys.turn(of: item), seed: seed)
    }

    /// The number of the item with a content's key and a turn among its copies.
    static func number(ofKey key: UInt64, turn: UInt32, seed: UInt64) -> PermanentRandomNumber {
        var id = Self.bytes(of: key)
        if turn > 0 { id += Self.bytes(of: UInt64(turn)) }
        return PermanentRandomNumber(id: id, seed: seed)
    }

    private static func bytes(of word: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
}

/// An item with its number; equal numbers stand as in the round.
struct Drawn: Comparable, Sendable {
    var number: PermanentRandomNumber
    var item: UInt32

    static func < (one: Self, other: Self) -> Bool {
        one.number != other.number ? one.number < other.number : one.item < other.item
    }
}
