internal import Basics
internal import RoundFiles
internal import RoundModel
internal import Synchronization
internal import TrainingGuard

/// The rows of a round that are evaluation prompts by their field `split`.
final class SplitPrompts: Sendable {
    /// What other prompts are compared with.
    let index: PromptIndex
    /// The item of each, in the order of the index.
    let items: [Int]
    /// Rows with such a field.
    let rows: Int
    /// Prompts that other rows have in the training split.
    let inBoth: Int

    /// Whether rows of a round seem to have a field `split`: the first of each block is looked at.
    ///
    /// - Complexity: O(blocks).
    static func areThere(in round: LoadedRound) -> Bool {
        let reader = round.texts.makeRowReader()
        for block in round.columns.blocks where block.count > 0 {
            var isThere = false
            guard (try? reader.open(block, rows: 0..<1)) != nil,
                (try? reader.visitFields(of: reader.row(0), { if $0.isSplit { isThere = true } })) != nil
            else { return false }
            if isThere { return true }
        }
        return false
    }

    /// Looks at the field of every row.
    ///
    /// - Complexity: O(bytes of the round), shared among the cores.
    init(in round: LoadedRound, rule: NearRule, cancellation: Cancellation) throws(ExportError) {
        struct Part: Sendable {
            var evaluation: [(item: Int, prompt: [UInt8])] = []
            var training: Set<UInt64> = []
        }
        let chunks = RowChunk.all(of: round.columns)
        let all = Mutex(Part())
        let work = SharedWork<ExportError>(count: chunks.count, cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { work throws(ExportError) in
            let reader = round.texts.makeRowReader()
            let keys = PromptForm()
            var part = Part()
            while let number = try work.next() {
                let chunk = chunks[number]
                do throws(RoundFilesError) {
                    try reader.open(round.columns.blocks[chunk.block], rows: chunk.rows)
                    for index in chunk.rows {
                        let row = reader.row(index)
                        var split: SplitValue?
                        try reader.visitFields(of: row) { if $0.isSplit, !$0.isNull { split = SplitValue($0.value) } }
                        guard let split else { continue }
                        let prompt = try reader.decode(row, .prompt).prompt
                        if split == .evaluation {
                            let item = chunk.firstItem + index - chunk.rows.lowerBound
                            part.evaluation.append((item, Array(prompt)))
                        } else {
                            part.training.insert(keys.key(of: prompt))
                        }
                    }
                } catch {
                    throw ExportError(error)
                }
            }
            let found = part
            all.withLock {
                $0.evaluation += found.evaluation
                $0.training.formUnion(found.training)
            }
        }
        let found = all.withLock { $0 }
        var builder = PromptIndex.Builder(rule)
        var items: [Int] = []
        let keys = PromptForm()
        var both: Set<UInt64> = []
        for (item, prompt) in found.evaluation.sorted(by: { $0.item < $1.item }) {
            prompt.withUnsafeBytes { prompt in
                let key = keys.key(of: prompt)
                if found.training.contains(key) { both.insert(key) }
                if builder.add(prompt) { items.append(item) }
            }
        }
        index = builder.build()
        (self.items, rows, inBoth) = (items, found.evaluation.count, both.count)
    }
}
