/// Thresholds that the scores themselves suggest: round numbers near the 25 %, 75 % and 50 % quantiles that leave
/// something in the accepted bucket.
///
/// A quantile by itself does neither: it has up to 17 digits, and where many items share a score it is that score, which
/// nothing lies above. What is chosen comes from an even sample of the items, so that it takes no pass over the round.
struct ThresholdSuggestion {
    private typealias Pair = (safety: Double, help: Double)

    private let columns: ScoreColumns
    private let pairs: [Pair]
    private let safety: SortedScores
    private let help: SortedScores

    /// The most items that are looked at.
    private static let sampleSize = 10_000
    /// How many steps lead from the quantiles to the lowest scores where nothing lies above these.
    private static let steps = 15

    init(_ columns: ScoreColumns) {
        self.columns = columns
        let stride = max(1, (columns.count + Self.sampleSize - 1) / Self.sampleSize)
        pairs = Swift.stride(from: 0, to: columns.count, by: stride).compactMap { item in
            columns.scores(of: item).map { ($0.safety, $0.helpfulness) }
        }
        safety = SortedScores(pairs.map(\.safety))
        help = SortedScores(pairs.map(\.help))
    }

    /// - Parameters:
    ///   - known: the thresholds that are named; they stay as they are.
    ///   - safetySummary: the distribution of all safety scores.
    ///   - helpSummary: that of all helpfulness scores.
    func thresholds(
        beside known: ThresholdDefaults,
        safety safetySummary: ScoreSummary,
        helpfulness helpSummary: ScoreSummary
    ) -> Thresholds {
        guard !pairs.isEmpty else { return known.onUnitScale }
        let adv = known.adv ?? safety.line(at: 0.25, near: safetySummary.quantile(0.25), .below)
        func combined(_ safetyLine: Double, _ helpLine: Double) -> Thresholds {
            let theta = Thresholds(adv: adv, safety: known.safety ?? safetyLine, help: known.help ?? helpLine)
            // Nobody is suggested lines that are crossed.
            return Thresholds(
                adv: known.adv ?? min(theta.adv, theta.safety),
                safety: theta.safety,
                help: theta.help
            )
        }
        let quantiles = combined(
            safety.line(at: 0.75, near: safetySummary.quantile(0.75), .above),
            help.line(at: 0.5, near: helpSummary.quantile(0.5), .above)
        )
        if accepted(at: quantiles) > 0 { return quantiles }
        for step in 1...Self.steps {
            let share = 1 - Double(step) / Double(Self.steps)
            let looser = combined(
                safety.line(at: 0.75 * share, near: nil, .above),
                help.line(at: 0.5 * share, near: nil, .above)
            )
            if accepted(at: looser) >= max(1, pairs.count / 100) { return looser }
        }
        guard let best = best(beside: known) else { return quantiles }
        return combined(
            best.safety > quantiles.safety ? quantiles.safety : safety.below(best.safety),
            best.help > quantiles.help ? quantiles.help : help.below(best.help)
        )
    }

    private func accepted(at theta: Thresholds) -> Int {
        pairs.count { theta.bucket(safety: $0.safety, helpfulness: $0.help) == .accepted }
    }

    /// Of the items that the named thresholds let through the one whose lower rank is highest; nil where there is none.
    private func best(beside known: ThresholdDefaults) -> Pair? {
        let lowest = -Double.greatestFiniteMagnitude
        func passes(_ pair: Pair) -> Bool {
            pair.safety >= known.adv ?? lowest && (known.safety.map { pair.safety > $0 } ?? true)
                && (known.help.map { pair.help > $0 } ?? true)
        }
        var candidates = pairs.filter(passes)
        if candidates.isEmpty {
            // What is rare may not be in the sample.
            columns.forEachBlock { _, safety, help in
                for index in safety.indices where candidates.count < Self.sampleSize {
                    let pair = (safety: safety[index], help: help[index])
                    if passes(pair) { candidates.append(pair) }
                }
            }
        }
        func rank(_ pair: Pair) -> Int { min(safety.rank(of: pair.safety), help.rank(of: pair.help)) }
        return candidates.max { rank($0) < rank($1) }
    }
}

/// Scores in ascending order, and numbers between them that are short to write.
private struct SortedScores {
    /// Which side of a line is meant: the items above it, or those below.
    enum Side { case above, below }

    private let values: [Double]
    /// A line may be this share of the items away from its quantile, so that it can be a round number.
    private static let slack = 0.01

    init(_ values: [Double]) { self.values = values.sorted() }

    /// A round number near a quantile with some scores on the side that is meant, where there are any; just under the highest
    /// score where many share it.
    func line(at fraction: Double, near exact: Double?, _ side: Side) -> Double {
        let last = values.count - 1
        let rank = fraction * Double(last)
        let slack = Self.slack * Double(last)
        let near = exact ?? values[Int(rank)]
        func value(_ index: Double) -> Double { values[min(max(0, Int(index)), last)] }
        switch side {
        case .above:
            let low = value(min(rank.rounded(.down), (rank - slack).rounded(.up)))
            let high = value(max(rank.rounded(.down) + 1, (rank + slack).rounded(.down) + 1))
            if low < high { return RoundNumber.nearest(to: near, from: low, below: high) }
            // The same items lie above any number from a score up to the next one.
            guard let next = next(after: low) else { return below(low) }
            return RoundNumber.nearest(to: low, from: low, below: next)
        case .below:
            let high = value(max(rank.rounded(.up), (rank + slack).rounded(.down)))
            let low = value(min(rank.rounded(.up) - 1, (rank - slack).rounded(.up) - 1))
            if low < high { return RoundNumber.nearest(to: near, above: low, to: high) }
            guard let previous = previous(before: high) else { return below(high) }
            return RoundNumber.nearest(to: high, above: previous, to: high)
        }
    }

    /// A round number under a score, and over the next lower one.
    func below(_ score: Double) -> Double {
        let floor = previous(before: score) ?? score - (abs(score) > 1e-300 ? abs(score) / 4 : 1)
        let number = RoundNumber.within(floor, score)
        return number < score ? number : floor
    }

    /// How many scores are lower.
    func rank(of score: Double) -> Int { partition { $0 < score } }

    private func next(after score: Double) -> Double? {
        let index = partition { $0 <= score }
        return index < values.count ? values[index] : nil
    }

    private func previous(before score: Double) -> Double? {
        let index = partition { $0 < score }
        return index > 0 ? values[index - 1] : nil
    }

    /// How many values from the first on satisfy a condition that none behind them does.
    private func partition(_ isBefore: (Double) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
