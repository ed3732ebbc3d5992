public import RoundModel

/// What a filter is judged by besides the rows: scores, thresholds, and the verdicts.
public struct FilterContext: Sendable {
    public var columns: ScoreColumns
    public var thresholds: Thresholds
    public var baseline: Thresholds
    /// The items with a ruling, be it what the rule says or something else; nil for none.
    public var judged: JudgedItems?
    /// The items with each kind of verdict, in any order.
    public var given: [FilterVerdict: [UInt32]]
    /// The items that are not to be trained on, in any order; none where nobody looked.
    public var leaks: [UInt32] = []

    public init(
        columns: ScoreColumns,
        thresholds: Thresholds,
        baseline: Thresholds,
        judged: JudgedItems? = nil,
        given: [FilterVerdict: [UInt32]] = [:]
    ) {
        self.columns = columns
        self.thresholds = thresholds
        self.baseline = baseline
        self.judged = judged
        self.given = given
    }

    /// The items for which a test holds that needs no row; nil for one that does.
    ///
    /// - Complexity: O(n) on all cores for scores, buckets and moves, O(n / 64 + m) for m judged or given items.
    public func bits(of test: FilterTest) -> ItemBits? {
        switch test {
        case .score(let score, let comparison, let number):
            return bits(score, comparison, number)
        case .field, .matches, .state: return nil
        case .has(let kind):
            var bits = ItemBits(none: columns.count)
            for item in given[kind] ?? [] where Int(item) < columns.count { bits.insert(Int(item)) }
            return bits
        case .leaks:
            var bits = ItemBits(none: columns.count)
            for item in leaks where Int(item) < columns.count { bits.insert(Int(item)) }
            return bits
        case .judged:
            var bits = ItemBits(none: columns.count)
            for item in judged?.list.items ?? [] { bits.insert(Int(item)) }
            return bits
        case .bucket(let comparison, let bucket):
            let (now, isWanted) = (thresholds, comparison == .equal)
            return corrected(ItemBits(columns) { (now.bucket(safety: $0, helpfulness: $1) == bucket) == isWanted }) {
                ($1.bucket($0, now) == bucket) == isWanted
            }
        case .moved:
            let (now, then) = (thresholds, baseline)
            return corrected(
                ItemBits(columns) {
                    now.bucket(safety: $0, helpfulness: $1) != then.bucket(safety: $0, helpfulness: $1)
                }
            ) { $1.bucket($0, now) != $1.bucket($0, then) }
        }
    }

    /// One loop for each comparison, so that none is chosen for each item.
    private func bits(_ score: ScoreName, _ comparison: FilterComparison, _ number: Double) -> ItemBits {
        switch (score, comparison) {
        case (.safety, .equal): ItemBits(columns) { safety, _ in safety == number }
        case (.safety, .notEqual): ItemBits(columns) { safety, _ in safety != number }
        case (.safety, .less): ItemBits(columns) { safety, _ in safety < number }
        case (.safety, .atMost): ItemBits(columns) { safety, _ in safety <= number }
        case (.safety, .greater): ItemBits(columns) { safety, _ in safety > number }
        case (.safety, .atLeast): ItemBits(columns) { safety, _ in safety >= number }
        case (.helpfulness, .equal): ItemBits(columns) { _, help in help == number }
        case (.helpfulness, .notEqual): ItemBits(columns) { _, help in help != number }
        case (.helpfulness, .less): ItemBits(columns) { _, help in help < number }
        case (.helpfulness, .atMost): ItemBits(columns) { _, help in help <= number }
        case (.helpfulness, .greater): ItemBits(columns) { _, help in help > number }
        case (.helpfulness, .atLeast): ItemBits(columns) { _, help in help >= number }
        }
    }

    /// What the rule says, and for judged items what their rulings do.
    private func corrected(_ bits: ItemBits, _ holds: (Scores, Ruling) -> Bool) -> ItemBits {
        guard let judged else { return bits }
        var bits = bits
        for (item, ruling) in zip(judged.list.items, judged.list.rulings) {
            guard let scores = columns.scores(of: Int(item)) else { continue }
            if holds(scores, ruling) { bits.insert(Int(item)) } else { bits.remove(Int(item)) }
        }
        return bits
    }
}
