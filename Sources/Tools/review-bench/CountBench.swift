import RoundModel

/// Counting: what a key that moves a threshold waits for.
enum CountBench {
    /// The index and the scan gave different counts, which makes every figure worthless.
    struct Difference: Error {
        var thresholds: Thresholds
    }

    static func run(_ columns: ScoreColumns, _ index: ScoreIndex, seed: UInt64) throws(Difference) -> [Timing] {
        var walk = ThresholdWalk(seed: seed)
        var steps: [(now: Thresholds, baseline: Thresholds)] = []
        for _ in 0..<2000 {
            walk.step()
            steps.append((walk.now, walk.baseline))
        }
        var counted: [Tally] = []
        let byIndex = Timing("θ step by index", times: steps.count) { number in
            counted.append(index.tally(steps[number].now, baseline: steps[number].baseline))
        }
        var scanned: [Tally] = []
        let byScan = Timing("θ step by scan", times: 40) { number in
            scanned.append(columns.tally(steps[number].now, baseline: steps[number].baseline))
        }
        for number in scanned.indices where scanned[number] != counted[number] {
            throw Difference(thresholds: steps[number].now)
        }
        let summaries = Timing("summary of one score", times: 6) { number in
            _ = columns.summary(of: number % 2 == 0 ? .safety : .helpfulness)
        }
        return [byIndex, byScan, summaries]
    }
}
