/// The items of a round that people's verdicts put into a bucket: a sparse layer over the rule.
///
/// Immutable behind one reference, so that it is handed about without a copy; two are equal only where they are the
/// same one.
public final class JudgedItems: Sendable {
    /// The items, ascending.
    public let items: [UInt32]
    /// What was made of each.
    public let rulings: [Ruling]
    private let scores: [Scores]

    private init(items: [UInt32], rulings: [Ruling], scores: [Scores]) {
        self.items = items
        self.rulings = rulings
        self.scores = scores
    }

    /// - Parameters:
    ///   - rulings: what was made of items, by their number; those that the round does not have are dropped.
    ///   - columns: the round's items.
    /// - Complexity: O(m log m) for m rulings.
    public init(_ rulings: [UInt32: Ruling], in columns: ScoreColumns) {
        items = rulings.keys.filter { Int($0) < columns.count }.sorted()
        self.rulings = items.compactMap { rulings[$0] }
        scores = items.map { columns.scores(of: Int($0)) }
    }

    /// These with other rulings for some items.
    ///
    /// - Parameter changes: the new rulings; nil for items where the rule stands again. Items that the round does not
    ///   have are dropped.
    /// - Complexity: O(m + k log k) for k changes.
    public func setting(_ changes: [UInt32: Ruling?], in columns: ScoreColumns) -> JudgedItems {
        let changed = changes.keys.filter { Int($0) < columns.count }.sorted()
        var (items, rulings, scores): ([UInt32], [Ruling], [Scores]) = ([], [], [])
        items.reserveCapacity(count + changed.count)
        rulings.reserveCapacity(count + changed.count)
        scores.reserveCapacity(count + changed.count)
        var from = 0
        for item in changed {
            let to = firstIndex(from: Int(item))
            items += self.items[from..<to]
            rulings += self.rulings[from..<to]
            scores += self.scores[from..<to]
            from = to < count && self.items[to] == item ? to + 1 : to
            guard case .some(.some(let ruling)) = changes[item] else { continue }
            items.append(item)
            rulings.append(ruling)
            scores.append(columns.scores(of: Int(item)))
        }
        items += self.items[from...]
        rulings += self.rulings[from...]
        scores += self.scores[from...]
        return JudgedItems(items: items, rulings: rulings, scores: scores)
    }

    /// The number of items with a ruling.
    public var count: Int { items.count }

    /// What was made of an item; nil where the rule stands.
    ///
    /// - Complexity: O(log m).
    public func ruling(of item: Int) -> Ruling? {
        let at = firstIndex(from: item)
        return at < items.count && items[at] == item ? rulings[at] : nil
    }

    /// The index of the first item with a ruling that is not before `item`.
    func firstIndex(from item: Int) -> Int {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle] < item { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Moves the items with a ruling from the buckets that the rule gave them to those of their rulings, before and
    /// after; where they lie about the lines is not changed.
    ///
    /// - Parameter population: the items that were counted.
    /// - Complexity: O(m).
    public func correct(_ tally: inout Tally, in population: Population) {
        let (now, then) = (tally.thresholds, tally.baseline)
        for index in items.indices where population.members?.contains(Int(items[index])) ?? true {
            let (score, ruling) = (scores[index], rulings[index])
            let from = then.bucket(safety: score.safety, helpfulness: score.helpfulness)
            let to = now.bucket(safety: score.safety, helpfulness: score.helpfulness)
            tally.flows[from: from, to: to] -= 1
            tally.flows[from: ruling.bucket(score, then), to: ruling.bucket(score, now)] += 1
        }
    }
}

extension JudgedItems: Hashable {
    public static func == (one: JudgedItems, other: JudgedItems) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Finds rulings of items that are asked for in ascending order.
struct JudgedCursor {
    private let judged: JudgedItems?
    private var index = 0

    init(_ judged: JudgedItems?) { self.judged = judged }

    /// - Complexity: O(log m) for the first item, then O(rulings passed).
    mutating func ruling(of item: Int) -> Ruling? {
        guard let judged, judged.count > 0 else { return nil }
        if index == 0 { index = judged.firstIndex(from: item) }
        while index < judged.count, judged.items[index] < item { index += 1 }
        return index < judged.count && judged.items[index] == item ? judged.rulings[index] : nil
    }
}
