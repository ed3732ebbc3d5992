public import RoundModel

/// Rows of candidates from values of the scores, mostly quantiles.
public enum CandidateGrid {
    /// One row over θ safety or θ help, from strict to loose; the other thresholds stay.
    ///
    /// - Parameter values: in any order; values that repeat count once.
    /// - Complexity: O(k log k).
    public static func row(of name: ThresholdName, values: [Double], keeping thresholds: Thresholds) -> [Thresholds] {
        strictToLoose(values).map { value in
            var candidate = thresholds
            candidate[name] = value
            return candidate
        }
    }

    /// The rows for the pair: for each θ help one row over θ safety.
    ///
    /// - Complexity: O(product of the counts).
    public static func rows(safety: [Double], help: [Double], adv: Double) -> [[Thresholds]] {
        strictToLoose(help).map { value in
            row(of: .safety, values: safety, keeping: Thresholds(adv: adv, safety: 0, help: value))
        }
    }

    private static func strictToLoose(_ values: [Double]) -> [Double] {
        Array(Set(values)).sorted(by: >)
    }
}
