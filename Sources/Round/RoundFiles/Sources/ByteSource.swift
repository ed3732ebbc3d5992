/// Bytes that come in order, once. One thread at a time reads from a source.
protocol ByteSource: AnyObject {
    /// Reads some bytes, at least one, waiting where it must; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int

    /// How many bytes of what stands on disk were taken so far.
    var bytesRead: Int { get }

    /// False where nothing came for a moment, so that what is there should be shown before more is waited for.
    func isReady() -> Bool
}

/// A source whose beginning can be looked at before it is read.
final class PeekableSource: ByteSource {
    private let base: any ByteSource
    private var ahead: [UInt8] = []
    private var isAtEnd = false

    init(_ base: any ByteSource) { self.base = base }

    var bytesRead: Int { base.bytesRead }

    func isReady() -> Bool { !ahead.isEmpty || base.isReady() }

    /// The next bytes, at least `atLeast` of them unless the source ends before, and at most `atMost`.
    ///
    /// - Precondition: `0 < atLeast <= atMost`.
    func peek(atLeast: Int, atMost: Int) throws(RoundFilesError) -> ArraySlice<UInt8> {
        while ahead.count < atLeast && !isAtEnd {
            var piece = [UInt8](repeating: 0, count: atMost - ahead.count)
            let got = try piece.withUnsafeMutableBufferPointer { buffer throws(RoundFilesError) in
                try base.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            isAtEnd = got == 0
            ahead.append(contentsOf: piece[..<got])
        }
        return ahead.prefix(atMost)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        if ahead.isEmpty { return isAtEnd ? 0 : try base.read(into: buffer) }
        let count = min(ahead.count, buffer.count)
        ahead.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        ahead.removeFirst(count)
        return count
    }

    /// Puts bytes back, to be read next.
    func unread(_ bytes: UnsafeRawBufferPointer) {
        ahead.insert(contentsOf: bytes, at: 0)
    }

    /// Drops the next bytes.
    ///
    /// - Precondition: that many were peeked at.
    func skip(_ count: Int) { ahead.removeFirst(count) }
}
