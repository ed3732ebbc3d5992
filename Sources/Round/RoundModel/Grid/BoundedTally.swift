/// A tally whose counts may be known between two ends only: of a grid, or of items, where all are exact.
public struct BoundedTally: Hashable, Sendable {
    /// The thresholds that were counted with.
    public let thresholds: Thresholds
    /// The thresholds that flows start from.
    public let baseline: Thresholds
    /// All items.
    public let total: Int
    /// What each bucket holds at `thresholds`.
    private var buckets = [CountRange](repeating: CountRange(), count: 3)
    /// How much more each bucket holds than the rule gave it at the baseline.
    private var changes = [CountRange](repeating: CountRange(), count: 3)
    /// Items by their bucket at the baseline and at `thresholds`.
    private var flows = [CountRange](repeating: CountRange(), count: 9)
    /// Items that are in another bucket than at the baseline.
    public private(set) var moved = CountRange()
    /// Scores against each threshold.
    private var lines: [Position]

    /// Scores against one threshold.
    public struct Position: Hashable, Sendable {
        public var below = CountRange()
        public var on = CountRange()
        public var above = CountRange()

        public init() {}
    }

    /// What each bucket holds.
    public subscript(bucket: Bucket) -> CountRange { buckets[Int(bucket.rawValue)] }
    /// Scores against a threshold.
    public subscript(name: ThresholdName) -> Position { lines[name.rawValue] }
    /// Items that were in `from` at the baseline and are in `to` now.
    public subscript(from from: Bucket, to to: Bucket) -> CountRange {
        flows[3 * Int(from.rawValue) + Int(to.rawValue)]
    }
    /// How much more a bucket holds than the rule gave it at the baseline, or less.
    public func change(of bucket: Bucket) -> CountRange { changes[Int(bucket.rawValue)] }

    /// True where nothing is left open.
    public var isExact: Bool { buckets.allSatisfy(\.isExact) && flows.allSatisfy(\.isExact) }

    /// A tally of items.
    public init(_ tally: Tally) {
        (thresholds, baseline, total) = (tally.thresholds, tally.baseline, tally.counts.total)
        buckets = Bucket.allCases.map { CountRange(tally.counts[$0]) }
        changes = Bucket.allCases.map { CountRange(tally.change(of: $0)) }
        flows = tally.flows.cells.map { CountRange($0) }
        moved = CountRange(tally.moved)
        lines = ThresholdName.allCases.map { name in
            var position = Position()
            position.below = CountRange(tally.lines[name].below)
            position.on = CountRange(tally.lines[name].on)
            position.above = CountRange(tally.lines[name].above)
            return position
        }
    }

    /// Nothing is counted yet.
    init(_ thresholds: Thresholds, baseline: Thresholds, total: Int, lines: [Position]) {
        (self.thresholds, self.baseline, self.total, self.lines) = (thresholds, baseline, total, lines)
    }

    /// Adds items that can be in some parts.
    mutating func add(_ count: Int, _ parts: FlowParts) {
        for part in flows.indices {
            flows[part].add(count, isCertain: parts.isOnly(1 << part), isPossible: parts.isPossible(1 << part))
        }
        for bucket in 0..<3 {
            let mask = FlowParts.after(bucket)
            buckets[bucket].add(count, isCertain: parts.isOnly(mask), isPossible: parts.isPossible(mask))
            let change = parts.change(of: bucket)
            changes[bucket].low += change.low * count
            changes[bucket].high += change.high * count
        }
        moved.add(
            count,
            isCertain: !parts.isPossible(FlowParts.stayed),
            isPossible: !parts.isOnly(FlowParts.stayed)
        )
    }
}

/// The parts, each of a bucket at the baseline and one now, in which some items can be: a bit for each of nine.
struct FlowParts: Hashable {
    var bits = 0

    mutating func insert(from: Bucket, to: Bucket) { bits |= 1 << (3 * Int(from.rawValue) + Int(to.rawValue)) }

    func isPossible(_ parts: Int) -> Bool { bits & parts != 0 }
    func isOnly(_ parts: Int) -> Bool { bits & parts != 0 && bits & ~parts == 0 }

    /// What one item adds to a bucket at least and at most.
    func change(of bucket: Int) -> (low: Int, high: Int) {
        var range: (low: Int, high: Int)?
        for part in 0..<9 where bits & (1 << part) != 0 {
            let change = (part % 3 == bucket ? 1 : 0) - (part / 3 == bucket ? 1 : 0)
            range = range.map { (Swift.min($0.low, change), Swift.max($0.high, change)) } ?? (change, change)
        }
        return range ?? (0, 0)
    }

    /// The parts that are in a bucket now.
    static func after(_ bucket: Int) -> Int { 0b001_001_001 << bucket }
    /// The parts that were in a bucket at the baseline and still are.
    static let stayed = 0b100_010_001
}
