/// How many items the sets of a plan's candidates have in the round, known exactly from the scores.
public struct CandidateSizes: Hashable, Sendable {
    /// The accepted items at `CertificationPlan.loosest`: what the sample is drawn from.
    public var loosest: Int
    /// The accepted items at each candidate, in the plan's order.
    public var rows: [[Int]]
    /// Of a plan about misses, the contents of the adversarial bucket; the others are those beyond the thresholds then.
    public var caught = 0

    public init(loosest: Int, rows: [[Int]], caught: Int = 0) {
        self.loosest = loosest
        self.rows = rows
        self.caught = caught
    }
}

extension CertificationPlan {
    /// The labels to judge by: what was planned, or all items where they are fewer.
    public func sampleSize(_ sizes: CandidateSizes) -> Int { misses == nil ? min(labels, sizes.loosest) : labels }

    /// The fewest labels, none of them wrong, that certify a set of so many items at a level; nil where not even all
    /// do.
    ///
    /// For a large set it is the smallest n with (1-α)ⁿ ≤ δ: 59 for α = δ = 0.05; fewer for a small one.
    func fewest(inSetOf size: Int, level: Double) -> Int? {
        guard size > 0 else { return nil }
        return MonotoneSearch.first(in: 0...size) { pValue(size: size, checked: $0, wrong: 0) <= level }
    }

    /// The candidate that each row starts at: the first whose expected labels could certify it; nil where none has so
    /// many. Labels play no part in it.
    ///
    /// In steps it is the first that gets so many labels almost surely, or else the last whose expected labels are so many.
    public func start(_ sizes: CandidateSizes) throws(AuditError) -> [Int?] {
        try check(sizes)
        if misses != nil { return [0] }
        return rows.indices.map { row in
            func has(_ size: Int, atLeast share: (Int) -> Double) -> Bool {
                guard let needed = fewest(inSetOf: size, level: rowLevel) else { return false }
                return share(size) >= Double(needed)
            }
            let all = sizes.rows[row]
            guard test == .inSteps else { return all.firstIndex { has($0) { expected($0, sizes) } } }
            return all.firstIndex { has($0) { almostSure($0, sizes) } }
                ?? all.lastIndex { has($0) { expected($0, sizes) } }
        }
    }

    /// The labels that a set of some size gets from the sample all but once in some forty times: two standard deviations less than
    /// are expected.
    func almostSure(_ size: Int, _ sizes: CandidateSizes) -> Double {
        let (labels, all) = (Double(sampleSize(sizes)), Double(max(1, sizes.loosest)))
        let share = Double(size) / all
        let left = all > 1 ? (all - labels) / (all - 1) : 0
        return labels * share - 2 * (labels * share * (1 - share) * left).squareRoot()
    }

    /// How many of the labels in a set of some size are counted.
    ///
    /// In steps these are the fewest that allow as many mistakes; where not even none is few enough, and for other tests, all.
    /// They are the first of the set's labels in the order of the sample, and so a random sample of the set themselves.
    /// - Complexity: O(log² labels) p-values.
    public func counted(of checked: Int, ofSize size: Int) -> Int {
        guard test == .inSteps, let allowed = mistakes(allowedAmong: checked, ofSize: size) else { return checked }
        let fewest = MonotoneSearch.first(in: allowed...checked) {
            pValue(size: size, checked: $0, wrong: allowed) <= rowLevel
        }
        return fewest ?? checked
    }

    /// The labels of the sample that are expected in a set of so many items.
    private func expected(_ size: Int, _ sizes: CandidateSizes) -> Double {
        Double(sampleSize(sizes)) * Double(size) / Double(max(1, sizes.loosest))
    }

    /// The labels to plan for so that a row has somewhere to start, where it has nowhere; nil where none would do.
    func labelsToStart(row: Int, _ sizes: CandidateSizes) -> Int? {
        sizes.rows[row].compactMap { size -> Int? in
            guard let needed = fewest(inSetOf: size, level: rowLevel) else { return nil }
            let labels = (Double(needed) * Double(sizes.loosest) / Double(size)).rounded(.up)
            return min(Int(labels), sizes.loosest)
        }.min()
    }

    /// The fewest labels with which some row has somewhere to start; nil where no candidate accepts anything.
    ///
    /// A plan with fewer certifies nothing, whatever the labels say.
    public func fewestLabels(_ sizes: CandidateSizes) -> Int? {
        rows.indices.compactMap { labelsToStart(row: $0, sizes) }.min()
    }

    /// A p-value by the plan's test of a set of so many items, so many of them checked and wrong; 1 for what cannot be.
    public func pValue(size: Int, checked: Int, wrong: Int) -> Double {
        guard let sample = try? FiniteSample(population: size, checked: checked, wrong: wrong) else { return 1 }
        let value =
            switch test {
            case .fixedSample, .inSteps: try? RiskPValue.hypergeometric(sample, alpha: alpha)
            case .atAnyTimeTwoSided: try? RiskPValue.hypergeometricAtAnyTimeTwoSided(sample, alpha: alpha)
            case .atAnyTime: try? RiskPValue.hypergeometricAtAnyTime(sample, alpha: alpha)
            }
        return value ?? 1
    }

    func check(_ sizes: CandidateSizes) throws(AuditError) {
        try Check.count(sizes.loosest, .size, within: 0...Check.largestPopulation)
        try Check.sameCount(sizes.rows.count, rows.count, .candidates)
        try Check.count(sizes.caught, .size, within: 0...Check.largestPopulation)
        if let misses {
            try Check.part(misses.caughtLabels, .planned, of: sizes.caught, .size)
            try Check.part(misses.missedLabels, .planned, of: sizes.loosest, .size)
        }
        for (given, candidates) in zip(sizes.rows, rows) {
            try Check.sameCount(given.count, candidates.count, .candidates)
            var before = 0
            for size in given {
                // A looser candidate holds all that a stricter one does.
                try Check.count(size, .size, within: min(before, sizes.loosest)...sizes.loosest)
                before = size
            }
        }
    }
}
