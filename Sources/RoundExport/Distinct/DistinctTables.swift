internal import RoundModel

/// What has been seen of a round so far, row after row in its order.
struct DistinctTables: ~Copyable {
    private var prompts: ItemTable
    private var pairs: ItemTable
    private(set) var sets = DistinctSets()

    /// How an accepted or adversarial row's texts are compared with an earlier item's when their hashes agree.
    enum Comparison {
        /// Not now: they are taken for the same, and whoever has the time compares them later.
        case later
        /// Before the row is counted.
        case now
    }

    // The marks of a prompt.
    private static let isAdversarial: UInt16 = 1
    private static let isAccepted: UInt16 = 2
    private static let hasSeveralAccepted: UInt16 = 4

    /// Tables for as many rows as the buckets hold; nil where there is no memory for them.
    init?(counts: BucketCounts) {
        guard let prompts = ItemTable(capacity: counts.adversarial + counts.accepted),
            let pairs = ItemTable(capacity: counts.accepted)
        else { return nil }
        self.prompts = prompts
        self.pairs = pairs
    }

    /// Counts the rows of the next chunk, and notes in each which item was the first with its texts and whether the
    /// row stands for them in its set.
    mutating func enter(
        _ chunk: inout SelectedTexts,
        comparing comparison: Comparison,
        with recall: inout TextRecall
    ) throws(ExportError) {
        for number in chunk.rows.indices {
            var row = chunk.rows[number]
            let prompt = try prompts.enter(row.item, hash: row.promptHash) { item throws(ExportError) in
                comparison == .later ? true : try recall.hasPrompt(item, of: row, in: chunk)
            }
            row.firstPrompt = prompt.first
            row.isExported =
                if row.bucket == .adversarial {
                    countAdversarial(prompt.slot)
                } else {
                    try countAccepted(&row, prompt.slot, chunk, comparison, &recall)
                }
            chunk.rows[number] = row
        }
    }

    private mutating func countAdversarial(_ slot: Int) -> Bool {
        let marks = prompts[marksAt: slot]
        guard marks & Self.isAdversarial == 0 else { return false }
        prompts[marksAt: slot] = marks | Self.isAdversarial
        sets.adversarialPrompts += 1
        if marks & Self.isAccepted != 0 { sets.promptsInBoth += 1 }
        return true
    }

    private mutating func countAccepted(
        _ row: inout SelectedTexts.Row,
        _ slot: Int,
        _ chunk: borrowing SelectedTexts,
        _ comparison: Comparison,
        _ recall: inout TextRecall
    ) throws(ExportError) -> Bool {
        let accepted = row
        let pair = try pairs.enter(row.item, hash: row.pairHash) { item throws(ExportError) in
            comparison == .later ? true : try recall.hasPair(item, of: accepted, in: chunk)
        }
        row.firstPair = pair.first
        guard pair.isNew else { return false }
        sets.acceptedPairs += 1
        let marks = prompts[marksAt: slot]
        if marks & Self.isAccepted == 0 {
            prompts[marksAt: slot] = marks | Self.isAccepted
            sets.acceptedPrompts += 1
            if marks & Self.isAdversarial != 0 { sets.promptsInBoth += 1 }
        } else if marks & Self.hasSeveralAccepted == 0 {
            prompts[marksAt: slot] = marks | Self.hasSeveralAccepted
            sets.promptsWithSeveralAccepted += 1
        }
        return true
    }
}
