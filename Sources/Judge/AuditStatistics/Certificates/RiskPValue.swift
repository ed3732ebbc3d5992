/// How surprising it is to find so few mistakes if more than a share α of a set were wrong: small values speak for the
/// set.
public enum RiskPValue {
    /// P(Bin(n, α) ≤ x): for a set of unknown size.
    ///
    /// - Parameters:
    ///   - wrong: x, 0 to `checked`.
    ///   - checked: n.
    ///   - alpha: between 0 and 1.
    public static func binomial(wrong: Int, of checked: Int, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        try Check.part(wrong, .wrong, of: checked, .checked)
        return Special.binomialAtMost(wrong, of: checked, alpha)
    }

    /// P(Hyp(N, ⌊αN⌋+1, n) ≤ x): for a simple random sample of a set of known size, none of which is drawn twice.
    ///
    /// ⌊αN⌋+1 is the smallest number of wrong items that breaks the promise, and of all such numbers the one under
    /// which few mistakes are likeliest.
    public static func hypergeometric(_ sample: FiniteSample, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        guard sample.population > 0 else { return 1 }
        let broken = breaking(alpha, sample.population)
        return Special.drawAtMost(
            sample.wrong,
            of: sample.checked,
            counted: broken,
            population: sample.population
        )
    }

    /// Likewise, but valid at every moment while labels come in: the one-sided sequence, `OneSidedSequence`.
    ///
    /// - Complexity: O(√n).
    public static func hypergeometricAtAnyTime(_ sample: FiniteSample, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        guard sample.population > 0 else { return 1 }
        return sample.oneSidedPValue(breaking(alpha, sample.population))
    }

    /// Likewise, as plans of before were fixed with it: min(1, (n+1) P(X = x | ⌊αN⌋+1)), the prior-posterior ratio of the
    /// confidence sequence (arXiv 2006.04347); 1 where the labels do not speak against the hypothesis.
    ///
    /// The one-sided value is never larger: 1 / this one is a mean, by the share of the prior, of 1 / the one-sided value and of
    /// a likelihood ratio for more wrong items, which is at most 1.
    public static func hypergeometricAtAnyTimeTwoSided(
        _ sample: FiniteSample,
        alpha: Double
    ) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        guard sample.population > 0 else { return 1 }
        let broken = breaking(alpha, sample.population)
        // Among all numbers that break the promise the likeliest one is the first, unless the mode lies beyond it.
        guard sample.likeliest < broken else { return 1 }
        let likelihood = Special.drawEqual(
            sample.wrong,
            of: sample.checked,
            counted: broken,
            population: sample.population
        )
        return min(1, Double(sample.checked + 1) * likelihood)
    }

    /// The smaller of Hoeffding's and Bentkus' bounds (Bates et al. 2021, arXiv 2101.02703), for mean losses between 0
    /// and 1 that need not be either.
    ///
    /// - Parameters:
    ///   - meanLoss: 0 to 1.
    ///   - checked: n, from 1.
    ///   - alpha: between 0 and 1.
    public static func hoeffdingBentkus(meanLoss: Double, of checked: Int, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        try Check.count(checked, .checked, within: 1...Check.largestPopulation)
        guard meanLoss >= 0, meanLoss <= 1 else { throw .notFinite(.share) }
        let n = Double(checked)
        let hoeffding = Numerics.exp(-n * relativeEntropy(min(meanLoss, alpha), alpha))
        // A sum that rounding lifts above a whole number must not be taken for the next one.
        let whole = Int((n * meanLoss - 1e-9).rounded(.up))
        let bentkus = Numerics.e * Special.binomialAtMost(max(0, whole), of: checked, alpha)
        return min(1, hoeffding, bentkus)
    }

    /// The smallest number of wrong items that is more than a share α of a population, and 0 of an empty one.
    ///
    /// Compared are quotients: a product with α may round to the other side of a whole number.
    static func breaking(_ alpha: Double, _ population: Int) -> Int {
        guard population > 0 else { return 0 }
        func isMore(_ count: Int) -> Bool { Double(count) / Double(population) > alpha }
        var count = min(population, Int((alpha * Double(population)).rounded(.down)) + 1)
        while count > 1, isMore(count - 1) { count -= 1 }
        while count < population, !isMore(count) { count += 1 }
        return count
    }

    /// a ln(a/b) + (1-a) ln((1-a)/(1-b)).
    private static func relativeEntropy(_ a: Double, _ b: Double) -> Double {
        (a > 0 ? a * Numerics.log(a / b) : 0) + (a < 1 ? (1 - a) * Numerics.log((1 - a) / (1 - b)) : 0)
    }
}
