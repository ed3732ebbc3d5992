import Basics
import CLibrary
import Synchronization

/// A pipe through which a review gets the rows of a round while they are made.
final class RowFeed: Sendable {
    /// What the reading end is opened by.
    let path: String
    private let ends: Mutex<(read: Descriptor?, write: Descriptor?)>

    /// - Throws: where the system has no pipe.
    init() throws(ProgramFailure) {
        var numbers: [Int32] = [-1, -1]
        guard pipe(&numbers) == 0 else {
            throw ProgramFailure(status: 71, message: "there is no pipe for the rows: \(systemReason(errno))")
        }
        for number in numbers { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
        path = "/dev/fd/\(numbers[0])"
        let (read, write) = (Descriptor(numbers[0]), Descriptor(numbers[1]))
        ends = Mutex((read, write))
    }

    /// Writes rows, and waits while the reader is behind; what comes after `stop` goes nowhere.
    func write(_ rows: UnsafeRawBufferPointer) {
        guard let end = ends.withLock({ $0.write }) else { return }
        var rest = rows[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let put = CLibrary.write(end.number, part.baseAddress, part.count)
            if put < 0 {
                if errno == EINTR { continue }
                return
            }
            rest = rest.dropFirst(put)
        }
    }

    /// No more rows come.
    func finish() { ends.withLock { $0.write = nil } }

    /// Nobody reads any more: whoever writes goes on at once.
    func stop() { ends.withLock { $0.read = nil } }
}
