public import RoundModel

/// Reads the rows of whole blocks, for passes over a round; it owns a parser and buffers, so one thread uses one.
///
///     let reader = texts.makeRowReader()
///     for block in columns.blocks {
///         try reader.open(block)
///         for index in 0..<block.count {
///             let row = reader.row(index)             // source bytes
///             let texts = try reader.decode(row)      // prompt, response, ...
///         }
///     }
public final class RowReader {
    private let shards: [Shard]
    private let buffer = TextBuffer()
    private let room = TextBuffer()
    private var parser: RowParser?
    private var parserShard = -1
    private var block: ColumnBlock?
    /// Where the bytes in the buffer begin, counted as the block counts its rows.
    private var bufferStart = 0

    init(shards: [Shard]) { self.shards = shards }

    /// Reads the text of a block's rows. What `row` gave for an earlier block ends here.
    ///
    /// - Throws: as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of the block), in one read.
    public func open(_ block: ColumnBlock) throws(RoundFilesError) {
        try open(block, rows: 0..<block.count)
    }

    /// Reads the text of some of a block's rows: those of `rows` only may then be asked for.
    ///
    /// - Precondition: `rows` lies within `0..<block.count`.
    /// - Throws: as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes from the first of the rows to the last), in one read.
    public func open(_ block: ColumnBlock, rows: Range<Int>) throws(RoundFilesError) {
        let shard = shards[block.shard]
        if parserShard != block.shard || parser == nil {
            parser = try shard.makeParser()
            parserShard = block.shard
        }
        self.block = block
        buffer.count = 0
        guard let last = rows.last else { return }
        bufferStart = Int(block.rowStart[rows.lowerBound])
        let count = Int(block.rowStart[last]) + Int(block.rowLength[last]) - bufferStart
        if buffer.needsMore(count + 64) { try MemoryRoom.require(BlockWorker.memory(for: count)) }
        buffer.reserve(count + 64)
        try shard.fill(
            UnsafeMutableRawBufferPointer(rebasing: buffer.free[..<count]),
            at: block.baseOffset + bufferStart
        )
        buffer.count = count
    }

    /// Reads a block again and shows it to an observer, as a load would have.
    ///
    /// - Returns: what the observer has to do when all blocks before this one are in their places.
    /// - Throws: as `RoundTexts.rowBytes`; `changed` where the rows no longer read as they did.
    /// - Complexity: O(bytes of the block).
    public func show(
        _ block: ColumnBlock,
        to observer: any BlockObserver
    ) throws(RoundFilesError) -> (@Sendable () -> Void)? {
        guard block.count > 0 else { return nil }
        try open(block)
        guard let parser else { throw notAsItWas }
        parser.keepTexts()
        // The first row is a valid one, whatever stands before it.
        var parsed = try parser.parse(buffer.bytes, rowLimit: LoadSettings().rowLimit)
        let start = UInt32(bufferStart)
        guard parsed.rowLength.elementsEqual(block.rowLength),
            parsed.rowStart.elementsEqual(block.rowStart.lazy.map { $0 - start })
        else { throw notAsItWas }
        (parsed.safety, parsed.helpfulness) = (block.safety, block.helpfulness)
        return observer.see(SeenBlock(parsed, text: buffer.bytes, parser: parser, room: room))
    }

    /// The bytes of one row of the open block, by its index in the block, without the line end; valid until the next
    /// `open`. Rows that follow each other in the file follow each other in memory, with the bytes between them.
    ///
    /// - Precondition: the row is one of those that were opened.
    public func row(_ index: Int) -> UnsafeRawBufferPointer {
        guard let block else { preconditionFailure("no block is open") }
        let start = Int(block.rowStart[index]) - bufferStart
        return UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<start + Int(block.rowLength[index])])
    }

    /// Some of the decoded texts of a row of the open block; valid until the next `decode` or `open`.
    ///
    /// - Parameter wanted: what is not wanted is given as empty or nil.
    /// - Throws: `changed` where the row no longer reads as it did when it was loaded.
    /// - Complexity: O(row).
    public func decode(
        _ row: UnsafeRawBufferPointer,
        _ wanted: DecodedRow.Texts = .pair
    ) throws(RoundFilesError) -> DecodedRow {
        if let decoded = parser?.decode(row, wanted) { return decoded }
        throw notAsItWas
    }

    /// All turns of the chat that a row's prompt and response are turns of, up to the response; nil where they are none.
    ///
    /// - Throws: `changed` where the row no longer reads as it did when it was loaded.
    /// - Complexity: O(row).
    public func turns(of row: UnsafeRawBufferPointer) throws(RoundFilesError) -> [ChatTurn]? {
        guard let parser, shards.indices.contains(parserShard) else { throw notAsItWas }
        let fields = shards[parserShard].fields
        guard parser.layout == .json, let prompt = fields[.prompt], let response = fields[.response],
            max(prompt.keys.count, response.keys.count) > 2
        else { return nil }
        return parser.turns(of: row, prompt: prompt, response: response)
    }

    /// Goes over every field of a row of the open block, nested objects opened; what `body` gets is valid until it returns.
    ///
    /// - Throws: `changed` where the row no longer reads as it did when it was loaded.
    /// - Complexity: O(row).
    public func visitFields(
        of row: UnsafeRawBufferPointer,
        _ body: (RowField) -> Void
    ) throws(RoundFilesError) {
        guard parser?.visitFields(of: row, body) == true else { throw notAsItWas }
    }

    /// A row of the open block as a line of the default export format, without the line end: the row's own bytes for
    /// JSON Lines, a JSON object for delimited text. Valid until the next call of `jsonLine`, and as long as the row.
    ///
    /// - Throws: `changed` where the row no longer reads as it did when it was loaded.
    /// - Complexity: O(row) for delimited text, else O(1).
    public func jsonLine(_ row: UnsafeRawBufferPointer) throws(RoundFilesError) -> UnsafeRawBufferPointer {
        if let line = parser?.jsonLine(row) { return line }
        throw notAsItWas
    }

    /// What lines that `jsonLine` gave for rows of the open block hold that some readers of JSON refuse, and how many hold each.
    ///
    /// What `decode` gave before ends here.
    /// - Parameter lines: each with its line end.
    /// - Throws: `noMemory`.
    /// - Complexity: O(bytes).
    public func troubles(ofLines lines: [UInt8]) throws(RoundFilesError) -> RowTroubles {
        var troubles = RowTroubles()
        guard let parser, parser.layout == .json else {
            // Written by the program itself, a line has no other fault than its length.
            for line in lines.split(separator: UInt8(ascii: "\n")) where line.count > RowTroubles.longLine {
                troubles[.longLine] += 1
            }
            return troubles
        }
        if lines.isEmpty { return troubles }
        room.count = 0
        if room.needsMore(lines.count + 64) { try MemoryRoom.require(BlockWorker.memory(for: lines.count)) }
        room.reserve(lines.count + 64)
        lines.withUnsafeBytes { room.append($0) }
        return try parser.parse(room.bytes, rowLimit: .max).troubles
    }

    private var notAsItWas: RoundFilesError {
        .changed(path: shards.indices.contains(parserShard) ? shards[parserShard].name : "", change: .written)
    }
}
