/// Which prompts were made of which, in one round and those before it.
public struct Lineage: Sendable {
    /// A listed prompt that a prompt descends from.
    public struct Descent: Hashable, Sendable {
        /// The listed prompt that its nearest such ancestor is, or is like.
        public var match: PromptMatch
        /// How many steps up that ancestor is, from 1.
        public var steps: Int
    }

    private struct Edge: Hashable {
        var parent: UInt64
        var child: UInt64
    }

    private var edges: [Edge] = []
    private var roots: [UInt64: PromptMatch] = [:]
    /// The prompts without a parent, some of them several times.
    private var others: [UInt64] = []
    /// Parents that were noted before.
    private var recent = [UInt64?](repeating: nil, count: recentCount)
    private static let recentCount = 1 << 10
    /// The parents.
    public private(set) var parents: Set<UInt64> = []

    public init() {}

    /// True where no prompt has a parent.
    public var isEmpty: Bool { edges.isEmpty }

    /// The parents that are no prompts themselves, neither here nor among others.
    ///
    /// - Complexity: O(prompts).
    public func parents(outside others: Set<UInt64>) -> Set<UInt64> {
        var left = parents.subtracting(others)
        let filter = KeyFilter(left)
        for edge in edges where filter.mayHave(edge.child) { left.remove(edge.child) }
        for key in self.others where filter.mayHave(key) { left.remove(key) }
        return left
    }

    /// Notes that a prompt was made of another one.
    ///
    /// - Parameter match: what that one is among the listed prompts; asked once for each.
    public mutating func add(
        child: UInt64,
        parent: UInt64,
        match: () -> PromptMatch?
    ) {
        let edge = Edge(parent: parent, child: child)
        // Answers to one prompt mostly stand together.
        guard edges.last != edge else { return }
        edges.append(edge)
        // Parents are few, and come again and again.
        let place = Int(truncatingIfNeeded: parent) & (Self.recentCount - 1)
        if recent[place] == parent { return }
        recent[place] = parent
        if parents.insert(parent).inserted, let match = match() { roots[parent] = match }
    }

    /// Notes a prompt that has no parent.
    public mutating func add(prompt key: UInt64) {
        if others.last != key { others.append(key) }
    }

    /// Notes that a prompt with a key is listed.
    public mutating func add(listed key: UInt64, _ match: PromptMatch) {
        if roots[key].map({ match.isBefore($0) }) ?? true { roots[key] = match }
    }

    /// Takes over what another one has.
    public mutating func merge(_ other: Lineage) {
        edges += other.edges
        others += other.others
        parents.formUnion(other.parents)
        for (key, match) in other.roots { add(listed: key, match) }
    }

    /// The prompts that descend from listed ones, each from the nearest.
    ///
    /// - Complexity: O(s · log s) for s steps from parent to child.
    public func descents() -> [UInt64: Descent] {
        if roots.isEmpty { return [:] }
        let sorted = edges.filter { $0.parent != $0.child }.sorted { ($0.parent, $0.child) < ($1.parent, $1.child) }
        func children(of key: UInt64) -> ArraySlice<Edge> {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle].parent < key { low = middle + 1 } else { high = middle }
            }
            return sorted[low...].prefix { $0.parent == key }
        }
        var found: [UInt64: Descent] = [:]
        var level = roots
        var steps = 0
        while !level.isEmpty {
            steps += 1
            var next: [UInt64: PromptMatch] = [:]
            for (key, match) in level {
                for edge in children(of: key) where found[edge.child] == nil {
                    if next[edge.child].map({ match.isBefore($0) }) ?? true { next[edge.child] = match }
                }
            }
            for (key, match) in next { found[key] = Descent(match: match, steps: steps) }
            // A root that descends from another one is an ancestor already.
            level = next.filter { roots[$0.key] == nil }
        }
        return found
    }

    /// How many prompts are their own ancestors.
    ///
    /// - Complexity: O(s · log s) for s steps.
    public var circular: Int {
        let own = Set(edges.lazy.filter { $0.parent == $0.child }.map(\.parent))
        // Most steps lead to prompts that nothing was made of.
        let filter = KeyFilter(parents)
        let steps = Set(
            edges.lazy.filter {
                $0.parent != $0.child && filter.mayHave($0.child) && parents.contains($0.child)
            }
        )
        // What nothing leads to, or what leads nowhere, is in no circle.
        let reached = Self.trimmed(steps, from: \.parent, to: \.child)
        return own.union(Self.trimmed(reached, from: \.child, to: \.parent).map(\.child)).count
    }

    /// The steps without those that begin where nothing leads to.
    private static func trimmed(
        _ steps: Set<Edge>,
        from: KeyPath<Edge, UInt64>,
        to: KeyPath<Edge, UInt64>
    ) -> Set<Edge> {
        var leading: [UInt64: [Edge]] = [:]
        var waiting: [UInt64: Int] = [:]
        for step in steps {
            leading[step[keyPath: from], default: []].append(step)
            waiting[step[keyPath: to], default: 0] += 1
        }
        var left = steps
        var free = leading.keys.filter { waiting[$0] == nil }
        while let key = free.popLast() {
            for step in leading[key] ?? [] {
                left.remove(step)
                let end = step[keyPath: to]
                waiting[end, default: 0] -= 1
                if waiting[end] == 0 { free.append(end) }
            }
        }
        return left
    }
}

/// Tells most keys that are not among some few from these; a key is a hash.
private struct KeyFilter {
    private var bits: [UInt64]
    private let mask: UInt64

    /// - Complexity: O(keys).
    init(_ keys: Set<UInt64>) {
        var count = 64
        while count < 16 * keys.count { count *= 2 }
        bits = [UInt64](repeating: 0, count: count / 64)
        mask = UInt64(count) - 1
        for key in keys { bits[Int((key & mask) >> 6)] |= 1 << (key & 63) }
    }

    func mayHave(_ key: UInt64) -> Bool { bits[Int((key & mask) >> 6)] & (1 << (key & 63)) != 0 }
}

extension PromptMatch {
    /// Whether it is the stronger one of two, or the first of two as strong.
    public func isBefore(_ other: PromptMatch) -> Bool {
        let order = Level.allCases
        let (own, theirs) = (order.firstIndex(of: level) ?? 0, order.firstIndex(of: other.level) ?? 0)
        if own != theirs { return own < theirs }
        let (mine, its) = (overlap?.jaccard ?? 1, other.overlap?.jaccard ?? 1)
        return mine != its ? mine > its : listed < other.listed
    }
}
