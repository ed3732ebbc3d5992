extension ScoreColumns {
    private struct ScoreKey: ItemKey {
        let name: ScoreName

        @inline(__always)
        func bits(item: Int, safety: Double, help: Double, ruling: Ruling?) -> UInt64? {
            (name == .safety ? safety : help).orderedBits
        }

        func number(of bits: UInt64) -> Double { Double(orderedBits: bits) }

        @inline(__always)
        func numbers(
            from item: Int,
            safety: SIMD4<Double>,
            help: SIMD4<Double>
        ) -> (keys: SIMD4<Double>, takesPart: SIMDMask<SIMD4<Int64>>) {
            (name == .safety ? safety : help, SIMDMask(repeating: true))
        }
    }

    /// The distribution of a score; nil for a round without items.
    ///
    /// - Complexity: O(n), shared among the cores; holds some hundredths of the column for the time it takes.
    public func summary(of name: ScoreName) -> ScoreSummary? {
        guard count > 0 else { return nil }
        let ranks = ScoreSummary.fractions.map { ScoreSummary.Rank(of: $0, among: count) }
        let found = RankedItems(population: Population(self), key: ScoreKey(name: name))
            .find(ranks.map { $0.low..<$0.high + 1 })
        let ends = ends(of: name)
        return ScoreSummary(
            min: ends.low,
            max: ends.high,
            mean: mean(of: name, largest: Swift.max(abs(ends.low), abs(ends.high))),
            quantiles: zip(ranks, found.stretches).map { rank, stretch in
                let values = stretch.entries.map { Double(orderedBits: $0.bits) }
                return ScoreSummary.interpolate(values[0], values[values.count - 1], rank.weight)
            }
        )
    }

    /// The lowest and the highest of a score; infinite for a round without items.
    ///
    /// - Complexity: O(n), shared among the cores.
    func ends(of name: ScoreName) -> (low: Double, high: Double) {
        let runs = ParallelScan.run(over: self) { numbers in
            var low = Double.infinity
            var high = -Double.infinity
            for number in numbers {
                for score in name == .safety ? blocks[number].safety : blocks[number].helpfulness {
                    // Unlike `min`, a comparison that heeds no NaN: there is none.
                    low = score < low ? score : low
                    high = score > high ? score : high
                }
            }
            return (low, high)
        }
        return runs.reduce((.infinity, -.infinity)) { (Swift.min($0.0, $1.0), Swift.max($0.1, $1.1)) }
    }

    /// In the order of the round and on one core, so that every reading of a round has the same last digit.
    private func mean(of name: ScoreName, largest: Double) -> Double {
        var mean = RunningMean(count: count, largest: largest)
        for block in blocks {
            for score in name == .safety ? block.safety : block.helpfulness { mean.add(score) }
        }
        return mean.value
    }
}
