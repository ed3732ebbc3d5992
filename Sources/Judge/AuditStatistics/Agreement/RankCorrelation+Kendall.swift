extension RankCorrelation.Kendall {
    /// τ_b = (concordant - discordant) / √((n₀-n₁)(n₀-n₂)), the discordant pairs counted by a merge sort (Knight 1966);
    /// its variance with ties as in Kendall 1970. Nil where one list has a single value.
    init?(_ first: [Double], _ second: [Double]) {
        let n = first.count
        let order = first.indices.sorted { (first[$0], second[$0]) < (first[$1], second[$1]) }
        let (ties, otherTies) = (tieSizes(first), tieSizes(second))
        func pairs(_ sizes: [Int]) -> Double { sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
        let all = Double(n) * Double(n - 1) / 2
        let (tied, otherTied) = (pairs(ties), pairs(otherTies))
        guard all > tied, all > otherTied else { return nil }

        var tiedInBoth = 0.0
        var run = 0
        for (place, item) in order.enumerated() {
            let isSame =
                place > 0 && first[item] == first[order[place - 1]] && second[item] == second[order[place - 1]]
            run = isSame ? run + 1 : 0
            tiedInBoth += Double(run)
        }
        var values = order.map { second[$0] }
        let discordant = Double(Self.sortCountingInversions(&values))
        let surplus = all - tied - otherTied + tiedInBoth - 2 * discordant
        tau = min(1, max(-1, surplus / (all - tied).squareRoot() / (all - otherTied).squareRoot()))

        func cubic(_ sizes: [Int], _ term: (Double) -> Double) -> Double { sizes.reduce(0) { $0 + term(Double($1)) } }
        func third(_ t: Double) -> Double { t * (t - 1) * (t - 2) }
        func fifth(_ t: Double) -> Double { t * (t - 1) * (2 * t + 5) }
        let m = Double(n) * Double(n - 1)
        var variance = (m * (2 * Double(n) + 5) - cubic(ties, fifth) - cubic(otherTies, fifth)) / 18
        variance += 2 * tied * otherTied / m
        if n > 2 { variance += cubic(ties, third) * cubic(otherTies, third) / (9 * m * Double(n - 2)) }
        pValue = variance > 0 ? min(1, 2 * Special.normalAbove(abs(surplus) / variance.squareRoot())) : 1
    }

    /// Sorts, and returns the number of pairs that stood in the wrong order.
    private static func sortCountingInversions(_ values: inout [Double]) -> Int {
        var inversions = 0
        var other = values
        var width = 1
        while width < values.count {
            var start = 0
            while start < values.count {
                let middle = min(start + width, values.count)
                let end = min(start + 2 * width, values.count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    if left < middle, right >= end || values[left] <= values[right] {
                        other[place] = values[left]
                        left += 1
                    } else {
                        other[place] = values[right]
                        inversions += middle - left
                        right += 1
                    }
                }
                start = end
            }
            swap(&values, &other)
            width *= 2
        }
        return inversions
    }
}
