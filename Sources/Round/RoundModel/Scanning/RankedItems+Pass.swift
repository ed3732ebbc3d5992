extension RankedItems {
    /// Goes over all items once, and sorts what it keeps.
    ///
    /// - Returns: the items that take part, and what was seen of each bracket.
    /// - Complexity: O(brackets * n), shared among the cores.
    func collect(_ brackets: [RankBracket]) -> (total: Int, catches: [RankCatch]) {
        let list = population.judged?.list
        let runs = ParallelScan.run(over: population.columns) { blocks in
            var pass = RankPass(key: key, brackets: brackets)
            if population.members == nil {
                for number in blocks {
                    let block = population.columns.blocks[number]
                    let first = population.columns.firstItem[number]
                    block.safety.withUnsafeBufferPointer { safety in
                        block.helpfulness.withUnsafeBufferPointer { help in
                            pass.take(first, safety, help, list)
                        }
                    }
                }
            } else {
                var judged = JudgedCursor(population.judged)
                population.forEachItem(inBlocks: blocks) { item, safety, help in
                    pass.take(item, safety, help, judged.ruling(of: item))
                }
            }
            return (pass.total, pass.catches)
        }
        let catches = brackets.indices.map { number in
            var joined = RankCatch()
            for (_, catches) in runs {
                joined.below += catches[number].below
                joined.kept += catches[number].kept
            }
            return joined
        }
        return (runs.reduce(0) { $0 + $1.0 }, catches)
    }
}

/// What one core sees of some brackets.
private struct RankPass<Key: ItemKey> {
    let key: Key
    let brackets: [RankBracket]
    /// The brackets' ends as numbers.
    private let lows: [SIMD4<Double>]
    private let highs: [SIMD4<Double>]
    private(set) var total = 0
    private(set) var catches: [RankCatch]

    init(key: Key, brackets: [RankBracket]) {
        self.key = key
        self.brackets = brackets
        lows = brackets.map { SIMD4(repeating: $0.hasLow ? key.number(of: $0.low.bits) : -.infinity) }
        highs = brackets.map { SIMD4(repeating: $0.hasHigh ? key.number(of: $0.high.bits) : .infinity) }
        catches = brackets.map { _ in RankCatch() }
    }

    /// Takes consecutive items: those that people have judged one by one, and those between them at once.
    mutating func take(
        _ first: Int,
        _ safety: UnsafeBufferPointer<Double>,
        _ help: UnsafeBufferPointer<Double>,
        _ judged: JudgedList?
    ) {
        let count = min(safety.count, help.count)
        var start = 0
        if let judged {
            var index = judged.firstIndex(from: first)
            while index < judged.count, Int(judged.items[index]) < first + count {
                let at = Int(judged.items[index]) - first
                if at > start {
                    take(
                        first + start,
                        UnsafeBufferPointer(rebasing: safety[start..<at]),
                        UnsafeBufferPointer(rebasing: help[start..<at])
                    )
                }
                take(first + at, safety[at], help[at], judged.rulings[index])
                start = at + 1
                index += 1
            }
        }
        if start == 0 { return take(first, safety, help) }
        take(
            first + start,
            UnsafeBufferPointer(rebasing: safety[start..<count]),
            UnsafeBufferPointer(rebasing: help[start..<count])
        )
    }

    /// Takes consecutive items, four at once: most are told by their numbers alone, without a branch.
    private mutating func take(_ first: Int, _ safety: UnsafeBufferPointer<Double>, _ help: UnsafeBufferPointer<Double>)
    {
        let count = min(safety.count, help.count)
        let fours = count / 4 * 4
        for number in brackets.indices {
            let (low, high) = (lows[number], highs[number])
            var taken = SIMD4<Int64>()
            var below = SIMD4<Int64>()
            var index = 0
            while index < fours {
                let (keys, takesPart) = key.numbers(
                    from: first + index,
                    safety: SIMD4(safety[index], safety[index + 1], safety[index + 2], safety[index + 3]),
                    help: SIMD4(help[index], help[index + 1], help[index + 2], help[index + 3])
                )
                let isBelow = takesPart .& (keys .< low)
                taken.replace(with: taken &+ 1, where: takesPart)
                below.replace(with: below &+ 1, where: isBelow)
                if any(takesPart .& .!isBelow .& (keys .<= high)) {
                    for lane in index..<index + 4 {
                        guard let entry = entry(first + lane, safety[lane], help[lane], nil) else { continue }
                        // Those below were counted.
                        if !isBelow[lane - index] { look(at: entry, number) }
                    }
                }
                index += 4
            }
            if number == 0 { total += Int(taken.wrappedSum()) }
            catches[number].below += Int(below.wrappedSum())
        }
        for index in fours..<count { take(first + index, safety[index], help[index], nil) }
    }

    @inline(__always)
    mutating func take(_ item: Int, _ safety: Double, _ help: Double, _ ruling: Ruling?) {
        guard let entry = entry(item, safety, help, ruling) else { return }
        total += 1
        for number in brackets.indices { look(at: entry, number) }
    }

    @inline(__always)
    private func entry(_ item: Int, _ safety: Double, _ help: Double, _ ruling: Ruling?) -> ItemEntry? {
        key.bits(item: item, safety: safety, help: help, ruling: ruling).map {
            ItemEntry(bits: $0, item: UInt32(truncatingIfNeeded: item))
        }
    }

    @inline(__always)
    private mutating func look(at entry: ItemEntry, _ number: Int) {
        if entry < brackets[number].low {
            catches[number].below += 1
        } else if entry <= brackets[number].high {
            catches[number].kept.append(entry)
        }
    }
}
