import RoundModel
import Synchronization

/// Puts parsed blocks in order and keeps what has come so far. Threads deliver in any order.
final class Joiner: Sendable {
    private let state = Mutex(State())

    /// What the round holds so far.
    struct Content: Sendable {
        var blocks: [ColumnBlock] = []
        var invalid = InvalidRows()
        var items = 0
        var textScores = 0
        var emptyTexts = 0
        var nonFiniteRows = 0
        var troubles = RowTroubles()
        var bytesRead = 0
    }

    fileprivate struct State: ~Copyable {
        var content = Content()
        var ids = DealtIDs()
        var shard = 0
        var bytesBefore = 0
        var textEnd = 0
        var linesBefore = 0
        var next = 0
        /// Blocks that came before one that goes before them. They hold no text, so they take no more room than later.
        var early: [Int: ParsedBlock] = [:]
    }

    /// Makes room for the next shard's blocks.
    ///
    /// - Parameters:
    ///   - lines: lines before the first block: a header.
    ///   - bytesBefore: bytes on disk of the shards before.
    func begin(shard: Int, lines: Int, bytesBefore: Int) {
        state.withLock { state in
            state.shard = shard
            state.linesBefore = lines
            state.bytesBefore = bytesBefore
            state.textEnd = 0
            state.next = 0
        }
    }

    /// - Throws: `outOfMemory`.
    func deliver(_ block: ParsedBlock, sequence: Int) throws(RoundFilesError) {
        try state.withLock { state throws(RoundFilesError) in
            state.early[sequence] = block
            while let block = state.early.removeValue(forKey: state.next) {
                try state.append(block)
                state.next += 1
            }
        }
    }

    var content: Content { state.withLock { $0.content } }

    /// Where the text of the present shard ends, as far as it was delivered.
    var textEnd: Int { state.withLock { $0.textEnd } }

    /// How far the load has come, for telling whether a snapshot would show anything new.
    var mark: (items: Int, bytesRead: Int) { state.withLock { ($0.content.items, $0.content.bytesRead) } }

    /// Counts the items whose id was there before, and forgets the ids.
    func countRepeatedIDs() -> Int {
        var ids = state.withLock { state in
            var taken = DealtIDs()
            swap(&taken, &state.ids)
            return taken
        }
        return ids.countRepeats()
    }
}

extension Joiner.State {
    fileprivate mutating func append(_ block: ParsedBlock) throws(RoundFilesError) {
        content.invalid.append(block.invalid, shard: shard, offset: block.offset, line: linesBefore + 1)
        if !block.safety.isEmpty {
            content.blocks.append(
                ColumnBlock(
                    safety: block.safety,
                    helpfulness: block.helpfulness,
                    rowStart: block.rowStart,
                    rowLength: block.rowLength,
                    shard: shard,
                    baseOffset: block.offset,
                    firstLine: linesBefore + 1
                )
            )
            content.items += block.safety.count
        }
        block.inTurn?()
        if !ids.append(block.ids) { throw .outOfMemory }
        content.textScores += block.textScores
        content.emptyTexts += block.emptyTexts
        content.nonFiniteRows += block.nonFiniteRows
        content.troubles += block.troubles
        content.bytesRead = max(content.bytesRead, bytesBefore + block.bytesRead)
        linesBefore += block.lines
        textEnd = max(textEnd, block.textEnd)
    }
}
