internal import Synchronization

/// The items of a round with a ruling, and what that is: a sparse layer over the rule.
///
/// Rulings that say what the rule says are among them: the rule may say something else at other thresholds.
/// Immutable behind one reference, so that it is handed about without a copy; two are equal only where they are the
/// same one. A change of a few items is kept beside the list that it changes until somebody needs the whole list, so
/// that a verdict costs the same however many there are.
public final class JudgedItems: Sendable {
    private let base: JudgedList
    /// What is otherwise than in `base`; nil where the rule stands again.
    private let changes: [UInt32: Ruling?]
    private let columns: ScoreColumns
    private let merged = Mutex<JudgedList?>(nil)
    /// The number of items with a ruling.
    public let count: Int

    /// Changes that are kept apart.
    private static var mostChanges: Int { 256 }

    private init(base: JudgedList, changes: [UInt32: Ruling?], count: Int, columns: ScoreColumns) {
        self.base = base
        self.changes = changes
        self.count = count
        self.columns = columns
    }

    /// - Parameters:
    ///   - rulings: what was made of items, by their number; those that the round does not have are dropped.
    ///   - columns: the round's items.
    /// - Complexity: O(m log m) for m rulings.
    public convenience init(_ rulings: [UInt32: Ruling], in columns: ScoreColumns) {
        let items = rulings.keys.filter { Int($0) < columns.count }.sorted()
        let list = JudgedList(
            items: items,
            rulings: items.compactMap { rulings[$0] },
            scores: items.compactMap { columns.scores(of: Int($0)) }
        )
        self.init(base: list, changes: [:], count: items.count, columns: columns)
    }

    /// These with other rulings for some items.
    ///
    /// - Parameter changes: the new rulings; nil for items where the rule stands again. Items that the round does not
    ///   have are dropped.
    /// - Complexity: O(k log m) for k changes while they are few; O(m + k log k) where they are many, or have become so.
    public func setting(_ changes: [UInt32: Ruling?], in columns: ScoreColumns) -> JudgedItems {
        var count = count
        for (item, ruling) in changes where Int(item) < columns.count {
            count += (ruling == nil ? 0 : 1) - (self.ruling(of: Int(item)) == nil ? 0 : 1)
        }
        // Somebody may have needed the whole list since.
        if let list = merged.withLock({ $0 }) {
            return JudgedItems(base: list, changes: [:], count: self.count, columns: columns)
                .adding(changes, count: count, in: columns)
        }
        return adding(changes, count: count, in: columns)
    }

    private func adding(_ new: [UInt32: Ruling?], count: Int, in columns: ScoreColumns) -> JudgedItems {
        let all = changes.merging(new.filter { Int($0.key) < columns.count }) { _, new in new }
        let isFew = all.count <= Self.mostChanges
        return JudgedItems(
            base: isFew ? base : base.setting(all, in: columns),
            changes: isFew ? all : [:],
            count: count,
            columns: columns
        )
    }

    /// The items, ascending, with what was made of each.
    ///
    /// - Complexity: O(m) where a change was kept apart, once.
    public var list: JudgedList {
        if changes.isEmpty { return base }
        return merged.withLock { merged in
            if let merged { return merged }
            let list = base.setting(changes, in: columns)
            merged = list
            return list
        }
    }

    /// What was made of an item; nil where the rule stands.
    ///
    /// - Complexity: O(log m).
    public func ruling(of item: Int) -> Ruling? {
        if let change = changes[UInt32(truncatingIfNeeded: item)] { return change }
        return base.ruling(of: item)
    }

    /// Moves the items with a ruling from the buckets that the rule gave them to those of their rulings, before and
    /// after; where they lie about the lines is not changed.
    ///
    /// - Parameter population: the items that were counted.
    /// - Complexity: O(m).
    public func correct(_ tally: inout Tally, in population: Population) {
        let list = list
        for index in list.items.indices where population.members?.contains(Int(list.items[index])) ?? true {
            tally.move(list.scores[index], from: nil, to: list.rulings[index])
        }
    }
}

/// The items with a ruling, ascending.
public struct JudgedList: Sendable {
    /// The items, ascending.
    public let items: [UInt32]
    /// What was made of each.
    public let rulings: [Ruling]
    let scores: [Scores]

    /// The number of items.
    public var count: Int { items.count }

    func ruling(of item: Int) -> Ruling? {
        let at = firstIndex(from: item)
        return at < items.count && items[at] == item ? rulings[at] : nil
    }

    func setting(_ changes: [UInt32: Ruling?], in columns: ScoreColumns) -> JudgedList {
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
            guard case .some(.some(let ruling)) = changes[item], let score = columns.scores(of: Int(item)) else {
                continue
            }
            items.append(item)
            rulings.append(ruling)
            scores.append(score)
        }
        items += self.items[from...]
        rulings += self.rulings[from...]
        scores += self.scores[from...]
        return JudgedList(items: items, rulings: rulings, scores: scores)
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
}

extension Tally {
    /// Moves an item from the buckets of one ruling to those of another; nil stands for the rule.
    public mutating func move(_ scores: Scores, from before: Ruling?, to after: Ruling?) {
        flows[from: baseline.bucket(scores, before), to: thresholds.bucket(scores, before)] -= 1
        flows[from: baseline.bucket(scores, after), to: thresholds.bucket(scores, after)] += 1
    }
}

extension JudgedItems: Hashable {
    public static func == (one: JudgedItems, other: JudgedItems) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Finds rulings of items that are asked for in ascending order.
struct JudgedCursor {
    private let judged: JudgedList?
    private var index = 0

    init(_ judged: JudgedItems?) { self.judged = judged?.list }

    /// - Complexity: O(log m) for the first item, then O(rulings passed).
    mutating func ruling(of item: Int) -> Ruling? {
        guard let judged, judged.count > 0 else { return nil }
        if index == 0 { index = judged.firstIndex(from: item) }
        while index < judged.count, judged.items[index] < item { index += 1 }
        return index < judged.count && judged.items[index] == item ? judged.rulings[index] : nil
    }
}
