internal import RoundModel

/// Sees the rows of a round while they are read, when their bytes are in the cache anyway.
public protocol BlockObserver: Sendable {
    /// Called once for every block that has items, from several threads at once and in no order.
    ///
    /// - Returns: what is left to do when it is the block's turn in the round: it is called after that of all blocks
    ///   before, one at a time, and holds up the load meanwhile; nil for nothing.
    func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)?
}

/// The items of one block with their texts; what it gives is valid for as long as the observer is asked.
public struct SeenBlock: ~Copyable {
    private let parsed: ParsedBlock
    private let text: UnsafeRawBufferPointer
    private let parser: RowParser
    private let room: TextBuffer

    /// - Parameters:
    ///   - parsed: what `parser` made of `text` last, with the scores as they count.
    ///   - room: for what has to be decoded; used up by the block.
    init(_ parsed: ParsedBlock, text: UnsafeRawBufferPointer, parser: RowParser, room: TextBuffer) {
        self.parsed = parsed
        self.text = text
        self.parser = parser
        self.room = room
        room.count = 0
        room.shrink(to: 4 << 20)
        room.reserve(3 * text.count + 64)
    }

    /// Safety scores, one an item.
    public var safety: [Double] { parsed.safety }

    /// Helpfulness scores, one an item.
    public var helpfulness: [Double] { parsed.helpfulness }

    /// Goes over every field of an item's row, nested objects opened; what `body` gets is valid until it returns.
    ///
    /// - Returns: false where the row cannot be read again, which it can be unless it changes meanwhile.
    /// - Precondition: `0 <= index < safety.count`.
    /// - Complexity: O(row).
    public func visitFields(of index: Int, _ body: (RowField) -> Void) -> Bool {
        let (start, length) = (Int(parsed.rowStart[index]), Int(parsed.rowLength[index]))
        return parser.visitFields(of: UnsafeRawBufferPointer(rebasing: text[start..<start + length]), body)
    }

    /// Whether the rows have a field that parent prompts stand in.
    public var hasParent: Bool { parser.hasParent }

    /// The decoded prompt of an item and, where they are wanted, its response and its parent, valid for as long as the block
    /// is; nil where they cannot be had, which they can of every row that does not change meanwhile.
    ///
    /// To be asked once for an item.
    /// - Precondition: `0 <= index < safety.count`.
    /// - Complexity: O(texts).
    public func texts(of index: Int, _ wanted: DecodedRow.Texts = .pair) -> DecodedRow? {
        parser.parsedTexts(index, in: text, wanted, room: room)
    }
}
