extension KrippendorffAlpha {
    /// α of verdicts with its interval, for items drawn at random: it has width also where all answers agree
    /// (`JudgedAlike`).
    ///
    /// - Parameter items: the answers to each item, finite; items with fewer than two count for nothing.
    /// - Returns: how many items are missing where there is no α yet: fewer than two with several answers, or one and the
    ///   same answer throughout.
    /// - Complexity: O(kinds² × V²) for the kinds of disagreement and V different answers.
    public static func estimate(_ items: [[Double]], alpha: Double) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        let paired = items.filter { $0.count > 1 }
        guard paired.count > 1 else { return .missing(labels: 2 - paired.count) }
        guard let value = try value(paired) else { return .missing(labels: 1) }
        let kinds = Kinds(paired)
        guard let interval = try kinds.judged.interval(alpha: alpha, within: -1...1, of: kinds.alpha) else {
            return .missing(labels: 1)
        }
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: .zouDonner,
                labels: paired.reduce(0) { $0 + $1.count },
                population: AuditPopulation(.overlap, size: paired.count)
            )
        )
    }

    /// Items with several answers, by what the answers are.
    private struct Kinds {
        let judged: JudgedAlike
        /// The answers that each kind of disagreement has of each value.
        private let apart: [[Double]]
        /// The answers to an item that is judged alike, by value.
        private let alikeAnswers: [Double]
        /// The answers of each value.
        private let totals: [Double]
        private let meanAnswers: Double

        init(_ items: [[Double]]) {
            let values = Set(items.joined()).sorted()
            let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
            var alike = [Int](repeating: 0, count: values.count)
            var alikeAnswers = [Int](repeating: 0, count: values.count)
            var totals = [Double](repeating: 0, count: values.count)
            var kinds: [[Int]: Int] = [:]
            for item in items {
                var counts = [Int](repeating: 0, count: values.count)
                for answer in item { if let place = place[answer] { counts[place] += 1 } }
                for (value, count) in counts.enumerated() { totals[value] += Double(count) }
                if let only = counts.firstIndex(of: item.count) {
                    alike[only] += 1
                    alikeAnswers[only] += item.count
                } else {
                    kinds[counts, default: 0] += 1
                }
            }
            let sorted = kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            let mean = totals.reduce(0, +) / Double(items.count)
            judged = JudgedAlike(alike: alike, apart: sorted.map(\.value))
            apart = sorted.map { $0.key.map(Double.init) }
            self.alikeAnswers = zip(alikeAnswers, alike).map { $1 > 0 ? Double($0) / Double($1) : mean }
            self.totals = totals
            meanAnswers = mean
        }

        /// α, nominal, of a mix of such items.
        func alpha(_ mix: JudgedAlike.Mix) -> Double? {
            var margins = zip(mix.alike, alikeAnswers).map { $0 * $1 }
            var observed = 0.0
            for (answers, items) in zip(apart, mix.apart) {
                let count = answers.reduce(0, +)
                for (value, answer) in answers.enumerated() {
                    margins[value] += items * answer
                    observed += items * answer * (count - answer) / (count - 1)
                }
            }
            if mix.byChance > 0 {
                // Pairs of different answers, as often as chance has them; a pair is an answer of each.
                let all = totals.reduce(0, +)
                let chances = totals.map { $0 * (all - $0) }
                let sum = chances.reduce(0, +)
                guard sum > 0 else { return nil }
                for (value, chance) in chances.enumerated() {
                    margins[value] += mix.byChance * meanAnswers * chance / sum
                }
                observed += mix.byChance * meanAnswers
            }
            let total = margins.reduce(0, +)
            let expected = total * total - margins.reduce(0) { $0 + $1 * $1 }
            return expected > 1e-9 ? 1 - (total - 1) * observed / expected : nil
        }
    }
}
