internal import CLibrary

/// Wakes an event loop that waits for its terminal: a worker leaves its result in a queue, then calls `wake()`.
///
/// Any number of calls between two waits are one `TerminalEvent.woken`.
public final class WakePipe: Sendable {
    /// What the event loop polls; readable after `wake()`.
    public let readEnd: Int32
    private let writeEnd: Int32

    /// - Throws: `TerminalError.failed` where the process has no file descriptors left.
    public init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TerminalError.failed(errno: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    /// Wakes the loop; never blocks, from any thread.
    public func wake() {
        var byte: UInt8 = 1
        // A full pipe is a loop that will wake anyway.
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes what `wake()` left, so that the next wait waits. For the event loop's own thread.
    public func drain() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(readEnd, &bytes, bytes.count) > 0 {}
    }

    deinit {
        _ = close(readEnd)
        _ = close(writeEnd)
    }
}
