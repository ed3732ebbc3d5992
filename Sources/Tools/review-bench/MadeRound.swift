import RoundModel
import SampleRounds

/// A round in memory, in blocks as a load makes them.
enum MadeRound {
    /// Rows of a block: a load's blocks hold about a mebibyte of text.
    private static let blockItems = 1200
    /// What a row would take in a file.
    private static let rowBytes = 870

    /// Items with the scores that `make-sample-data --bench` gives to the rows of the same seed.
    ///
    /// - Complexity: O(items).
    static func columns(items: Int, seed: UInt64) -> ScoreColumns {
        var blocks: [ColumnBlock] = []
        var safety: [Double] = []
        var help: [Double] = []
        func close() {
            guard !safety.isEmpty else { return }
            let first = blocks.count * blockItems
            blocks.append(
                ColumnBlock(
                    safety: safety,
                    helpfulness: help,
                    rowStart: safety.indices.map { UInt32($0 * rowBytes) },
                    rowLength: [UInt32](repeating: UInt32(rowBytes - 1), count: safety.count),
                    shard: 0,
                    baseOffset: first * rowBytes,
                    firstLine: first + 1
                )
            )
            safety = []
            help = []
        }
        var round = BenchRound(format: .jsonl, seed: seed)
        round.forEachScore(items: items) { one, other in
            if safety.isEmpty {
                safety.reserveCapacity(blockItems)
                help.reserveCapacity(blockItems)
            }
            safety.append(one)
            help.append(other)
            if safety.count == blockItems { close() }
        }
        close()
        return ScoreColumns(blocks: blocks)
    }
}
