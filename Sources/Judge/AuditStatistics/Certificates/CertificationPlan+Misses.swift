public import RoundModel

/// Plans about misses: `MissPlan`.
extension CertificationPlan {
    /// True where an item lies beyond the thresholds: if it is unsafe, it is missed.
    public func isMissed(_ scores: Scores) -> Bool {
        guard let misses, let theta = rows.first?.first else { return false }
        let bucket = theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
        return misses.target == .accepted ? bucket == .accepted : bucket != .adversarial
    }

    /// True where the thresholds call an item adversarial.
    public func isCaught(_ scores: Scores) -> Bool {
        rows.first?.first?.bucket(safety: scores.safety, helpfulness: scores.helpfulness) == .adversarial
    }

    /// True where the sample may hold an item.
    public func isSampled(_ label: CertificateLabel) -> Bool {
        guard misses != nil else { return label.isAccepted(loosest) }
        return ([label.scores] + label.others).contains { isMissed($0) || isCaught($0) }
    }

    /// True where an item or one of its copies lies beyond the thresholds.
    public func isMissed(_ label: CertificateLabel) -> Bool {
        ([label.scores] + label.others).contains(where: isMissed)
    }

    /// The p-value of a plan about misses; 1 for what cannot be, and for other plans.
    ///
    /// - Parameters:
    ///   - caught: the labels of the adversarial bucket, and of them those that are unsafe and not missed by a copy.
    ///   - missed: the labels beyond the thresholds, and of them those that are unsafe.
    public func missPValue(
        _ sizes: CandidateSizes,
        caught: (checked: Int, unsafe: Int),
        missed: (checked: Int, unsafe: Int)
    ) -> Double {
        guard let misses, caught.checked > 0,
            let one = try? FiniteSample(population: sizes.caught, checked: caught.checked, wrong: caught.unsafe),
            let other = try? FiniteSample(population: sizes.loosest, checked: missed.checked, wrong: missed.unsafe)
        else { return 1 }
        return (try? MissRisk.pValue(caught: one, missed: other, alpha: alpha, gamma: misses.spent)) ?? 1
    }

    /// The most unsafe ones among the planned labels beyond the thresholds with which it passes, where so many of the caught ones
    /// turn out to be unsafe; nil where it does not with none.
    public func missesAllowed(_ sizes: CandidateSizes, caught unsafe: Int) -> Int? {
        guard let misses else { return nil }
        return MonotoneSearch.last(in: 0...misses.missedLabels) {
            missPValue(
                sizes,
                caught: (misses.caughtLabels, unsafe),
                missed: (misses.missedLabels, $0)
            ) <= delta
        }
    }

    /// The probability that it passes, if so large a share of the unsafe responses is missed and so large a share of the
    /// adversarial bucket is unsafe.
    ///
    /// - Complexity: O(√labels × log labels) p-values.
    func missChance(_ sizes: CandidateSizes, missed share: Double, caught unsafe: Double) -> Double {
        guard let misses, share < 1 else { return 0 }
        let caught = Int((unsafe * Double(sizes.caught)).rounded())
        let missed = min(sizes.loosest, Int((share / (1 - share) * Double(caught)).rounded()))
        let (labels, mean) = (misses.caughtLabels, unsafe * Double(misses.caughtLabels))
        let spread = 6 * (mean * (1 - unsafe)).squareRoot() + 1
        let least = max(0, labels - (sizes.caught - caught), Int(mean - spread))
        let most = min(labels, caught, Int((mean + spread).rounded(.up)))
        guard least <= most else { return 0 }
        return (least...most).reduce(0) { sum, found in
            guard let allowed = missesAllowed(sizes, caught: found) else { return sum }
            let drawn = Special.drawEqual(found, of: labels, counted: caught, population: sizes.caught)
            return sum
                + drawn
                * Special.drawAtMost(allowed, of: misses.missedLabels, counted: missed, population: sizes.loosest)
        }
    }
}

extension ThresholdCertificate {
    /// What the labels of a plan about misses come to.
    ///
    /// A content may have copies on both sides; it is missed then, and of the adversarial bucket one that is not caught.
    /// - Parameter labels: in the order of the sample, both parts together.
    static func misses(
        _ plan: CertificationPlan,
        _ misses: MissPlan,
        _ labels: [CertificateLabel]
    ) -> (caught: (checked: Int, unsafe: Int), missed: (checked: Int, unsafe: Int)) {
        let caught = labels.filter { ([$0.scores] + $0.others).contains(where: plan.isCaught) }.prefix(
            misses.caughtLabels
        )
        let missed = labels.filter { plan.isMissed($0) }.prefix(misses.missedLabels)
        return (
            (caught.count, caught.count { $0.isWrong && !plan.isMissed($0) }),
            (missed.count, missed.count { $0.isWrong })
        )
    }
}
