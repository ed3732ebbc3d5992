import Basics
import CLibrary

/// A pipe, or standard input whatever it is: read once, and digested on the way since it cannot be read again.
final class StreamSource: ByteSource {
    private let name: String
    private let descriptor: Descriptor
    private let cancellation: Cancellation
    /// The digest of everything read, on top of what it was begun with.
    private(set) var digest: SHA256
    private(set) var bytesRead = 0

    init(name: String, descriptor: Descriptor, digest: SHA256, cancellation: Cancellation) {
        self.name = name
        self.descriptor = descriptor
        self.digest = digest
        self.cancellation = cancellation
    }

    func isReady() -> Bool { wait(milliseconds: 20) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        while true {
            try cancellation.check()
            // A writer that stalls must not keep a cancelled load alive: hence the short wait.
            guard wait(milliseconds: 50) else { continue }
            let got = readSome(descriptor.number, buffer.baseAddress, buffer.count)
            if got >= 0 {
                bytesRead += got
                digest.add(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
                return got
            }
            if errno == EINTR || errno == EAGAIN { continue }
            throw .readFailed(path: name, offset: bytesRead, reason: systemReason(errno))
        }
    }

    private func wait(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }
}
