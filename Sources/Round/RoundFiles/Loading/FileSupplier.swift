import Basics
import CLibrary
import Synchronization

/// The lines of a plain file: each thread reads its own stretch, so that neither reading nor parsing waits for another.
///
/// A line belongs to the stretch in which it begins.
final class FileSupplier: TextSupplier {
    private let file: SourceFile
    private let descriptor: Descriptor
    private let start: Int
    private let blockSize: Int
    private let rowLimit: Int
    private let cancellation: Cancellation
    private let taken = Atomic<Int>(0)

    /// - Parameter start: where the text begins, behind a byte order mark.
    /// - Precondition: `0 < blockSize <= rowLimit`: a line that is too long is then the last of its stretch.
    init(
        _ file: SourceFile,
        start: Int,
        blockSize: Int,
        rowLimit: Int,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        self.file = file
        self.start = start
        self.blockSize = blockSize
        self.rowLimit = rowLimit
        self.cancellation = cancellation
        descriptor = try file.descriptor()
    }

    func next(into buffer: TextBuffer) throws(RoundFilesError) -> TextPiece? {
        let sequence = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        let first = start + sequence * blockSize
        guard first < file.size else { return nil }
        let last = min(first + blockSize, file.size)
        buffer.count = 0
        buffer.shrink(to: 4 * blockSize + (1 << 16))
        buffer.reserve(blockSize + (1 << 16))
        // The byte before tells whether a line begins right here.
        var begin = sequence == 0 ? first : first - 1
        try fill(buffer, from: begin, to: last)
        if sequence > 0 {
            let lead = lineEnd(in: buffer, from: 0).map { $0 + 1 } ?? buffer.count
            buffer.removeFirst(lead)
            begin += lead
        }
        var piece = TextPiece(sequence: sequence, offset: begin, bytesRead: last)
        if begin < last { try finishLastLine(of: &piece, in: buffer) }
        return piece
    }

    /// Reads on to the end of the line that the stretch ends in.
    private func finishLastLine(of piece: inout TextPiece, in buffer: TextBuffer) throws(RoundFilesError) {
        guard buffer.bytes.last != 0x0A else { return }
        let lineStart = (buffer.bytes.lastIndex(of: 0x0A) ?? -1) + 1
        var lineEnd: Int?
        var step = 1 << 11
        while lineEnd == nil {
            let end = piece.offset + buffer.count
            if end == file.size { break }
            if buffer.count - lineStart > rowLimit {
                piece.overlong = try skipLine(from: piece.offset + lineStart, searched: end)
                buffer.count = lineStart
                return
            }
            let searched = buffer.count
            step = min(step * 2, 1 << 22)
            if buffer.needsMore(step) { try MemoryRoom.require(2 * (buffer.count + step)) }
            try fill(buffer, from: end, to: min(end + step, file.size))
            lineEnd = self.lineEnd(in: buffer, from: searched)
        }
        let length = (lineEnd ?? buffer.count) - lineStart
        if length > rowLimit {
            piece.overlong = .init(offset: piece.offset + lineStart, length: length, lines: 1, isUnfinished: false)
            buffer.count = lineStart
        } else if let lineEnd {
            buffer.count = lineEnd + 1
        }
    }

    /// Finds the end of a line that is too long to keep.
    private func skipLine(from offset: Int, searched: Int) throws(RoundFilesError) -> TextPiece.Overlong {
        let window = TextBuffer()
        var at = searched
        while at < file.size {
            // One line can be the rest of a huge file.
            try cancellation.check()
            window.count = 0
            try fill(window, from: at, to: min(at + (1 << 20), file.size))
            if let end = lineEnd(in: window, from: 0) {
                return .init(offset: offset, length: at + end - offset, lines: 1, isUnfinished: false)
            }
            at += window.count
        }
        return .init(offset: offset, length: file.size - offset, lines: 1, isUnfinished: false)
    }

    private func fill(_ buffer: TextBuffer, from: Int, to: Int) throws(RoundFilesError) {
        buffer.reserve(buffer.count + to - from)
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.free[..<(to - from)])
        guard let got = descriptor.read(into: room, at: from) else {
            throw .readFailed(path: file.path.shown, offset: from, reason: systemReason(errno))
        }
        if got < room.count { throw .changed(path: file.path.shown, change: .shrunk) }
        buffer.count += got
    }

    private func lineEnd(in buffer: TextBuffer, from index: Int) -> Int? {
        lineFeed(in: UnsafeRawBufferPointer(rebasing: buffer.bytes[index...])).map { $0 + index }
    }
}

/// The index of the first line feed.
func lineFeed(in bytes: UnsafeRawBufferPointer) -> Int? { firstIndex(of: 0x0A, in: bytes) }

/// Where a byte stands first; nil where it does not.
func firstIndex(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
    return UnsafeRawPointer(found) - start
}
