import Basics
import Synchronization

/// The rows of a source that is read in order: whoever asks next reads on while the others parse what they have.
///
/// Unchecked: all that changes is `state`, and it is touched by the holder of `turn` alone. The buffers that callers bring
/// are theirs. (A `Mutex` of the state would not do: its value and a caller's buffer meet in one call.)
final class StreamSupplier: TextSupplier, @unchecked Sendable {
    private let turn = Mutex<Void>(())
    private var state: State
    private let spool: SpoolFile?
    private let base: Int

    /// - Parameters:
    ///   - start: where in the shard's text the source stands.
    ///   - readAhead: how many bytes are asked for at once, at least.
    ///   - spool: takes the text as it comes, at `base` and the places behind it.
    /// - Precondition: `0 < blockSize <= rowLimit`, `readAhead > 0`; the source is the supplier's alone from here on.
    init(
        _ source: PeekableSource,
        cutter: RowCutter,
        start: Int,
        blockSize: Int,
        rowLimit: Int,
        readAhead: Int,
        spool: SpoolFile?,
        base: Int,
        cancellation: Cancellation
    ) {
        state = State(
            source: source,
            cutter: cutter,
            blockSize: blockSize,
            rowLimit: rowLimit,
            readAhead: readAhead,
            spool: spool,
            base: base,
            cancellation: cancellation,
            offset: start
        )
        self.spool = spool
        self.base = base
    }

    func next(into buffer: TextBuffer) throws(RoundFilesError) -> TextPiece? {
        let piece = try turn.withLock { _ throws(RoundFilesError) in try state.next(into: buffer) }
        // Outside the lock: several threads may write at once, each to its own place.
        if let piece, let spool { try spool.write(buffer.bytes, at: base + piece.offset) }
        return piece
    }

    private struct State {
        let source: PeekableSource
        let cutter: RowCutter
        let blockSize: Int
        let rowLimit: Int
        let readAhead: Int
        let spool: SpoolFile?
        let base: Int
        let cancellation: Cancellation
        /// Where the carried bytes begin in the shard's text.
        var offset: Int
        /// The beginning of a row whose end has not come yet; the cutter has gone over it.
        let carried = TextBuffer()
        var sequence = 0
        var isAtEnd = false
        /// True once a read failed: what comes behind it has no known place.
        var hasFailed = false

        mutating func next(into buffer: TextBuffer) throws(RoundFilesError) -> TextPiece? {
            if hasFailed { return nil }
            do {
                return try read(into: buffer)
            } catch {
                hasFailed = true
                throw error
            }
        }

        private mutating func read(into buffer: TextBuffer) throws(RoundFilesError) -> TextPiece? {
            buffer.count = 0
            buffer.shrink(to: 4 * blockSize)
            buffer.append(carried.bytes)
            carried.count = 0
            carried.shrink(to: 4 * blockSize)
            let start = offset
            let isBehindBrokenRow = cutter.isBehindBrokenRow
            var rowsEnd = 0
            while !isAtEnd {
                let size = max(blockSize, buffer.count) + readAhead
                if buffer.needsMore(size - buffer.count) { try MemoryRoom.require(2 * size) }
                buffer.reserve(size)
                let searched = buffer.count
                try cancellation.check()
                let got = try source.read(into: buffer.free)
                buffer.count += got
                isAtEnd = got == 0
                let more = UnsafeRawBufferPointer(rebasing: buffer.bytes[searched...])
                if let end = cutter.feed(more) { rowsEnd = searched + end }
                if rowsEnd > 0 && (buffer.count >= blockSize || !source.isReady()) { break }
                if buffer.count - rowsEnd > rowLimit { break }
            }
            let piece = TextPiece(
                sequence: sequence,
                offset: start,
                bytesRead: 0,
                isBehindBrokenRow: isBehindBrokenRow
            )
            return try finish(piece, in: buffer, rowsEnd: isAtEnd ? buffer.count : rowsEnd)
        }

        /// Hands over the whole rows and carries the rest.
        private mutating func finish(
            _ started: TextPiece,
            in buffer: TextBuffer,
            rowsEnd: Int
        ) throws(RoundFilesError) -> TextPiece? {
            if rowsEnd == 0 && buffer.count == 0 { return nil }
            var piece = started
            let start = piece.offset
            sequence += 1
            let rest = UnsafeRawBufferPointer(rebasing: buffer.bytes[rowsEnd...])
            if rest.count > rowLimit {
                piece.overlong = try skipRow(beginningWith: rest, at: start + rowsEnd)
            } else {
                carried.append(rest)
                offset = start + rowsEnd
            }
            buffer.count = rowsEnd
            piece.bytesRead = source.bytesRead
            return piece
        }

        /// Goes over a row that is too long to keep, up to where the next one begins.
        private mutating func skipRow(
            beginningWith rest: UnsafeRawBufferPointer,
            at rowStart: Int
        ) throws(RoundFilesError) -> TextPiece.Overlong {
            try spool?.write(rest, at: base + rowStart)
            var lines = count(of: cutter.lineEnd, in: rest)
            var at = rowStart + rest.count
            let window = TextBuffer()
            window.reserve(1 << 20)
            var endsLine = rest.last == cutter.lineEnd
            while true {
                try cancellation.check()
                window.count = 0
                window.count = try source.read(into: window.free)
                if window.count == 0 {
                    isAtEnd = true
                    offset = at
                    return .init(
                        offset: rowStart,
                        length: at - rowStart,
                        lines: lines,
                        // A line end at the very end ends the row's last line.
                        linesInside: lines - (endsLine ? 1 : 0),
                        isUnfinished: cutter.isInQuotes
                    )
                }
                endsLine = window.bytes.last == cutter.lineEnd
                try spool?.write(window.bytes, at: base + at)
                guard let end = cutter.feedToFirst(window.bytes) else {
                    lines += count(of: cutter.lineEnd, in: window.bytes)
                    at += window.count
                    continue
                }
                offset = at + end
                source.unread(UnsafeRawBufferPointer(rebasing: window.bytes[end...]))
                let rowEnd = end - cutter.lineEndLength(.init(rebasing: window.bytes[..<end]))
                let inside = lines + count(of: cutter.lineEnd, in: .init(rebasing: window.bytes[..<rowEnd]))
                return .init(
                    offset: rowStart,
                    length: at + rowEnd - rowStart,
                    lines: lines + count(of: cutter.lineEnd, in: .init(rebasing: window.bytes[..<end])),
                    linesInside: inside,
                    isUnfinished: false
                )
            }
        }
    }
}

/// How often a byte is there.
func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var rest = bytes
    while let index = firstIndex(of: byte, in: rest) {
        count += 1
        rest = UnsafeRawBufferPointer(rebasing: rest[(index + 1)...])
    }
    return count
}
