extension ScoreIndex {
    /// Where thresholds cut the ranks.
    private struct Cuts {
        /// Ranks by safety below this are adversarial.
        var adversarial: Int
        /// Ranks by safety from this on can be accepted; not below `adversarial`.
        var accepted: Int
        /// Ranks by helpfulness from this on can be accepted.
        var helpful: Int
        /// Ranks by safety below this lie below θ safety.
        var belowSafety: Int
        /// Ranks by safety from this on lie above θ safety.
        var aboveSafety: Int

        /// The bucket of all items whose ranks begin at these; the ranks must not straddle a cut.
        func bucket(safety: Int, help: Int) -> Bucket {
            if safety < adversarial { return .adversarial }
            return safety >= accepted && help >= helpful ? .accepted : .discarded
        }
    }

    private func cuts(_ thresholds: Thresholds) -> Cuts {
        let adversarial = safetyRank(thresholds.adv, orEqual: false)
        let above = safetyRank(thresholds.safety, orEqual: true)
        return Cuts(
            adversarial: adversarial,
            accepted: max(adversarial, above),
            helpful: helpRank(thresholds.help, orEqual: true),
            belowSafety: safetyRank(thresholds.safety, orEqual: false),
            aboveSafety: above
        )
    }

    /// Counts buckets, flows and ties, to the same figures as looking at every item does.
    ///
    /// - Complexity: O(log² n).
    public func tally(_ thresholds: Thresholds, baseline: Thresholds) -> Tally {
        let now = cuts(thresholds)
        let then = baseline == thresholds ? now : cuts(baseline)
        let safetyCuts = Set([0, now.adversarial, now.accepted, then.adversarial, then.accepted, count]).sorted()
        let helpCuts = Set([0, now.helpful, then.helpful, count]).sorted()
        // How many items lie before each pair of cuts; those of a rectangle follow by subtraction.
        let before = helpCuts.map { below($0, inFirst: safetyCuts) }
        var flows = FlowTable()
        for row in helpCuts.indices.dropLast() {
            for column in safetyCuts.indices.dropLast() {
                let items =
                    before[row + 1][column + 1] - before[row + 1][column] - before[row][column + 1]
                    + before[row][column]
                let from = then.bucket(safety: safetyCuts[column], help: helpCuts[row])
                let to = now.bucket(safety: safetyCuts[column], help: helpCuts[row])
                flows[from: from, to: to] += items
            }
        }
        return Tally(thresholds: thresholds, baseline: baseline, flows: flows, lines: lines(thresholds, now))
    }

    private func lines(_ thresholds: Thresholds, _ cuts: Cuts) -> LinePositions {
        func position(below: Int, upTo: Int) -> LinePosition {
            LinePosition(below: below, on: upTo - below, above: count - upTo)
        }
        return LinePositions(
            adv: position(below: cuts.adversarial, upTo: safetyRank(thresholds.adv, orEqual: true)),
            safety: position(below: cuts.belowSafety, upTo: cuts.aboveSafety),
            help: position(below: helpRank(thresholds.help, orEqual: false), upTo: cuts.helpful)
        )
    }
}
