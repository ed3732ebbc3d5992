internal import Basics
internal import CMarkdown

extension TextShape {
    /// A line of more bytes than this is broken into rows, whatever it is: nobody reads code that wide, and what hides far to
    /// the right is not read at all.
    public static let widestLine = 2_000

    /// A text of more bytes than this is set as it stands: what stands out in it would take many times its memory.
    public static let mostMarkdownBytes = 4 << 20

    /// Bytes of memory that it takes at most to read so many bytes of markdown.
    static func memory(ofMarkdown bytes: Int) -> Int { bytes > mostMarkdownBytes ? 0 : 24 * bytes }

    /// The shape of a text that may be written in markdown, as CommonMark reads it.
    ///
    /// Blocks of code stay in rows of their own, indented ones and those whose fence is closed; so do tables. Further rows of
    /// an item or a quotation begin under its text.
    ///
    /// - Complexity: O(bytes), whatever they say.
    public init(markdown bytes: [UInt8]) {
        guard bytes.count <= Self.mostMarkdownBytes else {
            self = .plain
            return
        }
        var reader = MarkdownReader(bytes)
        reader.read()
        self = reader.shape()
    }
}

/// Collects what md4c finds in a text.
private struct MarkdownReader {
    private struct Piece {
        var bytes: Range<Int>
        var style: UInt32
        var block: UInt32
        var fence: UInt8
    }

    let bytes: [UInt8]
    private var pieces: [Piece] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
        var found: [Piece] = []
        let status = bytes.withUnsafeBytes { text in
            withUnsafeMutablePointer(to: &found) { found in
                cmd_scan(
                    text.baseAddress?.assumingMemoryBound(to: CChar.self),
                    text.count,
                    { context, piece in
                        guard let context, let piece = piece?.pointee else { return 0 }
                        context.assumingMemoryBound(to: [Piece].self).pointee.append(
                            Piece(
                                bytes: piece.start..<piece.start + piece.length,
                                style: piece.style,
                                block: piece.block,
                                fence: UInt8(bitPattern: piece.fence)
                            )
                        )
                        return 0
                    },
                    found
                )
            }
        }
        if status == 0 { pieces = found }
    }

    func shape() -> TextShape {
        TextShape(runs: runs(), lines: lines())
    }

    private func runs() -> [TextShape.Run] {
        var runs: [TextShape.Run] = []
        for piece in pieces {
            let style = TextShape.Style(markdown: piece.style)
            guard !style.isEmpty else { continue }
            if let last = runs.last, last.style == style, last.bytes.upperBound == piece.bytes.lowerBound {
                runs[runs.count - 1].bytes = last.bytes.lowerBound..<piece.bytes.upperBound
            } else {
                runs.append(.init(piece.bytes, style))
            }
        }
        return runs
    }

    private func lines() -> [TextShape.Line] {
        let closed = closedBlocks()
        let tables = TableLines.all(in: bytes)
        var lines: [TextShape.Line] = []
        var (next, table) = (0, 0)
        SafeText.forEachLine(of: bytes) { line in
            while next < pieces.count, pieces[next].bytes.lowerBound < line.lowerBound { next += 1 }
            while table < tables.count, tables[table].upperBound <= line.lowerBound { table += 1 }
            let first = next < pieces.count && pieces[next].bytes.lowerBound < line.upperBound ? pieces[next] : nil
            let isTable = table < tables.count && tables[table].contains(line.lowerBound)
            let isCode = first.map { $0.block > 0 && ($0.fence == 0 || closed.contains($0.block)) } ?? false
            let isUnwrapped = (isCode || isTable) && line.count <= TextShape.widestLine
            let text = isUnwrapped ? nil : first.map { textStart($0.bytes.lowerBound, in: line) }
            guard isUnwrapped || text ?? line.lowerBound > line.lowerBound else { return }
            lines.append(.init(start: line.lowerBound, text: text ?? line.lowerBound, isUnwrapped: isUnwrapped))
        }
        return lines
    }

    /// The blocks of code whose fence is closed. One that is not takes all that follows, and is set as other text.
    private func closedBlocks() -> Set<UInt32> {
        var closed: Set<UInt32> = []
        for (index, piece) in pieces.enumerated() where piece.block > 0 && piece.fence != 0 {
            let isLast = index + 1 == pieces.count || pieces[index + 1].block != piece.block
            if isLast, closes(after: piece) { closed.insert(piece.block) }
        }
        return closed
    }

    /// Whether one of the lines behind a block's last piece, of which all others are blank, is its fence.
    private func closes(after piece: Piece) -> Bool {
        var at = piece.bytes.upperBound
        while at < bytes.count, bytes[at].isBlank || bytes[at] == UInt8(ascii: ">") { at += 1 }
        return at + 2 < bytes.count && bytes[at..<at + 3].allSatisfy { $0 == piece.fence }
    }

    /// The first byte of a line's text, from the first that md4c tells: what marks up a word belongs to the word.
    private func textStart(_ told: Int, in line: Range<Int>) -> Int {
        var start = told
        while start > line.lowerBound, !bytes[start - 1].isBlank, "*_~`[!<\\(".utf8.contains(bytes[start - 1]) {
            start -= 1
        }
        return start
    }
}

extension UInt8 {
    /// True for a blank, a tab and what ends a line.
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension TextShape.Style {
    fileprivate init(markdown flags: UInt32) {
        self = []
        let names: [(Int, TextShape.Style)] = [
            (CMD_STRONG, .strong), (CMD_EMPHASIS, .emphasis), (CMD_CODE, .code), (CMD_CODE_BLOCK, .code),
            (CMD_STRUCK, .struck), (CMD_HEADING, .heading), (CMD_QUOTE, .quote),
        ]
        for (flag, style) in names where flags & UInt32(flag) != 0 { insert(style) }
    }
}
