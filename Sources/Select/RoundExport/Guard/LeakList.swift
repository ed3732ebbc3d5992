/// Items that leak, and what: 8 bytes an item, since all rows of a round may be copies of one prompt.
struct LeakList: Sendable {
    /// Ascending.
    private(set) var items: [UInt32] = []
    /// What each leaks, by its place.
    private(set) var places: [UInt32] = []
    /// The different ones.
    private(set) var leaks: [FoundLeak] = []
    private var known: [FoundLeak: UInt32] = [:]

    var isEmpty: Bool { items.isEmpty }

    /// Takes an item behind all others.
    mutating func append(_ item: Int, _ leak: FoundLeak) {
        items.append(UInt32(item))
        // Copies of a prompt mostly stand close together.
        if let last = places.last, leaks[Int(last)] == leak { return places.append(last) }
        let place = known[leak] ?? UInt32(leaks.count)
        if place == leaks.count {
            known[leak] = place
            leaks.append(leak)
        }
        places.append(place)
    }

    /// Takes the items of another list behind all others.
    ///
    /// - Parameter offset: what their numbers are counted from.
    mutating func append(_ other: LeakList, offset: Int = 0) {
        other.forEach { append(offset + $0, $1) }
    }

    /// Goes over the items in their order.
    func forEach(_ body: (_ item: Int, _ leak: FoundLeak) -> Void) {
        for (item, place) in zip(items, places) { body(Int(item), leaks[Int(place)]) }
    }

    /// The place of what an item leaks; nil for nothing.
    ///
    /// - Complexity: O(log items).
    func place(of item: Int) -> Int? {
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if items[middle] < item { low = middle + 1 } else { high = middle }
        }
        return low < items.count && items[low] == item ? Int(places[low]) : nil
    }

    /// Those of them that are wanted.
    func filter(_ isWanted: (Int) -> Bool) -> LeakList {
        var kept = LeakList()
        forEach { if isWanted($0) { kept.append($0, $1) } }
        return kept
    }

    /// Both, where items of the other one leak what that one says.
    func merging(_ other: LeakList) -> LeakList {
        if other.isEmpty { return self }
        var merged = LeakList()
        var next = 0
        func takeOthers(upTo item: UInt32) {
            while next < other.items.count, other.items[next] <= item {
                merged.append(Int(other.items[next]), other.leaks[Int(other.places[next])])
                next += 1
            }
        }
        forEach { item, leak in
            takeOthers(upTo: UInt32(item))
            if next == 0 || other.items[next - 1] != item { merged.append(item, leak) }
        }
        takeOthers(upTo: .max)
        return merged
    }
}
