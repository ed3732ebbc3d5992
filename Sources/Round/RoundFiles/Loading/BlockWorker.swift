import Basics
import RoundModel

/// What one thread does for one shard: takes pieces, parses them, delivers them, until there are none.
struct BlockWorker {
    let supplier: any TextSupplier
    let parser: RowParser
    let joiner: Joiner
    let lowerIsBetter: Set<ScoreName>
    let rowLimit: Int
    /// Sees every block that has items.
    let observer: (any BlockObserver)?
    let buffer = TextBuffer()
    /// What the observer is shown of decoded text.
    let room = TextBuffer()

    /// What parsing text takes at most, with what an observer decodes of it.
    static func memory(for bytes: Int) -> Int { 8 * bytes }

    /// - Throws: what the supplier throws; `cancelled`, `memoryLimit`.
    func run(_ work: SharedWork<RoundFilesError>) throws(RoundFilesError) {
        while try work.next() != nil, let piece = try supplier.next(into: buffer) {
            try take(piece, text: buffer.bytes)
        }
    }

    /// Parses one piece and delivers it.
    func take(_ piece: TextPiece, text: UnsafeRawBufferPointer) throws(RoundFilesError) {
        try MemoryRoom.require(Self.memory(for: text.count))
        if observer != nil { parser.keepTexts() }
        var block = try parser.parse(text, rowLimit: rowLimit, isBehindBrokenRow: piece.isBehindBrokenRow)
        block.offset = piece.offset
        block.textEnd = piece.offset + text.count
        block.bytesRead = piece.bytesRead
        if let overlong = piece.overlong {
            block.invalid.append(
                InvalidRow(
                    place: RowPlace(shard: 0, offset: overlong.offset - piece.offset, length: overlong.length),
                    line: block.lines,
                    lastLine: block.lines + overlong.linesInside,
                    reason: overlong.isUnfinished ? .unfinishedQuote : .tooLong(limit: rowLimit)
                )
            )
            block.lines += overlong.lines
            block.textEnd = overlong.offset + overlong.length
        }
        for score in lowerIsBetter {
            switch score {
            case .safety: block.safety.turnRound()
            case .helpfulness: block.helpfulness.turnRound()
            }
        }
        if let observer, !block.safety.isEmpty {
            block.inTurn = observer.see(SeenBlock(block, text: text, parser: parser, room: room))
        }
        try joiner.deliver(block, sequence: piece.sequence)
    }
}

extension [Double] {
    /// Makes lower scores the higher ones; zero stays the zero that it is compared as.
    fileprivate mutating func turnRound() {
        for index in indices { self[index] = 0 - self[index] }
    }
}
