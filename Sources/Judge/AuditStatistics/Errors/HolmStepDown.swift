/// Probabilities of several tests at once, so that with probability 1 - α no true hypothesis at all is rejected (Holm 1979, "A
/// simple sequentially rejective multiple test procedure").
public enum HolmStepDown {
    /// max over the smaller ones of (m - rank + 1) p, at most 1: what is at most α is rejected.
    ///
    /// - Parameter pValues: 0 to 1.
    /// - Complexity: O(m log m).
    public static func adjusted(_ pValues: [Double]) throws(AuditError) -> [Double] {
        guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .notFinite(.share) }
        var adjusted = pValues
        var largest = 0.0
        for (rank, test) in pValues.indices.sorted(by: { (pValues[$0], $0) < (pValues[$1], $1) }).enumerated() {
            largest = max(largest, min(1, Double(pValues.count - rank) * pValues[test]))
            adjusted[test] = largest
        }
        return adjusted
    }

    /// Fisher's exact test of two shares, two-sided: how likely tables are that are no likelier than this one, given all margins
    /// (Fisher 1935).
    ///
    /// - Complexity: O(smaller number of trials).
    public static func fisher(_ one: Proportion, _ other: Proportion) -> Double {
        let (trials, counted) = (one.trials + other.trials, one.count + other.count)
        func probability(_ count: Int) -> Double {
            Special.drawEqual(count, of: one.trials, counted: counted, population: trials)
        }
        let found = probability(one.count)
        let possible = max(0, counted - other.trials)...min(one.trials, counted)
        // Equal probabilities may differ in their last bits.
        return min(
            1,
            possible.reduce(0) { sum, count in
                let probability = probability(count)
                return probability <= found * (1 + 1e-7) ? sum + probability : sum
            }
        )
    }
}
