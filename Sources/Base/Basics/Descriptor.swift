import CLibrary

/// An open file, closed with its last user.
public final class Descriptor: Sendable {
    /// What the system knows it by.
    public let number: Int32
    private let isOwned: Bool

    /// - Parameter isOwned: false for what others close, such as standard input.
    public init(_ number: Int32, isOwned: Bool = true) {
        self.number = number
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { close(number) }
    }

    /// Makes a file without a name in the folder for temporary files; nil with `errno` set where that fails.
    public static func temporary() -> Descriptor? {
        let number = FileSystem.openUnnamed()
        return number < 0 ? nil : Descriptor(number)
    }

    /// Reads until the buffer is full or the file ends; nil with `errno` set where reading fails.
    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let got = pread(number, rest.baseAddress, rest.count, off_t(offset + done))
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                return nil
            }
            done += got
        }
        return done
    }

    /// Writes all of the buffer; false with `errno` set where that fails.
    public func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
            let put = pwrite(number, rest.baseAddress, rest.count, off_t(offset + done))
            if put < 0 {
                if errno == EINTR { continue }
                return false
            }
            done += put
        }
        return true
    }
}
