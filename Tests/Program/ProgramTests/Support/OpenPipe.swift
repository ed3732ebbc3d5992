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
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        try waitUntil("a full pipe at \(path)") { poll(&polled, 1, 0) == 0 }
    }

    /// Waits until everything written has been taken.
    func waitUntilRead() throws {
        var waiting: Int32 = 1
        try waitUntil("a reader of \(path)") {
            _ = ioctl(descriptor, UInt(FIONREAD), &waiting)
            return waiting == 0
        }
    }
}
