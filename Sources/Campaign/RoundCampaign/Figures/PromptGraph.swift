/// Which prompt each was made from, over all rounds; of a prompt that names several, the first.
///
/// Prompts stand by their digests, those of rounds with too many prompts left out.
struct PromptGraph: Sendable {
    /// The prompts of the rounds, ascending, and behind them the parents that no round has.
    let keys: [UInt64]
    /// How many of these a round has.
    let known: Int
    /// The place of each prompt's parent; its own where it names none, or itself.
    let parents: [Int32]
    /// The place of the prompt that each goes back to; of a circle, that which the earliest round has.
    let roots: [Int32]
    /// The prompts whose ancestors lead back to them, themselves alone left out.
    let cycles: Set<UInt64>

    /// - Complexity: O(prompts × (rounds + log prompts)).
    init(_ rounds: [KeptRound?]) {
        let prompts = rounds.compactMap { $0?.prompts }.filter { $0.found != nil }
        var keys = Self.union(prompts.map(\.keys))
        let known = keys.count
        var named = [UInt64](repeating: 0, count: known)
        var earliest = [Int32](repeating: .max, count: known)
        for (number, round) in prompts.enumerated() {
            var node = 0
            for (place, key) in round.keys.enumerated() {
                while keys[node] != key { node += 1 }
                earliest[node] = min(earliest[node], Int32(number))
                if named[node] == 0, let parents = round.parents { named[node] = parents.keys[place] }
            }
        }
        var strangers: [UInt64: Int32] = [:]
        var parents = [Int32](0..<Int32(known))
        for node in 0..<known where named[node] != 0 {
            if let place = SortedPlaces.place(of: named[node], in: keys[..<known]) {
                parents[node] = Int32(place)
            } else if let place = strangers[named[node]] {
                parents[node] = place
            } else {
                let place = Int32(keys.count)
                strangers[named[node]] = place
                parents[node] = place
                keys.append(named[node])
            }
        }
        for place in known..<keys.count { parents.append(Int32(place)) }
        (self.keys, self.known, self.parents) = (keys, known, parents)
        (roots, cycles) = Self.roots(parents, keys, earliest)
    }

    /// The place of a prompt; nil where no round has it.
    ///
    /// - Complexity: O(log prompts).
    func place(of key: UInt64) -> Int? { SortedPlaces.place(of: key, in: keys[..<known]) }

    /// How many steps a prompt is away from where its family begins.
    ///
    /// - Complexity: O(generations).
    func generation(of place: Int) -> Int {
        var (at, steps) = (place, 0)
        while at != Int(roots[place]), at != Int(parents[at]) {
            at = Int(parents[at])
            steps += 1
        }
        return steps
    }

    private static func union(_ lists: [[UInt64]]) -> [UInt64] {
        var union: [UInt64] = []
        var cursors = lists.map { _ in 0 }
        while true {
            var least: UInt64?
            for (number, list) in lists.enumerated() where cursors[number] < list.count {
                least = min(least ?? .max, list[cursors[number]])
            }
            guard let least else { return union }
            union.append(least)
            for (number, list) in lists.enumerated() where cursors[number] < list.count {
                if list[cursors[number]] == least { cursors[number] += 1 }
            }
        }
    }

    private static func roots(_ parents: [Int32], _ keys: [UInt64], _ earliest: [Int32]) -> ([Int32], Set<UInt64>) {
        var roots = [Int32](repeating: -1, count: parents.count)
        var cycles: Set<UInt64> = []
        // Which walk came by, so that a circle is known by its own steps.
        var walks = [Int32](repeating: -1, count: parents.count)
        for start in parents.indices where roots[start] < 0 {
            var path: [Int32] = []
            var at = Int32(start)
            while roots[Int(at)] < 0, walks[Int(at)] != Int32(start) {
                walks[Int(at)] = Int32(start)
                path.append(at)
                if parents[Int(at)] == at { break }
                at = parents[Int(at)]
            }
            var root = roots[Int(at)]
            if root < 0, parents[Int(at)] == at {
                root = at
            } else if root < 0, let first = path.firstIndex(of: at) {
                let circle = path[first...]
                cycles.formUnion(circle.map { keys[Int($0)] })
                root = circle.min { (earliest[Int($0)], $0) < (earliest[Int($1)], $1) } ?? at
            }
            for place in path { roots[Int(place)] = root }
        }
        return (roots, cycles)
    }
}

/// Where numbers stand in an ascending list.
enum SortedPlaces {
    /// - Returns: nil where the list does not have it.
    /// - Complexity: O(log n).
    static func place(of key: UInt64, in list: ArraySlice<UInt64>) -> Int? {
        var (low, high) = (list.startIndex, list.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < list.endIndex && list[low] == key ? low : nil
    }
}
