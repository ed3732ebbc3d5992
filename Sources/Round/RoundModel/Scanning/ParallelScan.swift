import Basics

/// Looks at all blocks of a round on all cores.
public enum ParallelScan {
    /// Fewer items than this are not worth a second thread.
    static let worthwhile = 100_000

    /// Calls `body` with runs of consecutive blocks that together are all blocks, at once on all cores, and returns the
    /// results in the order of the round.
    ///
    /// - Complexity: that of `body` over all blocks, shared among the cores.
    public static func run<Result: Sendable>(
        over columns: ScoreColumns,
        _ body: @Sendable (_ blocks: Range<Int>) -> Result
    ) -> [Result] {
        let runs = split(columns, into: cores)
        return ParallelMap.of(runs.count) { body(runs[$0]) }
    }

    static let cores = Processors.count(atMost: 64)

    /// Runs of blocks with about as many items each, at most `count` of them; one run for a small round.
    static func split(_ columns: ScoreColumns, into count: Int) -> [Range<Int>] {
        let all = 0..<columns.blocks.count
        guard count > 1, columns.count >= worthwhile else { return [all] }
        var runs: [Range<Int>] = []
        var start = 0
        for number in 1...count {
            let end =
                number == count
                ? all.upperBound : columns.blockNumber(of: columns.count / count * number) ?? all.upperBound
            if end > start { runs.append(start..<end) }
            start = max(start, end)
        }
        return runs
    }
}
