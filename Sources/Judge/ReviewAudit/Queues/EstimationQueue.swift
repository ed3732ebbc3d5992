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
    /// Their numbers, in [0, 1): ascending where there is no design, and else in each of its strata.
    public var numbers: [Double]
    /// The contents, or the items, that are ordered: all of the bucket.
    public var size: Int
    /// The items of the bucket, copies among them.
    public var rows: Int
    /// How it is drawn more densely near the lines; nil for a simple sample.
    public var design: SampleDesign?
    /// With a design, how many of `size` are near; else 0.
    public var nearSize = 0

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
        let size = runs.reduce(0) { $0 + $1.size }
        self.init(
            bucket,
            at: thresholds,
            seed: seed,
            drawn: runs.flatMap(\.smallest.kept),
            limit: limit,
            size: size,
            rows: size
        )
    }

    /// A queue of what was drawn by several passes, in any order.
    ///
    /// - Parameters:
    ///   - limit: as many of the items as are kept.
    ///   - size: those of the bucket that could be drawn.
    ///   - rows: the bucket's items, copies among them.
    init(
        _ bucket: Bucket,
        at thresholds: Thresholds,
        seed: UInt64,
        drawn: [Drawn],
        limit: Int = .max,
        size: Int,
        rows: Int,
        design: SampleDesign? = nil,
        nearSize: Int = 0
    ) {
        let all = drawn.sorted().prefix(limit)
        self.init(
            bucket: bucket,
            thresholds: thresholds,
            seed: seed,
            items: all.map(\.item),
            numbers: all.map(\.number.value),
            size: size,
            rows: rows,
            design: design,
            nearSize: nearSize
        )
    }

    /// Where an item stands in the order.
    func place(of number: Double, _ scores: Scores) -> Double {
        design?.place(of: number, scores, at: thresholds) ?? number
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
    /// Where it stands in the order: its number, or what a design makes of that.
    var place: Double

    init(number: PermanentRandomNumber, item: UInt32, place: Double? = nil) {
        self.number = number
        self.item = item
        self.place = place ?? number.value
    }

    static func < (one: Self, other: Self) -> Bool {
        one.place != other.place ? one.place < other.place : one.item < other.item
    }
}
