import CLibrary

extension FileSystem {
    /// Writes all of some bytes to what is open.
    ///
    /// - Parameter waits: what is done where another program has made a stream not wait and it is full: true to wait, false
    ///   to give up with EAGAIN.
    /// - Returns: 0, or an errno; some of the bytes may have been written then.
    /// - Complexity: O(bytes).
    public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, waits: Bool = true) -> Int32 {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let written = CLibrary.write(descriptor, start, rest.count)
            if written > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            } else if written == 0 {
                return EIO
            } else if errno == EAGAIN && waits {
                var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&polled, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// As above.
    public static func write(_ bytes: [UInt8], to descriptor: Int32, waits: Bool = true) -> Int32 {
        bytes.withUnsafeBytes { write($0, to: descriptor, waits: waits) }
    }
}
