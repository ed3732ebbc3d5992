internal import AuditStatistics
internal import Basics
internal import ReviewAudit
internal import RoundFiles
internal import RoundModel
internal import Synchronization

/// What responses to the same prompt are chosen by, the highest value first.
struct AnswerValues: Sendable {
    let round: LoadedRound
    let groups: PromptGroups
    let cancellation: Cancellation

    /// The value of a score: it compares as the score does.
    static func value(_ scores: Scores?, _ name: ScoreName) -> UInt64 {
        guard let scores else { return 0 }
        return (name == .safety ? scores.safety : scores.helpfulness).orderedBits
    }

    /// Writes for each exported pair that has others how many exported pairs are less safe, and how many less helpful.
    ///
    /// - Complexity: O(m log m) for m exported pairs; 8 bytes for each.
    func writeRanks(to values: Values) throws(ExportError) {
        for name in ScoreName.allCases {
            var all: [UInt64] = []
            round.columns.forEachBlock { first, safety, help in
                let scores = name == .safety ? safety : help
                for index in scores.indices where groups.isExported(first + index) {
                    all.append(scores[index].orderedBits)
                }
            }
            if cancellation.isCancelled { throw .cancelled }
            all.sort()
            for item in 0..<groups.count where groups.hasOthers(item) {
                let rank = UInt64(Self.below(Self.value(round.columns.scores(of: item), name), in: all))
                values.start[item] = name == ScoreName.allCases.first ? rank : values.start[item] + rank
            }
        }
    }

    /// Writes for each exported pair that has others its permanent random number, turned round: the smallest number is the
    /// highest value.
    ///
    /// - Complexity: O(bytes of the blocks with such pairs), shared among the cores.
    func writeRandom(_ seed: UInt64, to values: Values) throws(ExportError) {
        let chunks = RowChunk.all(of: round.columns)
        let work = SharedWork<ExportError>(count: chunks.count, cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { work throws(ExportError) in
            let reader = round.texts.makeRowReader()
            while let number = try work.next() {
                let chunk = chunks[number]
                let items = chunk.firstItem..<chunk.firstItem + chunk.rows.count
                guard let first = items.first(where: groups.hasOthers), let last = items.last(where: groups.hasOthers)
                else { continue }
                func row(_ item: Int) -> Int { chunk.rows.lowerBound + item - chunk.firstItem }
                do throws(RoundFilesError) {
                    try reader.open(round.columns.blocks[chunk.block], rows: row(first)..<row(last) + 1)
                    for item in first...last where groups.hasOthers(item) {
                        let texts = try reader.decode(reader.row(row(item)), .pair)
                        let digest = ItemDigest(prompt: texts.prompt, response: texts.response)
                        values.start[item] = ~EstimationQueue.number(ofContent: digest.high, seed: seed).bits
                    }
                } catch {
                    throw ExportError(error)
                }
            }
        }
    }

    /// One number an item.
    ///
    /// Unchecked: each thread writes those of its own items.
    struct Values: @unchecked Sendable {
        let start: UnsafeMutablePointer<UInt64>
    }

    /// How many of some ascending numbers are smaller.
    private static func below(_ value: UInt64, in sorted: [UInt64]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
