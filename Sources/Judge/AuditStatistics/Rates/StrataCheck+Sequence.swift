import CLibrary

extension StrataCheck {
    /// The wrong items of the population, at every moment while labels of any stratum come in, with probability 1 - α over all
    /// of them.
    ///
    /// Each stratum's prior-posterior ratio (`FiniteSample.confidenceSequence`) is a martingale that begins with 1, and a label
    /// multiplies one of them; so their product is one, whatever decides which stratum comes next (Spertus and Stark 2022,
    /// arXiv 2207.03379, section 3). By Ville's inequality the true numbers K_h lie in {Π R_h(K_h) < 1/α} with probability 1 - α
    /// at all moments at once, and with them their sum in what that region allows.
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Complexity: O(log N) probabilities, some hundred times.
    public func confidenceSequence(alpha: Double) throws(AuditError) -> CountInterval {
        try Check.probability(alpha, .alpha)
        guard strata.count == 2 else { return try strata[0].confidenceSequence(alpha: alpha) }
        func most(_ strata: [FiniteSample]) -> Int {
            let parts = strata.map { sample in
                (range: sample.likeliest...sample.possible.upperBound, surprise: sample.logRatio)
            }
            var sum = LargestSum(parts[0], parts[1], below: -log(alpha))
            return sum.bound()
        }
        // The right items that there may be at most leave the fewest wrong ones.
        return CountInterval(lower: population - most(try flipped), upper: most(strata))
    }

    /// The fewest wrong items that there may be, with probability 1 - `tail`: by Fisher's combination of the strata's exact
    /// tests, over all ways in which wrong items may be spread (Fisher 1932; Ottoboni, Stark, Lindeman and McBurnett 2018,
    /// arXiv 1809.04235, section 3).
    ///
    /// The product r of two independent p-values is as small with probability r (1 - ln r) at most.
    func combinedLowerBound(tail: Double) throws(AuditError) -> Int {
        let parts = try flipped.map { sample in
            (
                range: sample.possible,
                surprise: { count in
                    -log(
                        Special.drawAtMost(
                            sample.wrong,
                            of: sample.checked,
                            counted: count,
                            population: sample.population
                        )
                    )
                }
            )
        }
        let product = MonotoneSearch.crossing(from: 1, to: 0) { $0 * (1 - log($0)) <= tail }
        var sum = LargestSum(parts[0], parts[1], below: -log(product))
        return population - sum.bound()
    }

    /// The same samples, counting the right items.
    private var flipped: [FiniteSample] {
        get throws(AuditError) {
            var flipped: [FiniteSample] = []
            for sample in strata {
                flipped.append(
                    try FiniteSample(
                        population: sample.population,
                        checked: sample.checked,
                        wrong: sample.checked - sample.wrong
                    )
                )
            }
            return flipped
        }
    }
}

extension FiniteSample {
    /// The logarithm of the prior-posterior ratio of a number of wrong items.
    fileprivate func logRatio(_ number: Int) -> Double {
        -log(Double(checked + 1) * Special.drawEqual(wrong, of: checked, counted: number, population: population))
    }
}
