import Foundation
import TestSupport

/// A named pipe whose other end stays open, so that its reader never sees an end unless the test wants it.
final class OpenPipe {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        guard mkfifo(path, 0o600) == 0 else { throw WaitedInVain("a pipe", shown: path) }
        descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw WaitedInVain("a pipe", shown: path) }
    }

    deinit { close(descriptor) }

    /// Writes less than a pipe holds.
    func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.write(descriptor, bytes, bytes.count)
    }

    /// Waits until no more can be written.
    func waitUntilFull() throws {
        let deadline = Deadline()
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while poll(&polled, 1, 0) != 0 {
            guard !deadline.isOver else { throw WaitedInVain("a full pipe", shown: path) }
            _ = poll(nil, 0, 2)
        }
    }

    /// Waits until everything written has been taken.
    func waitUntilRead() throws {
        let deadline = Deadline()
        var waiting: Int32 = 1
        while waiting > 0 {
            _ = ioctl(descriptor, UInt(FIONREAD), &waiting)
            guard !deadline.isOver else { throw WaitedInVain("a reader", shown: "\(waiting) bytes wait in \(path)") }
            _ = poll(nil, 0, 2)
        }
    }
}
