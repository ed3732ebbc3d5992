import RoundModel

/// Wishes about a round of which there is a grid.
extension WishRequest {
    /// Works out what needs no file; nil for the thresholds of another round.
    ///
    /// - Complexity: O(log lines) counts of the grid.
    func quickAnswer(in grid: ScoreGrid) -> WishAnswer? {
        if case .file = wish { return nil }
        return answer(in: grid) { _ in .failure(WorkFailure("", isStopped: true)) }
    }

    /// Works it out: a count or a share is sought among the lines, where counts are exact.
    ///
    /// - Parameter read: the thresholds of a review or an export by its path.
    /// - Complexity: O(log lines) counts of the grid.
    func answer(
        in grid: ScoreGrid,
        read: (String) -> Result<Thresholds, WorkFailure>
    ) -> WishAnswer {
        switch wish {
        case .count(let wanted, let bucket): find(bucket, wanted, in: grid)
        case .share(let share, let bucket): find(bucket, Int((share * Double(grid.items)).rounded()), in: grid)
        case .value, .baseline, .file:
            told(answer(counts: { _ in BucketCounts() }, read: read), in: grid)
        }
    }

    private func told(_ answer: WishAnswer, in grid: ScoreGrid) -> WishAnswer {
        var told = WishAnswer(thresholds: answer.thresholds, counts: nil, note: answer.note)
        told.whole = answer.thresholds.map { GridCounts(grid, at: $0).tally }
        return told
    }

    private func find(_ bucket: Bucket, _ wanted: Int, in grid: ScoreGrid) -> WishAnswer {
        guard let name = names.first, names.count == 1 else {
            let text = "a count or a share sets one threshold; name it, as in safety 600 accepted"
            return WishAnswer(thresholds: nil, counts: nil, note: text)
        }
        let lines = grid[name].lines
        var known: [Int: Int] = [:]
        // By the middle, where the other two thresholds leave it open.
        func count(_ line: Int) -> Int {
            if let count = known[line] { return count }
            let range = GridCounts(grid, at: setting(name, lines[line])).tally[bucket]
            known[line] = (range.low + range.high) / 2
            return known[line] ?? 0
        }
        let last = lines.count - 1
        guard count(0) != count(last) else {
            let items = DecimalText.grouped(count(0))
            let text = "\(name.title) does not change how many items are \(bucket.name): \(items)"
            return WishAnswer(thresholds: nil, counts: nil, note: text)
        }
        let grows = count(last) > count(0)
        var (low, high) = (0, last)
        while high - low > 1 {
            let middle = (low + high) / 2
            if (count(middle) <= wanted) == grows { low = middle } else { high = middle }
        }
        let best = abs(count(low) - wanted) <= abs(count(high) - wanted) ? low : high
        let note =
            count(best) == wanted
            ? nil
            : "no line of the grid gives \(DecimalText.grouped(wanted)) \(bucket.name); this one is nearest"
        return told(WishAnswer(thresholds: setting(name, lines[best]), counts: nil, note: note), in: grid)
    }

    private func setting(_ name: ThresholdName, _ value: Double) -> Thresholds {
        var next = now
        next[name] = value
        return next
    }
}
