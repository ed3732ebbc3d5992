#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the system says of an error number.
func systemReason(_ code: Int32) -> String { String(cString: strerror(code)) }

/// An open file, closed with its last user.
final class Descriptor: Sendable {
    let number: Int32
    private let isOwned: Bool

    init(_ number: Int32, isOwned: Bool = true) {
        self.number = number
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { close(number) }
    }

    /// Opens a path for reading; nil with `errno` set where that fails.
    static func opening(_ path: FilePath) -> Descriptor? {
        // Without O_NONBLOCK a named pipe that nobody writes to would hold the load where nothing can stop it.
        let number = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        return number < 0 ? nil : Descriptor(number)
    }

    /// Makes a file without a name in the folder for temporary files; nil with `errno` set where that fails.
    static func temporary() -> Descriptor? {
        var template = Array("\(temporaryFolder)/redsieve-XXXXXX".utf8CString)
        return template.withUnsafeMutableBufferPointer { path in
            guard let base = path.baseAddress else { return nil }
            let number = mkstemp(base)
            if number < 0 { return nil }
            unlink(base)
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
            return Descriptor(number)
        }
    }

    static var temporaryFolder: String { environment("TMPDIR") ?? "/tmp" }

    /// Reads until the buffer is full or the file ends; nil with `errno` set where reading fails.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
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
    func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> Bool {
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

    var status: stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }
}

/// What is at a path, links followed; nil with `errno` set where nothing is.
func status(of path: FilePath) -> stat? {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? status : nil
}

/// A file's kind, out of its mode.
enum FileKind {
    case file, folder, pipe, other

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .pipe
        default: self = .other
        }
    }

    /// A terminal, a device, a socket.
    var isOther: Bool { if case .other = self { true } else { false } }
}

/// An environment variable that is set and not empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// `read(2)`, under a name that a method called `read` does not hide.
func readSome(_ number: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(number, buffer, count) }
