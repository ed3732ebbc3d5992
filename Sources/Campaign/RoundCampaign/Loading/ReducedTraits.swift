internal import AuditStatistics
internal import RoundModel

/// What rows gave, brought into the shape in which it stays.
struct ReducedTraits: Sendable {
    let scores: KeptScores
    let prompts: KeptPrompts
    let cells: KeptCells?
    let copies: KeptCopies
    let pairs: Int
    let sample: [[UInt8]]
    let fingerprint: UInt64

    /// - Parameters:
    ///   - taken: of all items of the columns.
    ///   - thresholds: those that are counted now, exactly.
    /// - Throws: `empty` where there are no items.
    /// - Complexity: O(n log n); holds about 60 bytes an item meanwhile.
    init(_ taken: RowTraits.State, of columns: ScoreColumns, at thresholds: Thresholds) throws(AuditError) {
        let population = Population(columns)
        let count = columns.count
        let helpfulness = try ScoreTable(count: count) { take in
            population.forEach(ascending: .helpfulness) { take($1) }
        }
        // The place of each item's helpfulness among the values.
        var helpPlaces = [UInt32](repeating: 0, count: count)
        var (place, rank) = (0, 0)
        population.forEach(ascending: .helpfulness) { item, _ in
            while helpfulness.sample.upTo(place: place) <= rank { place += 1 }
            helpPlaces[Int(item)] = UInt32(truncatingIfNeeded: place)
            rank += 1
        }
        var order: [UInt32] = []
        order.reserveCapacity(count)
        let safety = try ScoreTable(count: count) { take in
            population.forEach(ascending: .safety) { item, score in
                order.append(item)
                take(score)
            }
        }
        scores = KeptScores(
            safety: safety,
            helpfulness: helpfulness,
            places: order.lazy.map { Int(helpPlaces[Int($0)]) },
            known: [thresholds: columns.tally(thresholds, baseline: thresholds).counts]
        )
        helpPlaces = []
        cells = Self.cells(taken, order)
        var ranks = [UInt32](repeating: 0, count: count)
        for (rank, item) in order.enumerated() { ranks[Int(item)] = UInt32(truncatingIfNeeded: rank) }
        order = []
        prompts = Self.prompts(taken.columns, ranks, in: columns)
        ranks = []
        (copies, pairs) = Self.copies(taken.columns.pairs, in: columns)
        sample = taken.sample.prompts
        // A sum does not follow the order of the rows.
        fingerprint = taken.columns.pairs.reduce(UInt64(truncatingIfNeeded: count)) { $0 &+ $1 &* ($1 | 1) }
    }

    private static func cells(_ taken: RowTraits.State, _ order: [UInt32]) -> KeptCells? {
        guard !taken.categories.isTooMany, !taken.styles.isTooMany else { return nil }
        guard !taken.categories.list.isEmpty || !taken.styles.list.isEmpty else { return nil }
        func sorted(_ values: [[UInt8]]) -> (values: [[UInt8]], places: [Int]) {
            let order = values.indices.sorted { values[$0].lexicographicallyPrecedes(values[$1]) }
            var places = [Int](repeating: 0, count: values.count)
            for (place, number) in order.enumerated() { places[number] = place }
            return (order.map { values[$0] }, places)
        }
        let (categories, styles) = (sorted(taken.categories.list), sorted(taken.styles.list))
        var numbers: [KeptCells.Place: Int] = [:]
        var cells: [KeptCells.Place] = []
        let columns = taken.columns
        let codes = order.map { item -> Int in
            let (category, style) = (columns.categories[Int(item)], columns.styles[Int(item)])
            let place = KeptCells.Place(
                category: category == RowTraits.nothing ? -1 : categories.places[Int(category)],
                style: style == RowTraits.nothing ? -1 : styles.places[Int(style)]
            )
            if let number = numbers[place] { return number }
            numbers[place] = cells.count
            cells.append(place)
            return cells.count - 1
        }
        return KeptCells(categories: categories.values, styles: styles.values, cells: cells, codes: codes)
    }

    private static func prompts(
        _ columns: RowTraits.Columns,
        _ ranks: [UInt32],
        in scores: ScoreColumns
    ) -> KeptPrompts {
        let hasParents = !columns.parents.isEmpty
        var (keys, places): ([UInt64], [UInt32]) = ([], [])
        var items: [UInt32] = []
        var parents = KeptPrompts.Parents(keys: [], likeness: [])
        for item in SortedKeys.items(by: columns.prompts) {
            let (index, key) = (Int(item), columns.prompts[Int(item)])
            if keys.last == key {
                let last = places.count - 1
                if ranks[index] < places[last] {
                    places[last] = ranks[index]
                    if last < items.count { items[last] = item }
                }
                if hasParents, parents.keys[last] == 0, columns.parents[index] != 0 {
                    parents.keys[last] = columns.parents[index]
                    parents.likeness[last] = columns.likeness[index]
                }
                continue
            }
            keys.append(key)
            places.append(ranks[index])
            // One more than are kept tells that there are too many.
            if items.count <= KeptPrompts.limit { items.append(item) }
            guard hasParents else { continue }
            parents.keys.append(columns.parents[index])
            parents.likeness.append(columns.likeness[index])
        }
        guard keys.count <= KeptPrompts.limit else {
            return KeptPrompts(keys: keys, places: places, found: nil, parents: nil)
        }
        let helpfulness = items.map { scores.scores(of: Int($0))?.helpfulness ?? .nan }
        return KeptPrompts(
            keys: keys,
            places: places,
            found: KeptPrompts.Found(items: items, helpfulness: helpfulness),
            parents: hasParents ? parents : nil
        )
    }

    private static func copies(_ pairs: [UInt64], in columns: ScoreColumns) -> (KeptCopies, distinct: Int) {
        let order = SortedKeys.items(by: pairs)
        var (copies, distinct) = (KeptCopies(), 0)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, pairs[Int(order[end])] == pairs[Int(order[start])] { end += 1 }
            if end - start > 1 { copies.append(order[start..<end].compactMap { columns.scores(of: Int($0)) }) }
            distinct += 1
            start = end
        }
        return (copies, distinct)
    }
}
