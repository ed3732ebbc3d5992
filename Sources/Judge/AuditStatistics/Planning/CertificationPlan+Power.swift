/// What a plan can be expected to come to, before anybody has judged anything.
extension CertificationPlan {
    /// The same plan for another number of labels.
    ///
    /// - Throws: `outOfRange` for less than 1.
    public func with(labels: Int) throws(AuditError) -> CertificationPlan {
        if misses != nil { return self }
        return try CertificationPlan(alpha, delta, rows, labels, test, seed, origin, nil)
    }

    /// The most mistakes with which a set of so many items passes its row's first test, if so many of them are checked; nil
    /// where it does not pass with none.
    ///
    /// - Complexity: O(log checked) p-values.
    public func mistakes(allowedAmong checked: Int, ofSize size: Int) -> Int? {
        guard checked > 0, checked <= size else { return nil }
        return MonotoneSearch.last(in: 0...checked) { pValue(size: size, checked: checked, wrong: $0) <= rowLevel }
    }

    /// How many of the sample's items are expected in each candidate's set, rounded down, in the plan's order.
    public func expectedLabels(_ sizes: CandidateSizes) -> [[Int]] {
        sizes.rows.map { $0.map { sampleSize(sizes) * $0 / max(1, sizes.loosest) } }
    }

    /// The probability that something is certified, if the same share of every set is wrong.
    ///
    /// That is the probability that the first candidate of the row passes: a sequence ends with the first failure. The sample
    /// is drawn from the loosest set without replacement (hypergeometric), how many of its items fall into the
    /// candidate's set as well as how many of those are wrong. Of several rows it is that of the likeliest, so that all of them
    /// together have at least this chance. A plan that is tested at any time is taken as stopped at its number of labels.
    /// - Parameter share: 0 to 1.
    /// - Throws: what `start` throws.
    /// - Complexity: O(√labels + log² labels) p-values a row, and O(labels) for a test at any time.
    public func chance(ifWrong share: Double, _ sizes: CandidateSizes) throws(AuditError) -> Double {
        guard share >= 0, share <= 1 else { throw .notFinite(.share) }
        let start = try start(sizes)
        if misses != nil { return missChance(sizes, missed: share, caught: Self.unsafeAmongCaught) }
        var best = 0.0
        for (row, first) in start.enumerated() {
            guard let first else { continue }
            let size = sizes.rows[row][first]
            let wrong = min(size, Int((share * Double(size)).rounded()))
            let chance =
                switch test {
                case .fixedSample, .inSteps: fixedChance(size, wrong: wrong, sizes)
                case .atAnyTime, .atAnyTimeTwoSided:
                    runningChance(size, wrong: wrong, labels: expectedLabels(sizes)[row][first])
                }
            best = max(best, chance)
        }
        return min(1, best)
    }

    /// How much of the adversarial bucket is taken to be unsafe where the chance of a plan about misses is told.
    public static let unsafeAmongCaught = 0.8

    private func fixedChance(_ size: Int, wrong: Int, _ sizes: CandidateSizes) -> Double {
        let (labels, all) = (sampleSize(sizes), sizes.loosest)
        let mean = Double(labels) * Double(size) / Double(max(1, all))
        let spread = 8 * (mean * (1 - Double(size) / Double(max(1, all)))).squareRoot() + 1
        let least = max(0, labels - (all - size), Int(mean - spread))
        let most = min(labels, size, Int((mean + spread).rounded(.up)))
        guard least <= most else { return 0 }
        var allowed = mistakes(allowedAmong: least, ofSize: size) ?? -1
        var counted = counted(of: least, ofSize: size)
        return (least...most).reduce(0) { sum, checked in
            // One label more allows at most one mistake more.
            let isStep = checked > least && pValue(size: size, checked: checked, wrong: allowed + 1) <= rowLevel
            allowed += isStep ? 1 : 0
            if isStep || test != .inSteps { counted = checked }
            guard allowed >= 0 else { return sum }
            let drawn = Special.drawEqual(checked, of: labels, counted: size, population: all)
            return sum + drawn * Special.drawAtMost(allowed, of: counted, counted: wrong, population: size)
        }
    }

    /// The probability that the p-value ever falls to the level while so many items are checked one after the other.
    private func runningChance(_ size: Int, wrong: Int, labels: Int) -> Double {
        // By the mistakes found so far, where nothing was certified yet.
        var open = [1.0]
        var certified = 0.0
        var allowed = -1
        guard labels > 0 else { return 0 }
        for checked in 1...labels {
            var next = [Double](repeating: 0, count: open.count + 1)
            let left = Double(size - checked + 1)
            for (found, probability) in open.enumerated() where probability > 0 {
                let isWrong = min(1, max(0, Double(wrong - found) / left))
                next[found] += probability * (1 - isWrong)
                next[found + 1] += probability * isWrong
            }
            while allowed + 1 <= checked, pValue(size: size, checked: checked, wrong: allowed + 1) <= rowLevel {
                allowed += 1
            }
            for found in next.indices where found <= allowed {
                certified += next[found]
                next[found] = 0
            }
            while next.count > 1, next[next.count - 1] < 1e-15 { next.removeLast() }
            open = next
        }
        return certified
    }
}
