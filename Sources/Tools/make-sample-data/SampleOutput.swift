import Basics
import CLibrary

/// A file being written, unbuffered: the callers hand over large pieces.
struct SampleOutput: ~Copyable {
    /// What went wrong with which file.
    struct Failure: Error {
        let path: String
        let code: Int32
        /// The exit status that it calls for.
        let status: Int32

        var message: String { "\(path): \(systemReason(code))" }
    }

    private let path: String
    private var descriptor: Int32

    /// Makes or empties the file; `-` is standard output.
    init(path: String) throws(Failure) {
        self.path = path
        descriptor = path == "-" ? dup(STDOUT_FILENO) : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw Failure(path: path, code: errno, status: EX_CANTCREAT) }
    }

    deinit {
        if descriptor >= 0 { _ = CLibrary.close(descriptor) }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        let code = FileSystem.write(bytes, to: descriptor)
        if code != 0 { throw Failure(path: path, code: code, status: EX_IOERR) }
    }

    /// Closes the file; an error that was put off until now is thrown.
    mutating func close() throws(Failure) {
        let closing = descriptor
        descriptor = -1
        if CLibrary.close(closing) != 0 { throw Failure(path: path, code: errno, status: EX_IOERR) }
    }

    /// Makes the folder unless it is there; its parent has to be.
    static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o755) != 0, errno != EEXIST {
            throw Failure(path: path, code: errno, status: EX_CANTCREAT)
        }
    }

    /// Writes a line to standard error.
    static func complain(_ message: String) {
        // Nobody is left to tell if this fails.
        _ = FileSystem.write(Array((message + "\n").utf8), to: STDERR_FILENO)
    }
}
