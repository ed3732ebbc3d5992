internal import Basics
internal import CLibrary
internal import CPlatform

/// One file of an export while it is written: its digest and lines are counted in the same pass.
///
/// Not safe for two threads at once: `ExportRows` lets one at a time to each file.
struct ExportFile: ~Copyable {
    /// What the manifest says about a file.
    struct Record: Hashable, Sendable {
        /// Hexadecimal, lower case.
        var sha256: String
        var lines: Int
        var bytes: Int
    }

    private let name: String
    private var descriptor: Int32
    private var hasher = SHA256()
    private var lines = 0
    private var bytes = 0
    /// How many of the bytes the disk was asked to begin with.
    private var begun = 0

    /// The disk is kept busy while rows are read, so that little is left to be waited for in the end.
    private static let writebackStep = 8 << 20

    /// - Parameter descriptor: open for writing; it is closed when the file is finished or given up.
    init(name: String, descriptor: Int32) {
        self.name = name
        self.descriptor = descriptor
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes that hold `lines` whole lines.
    mutating func append(_ text: [UInt8], lines: Int) throws(ExportError) {
        guard !text.isEmpty else { return }
        let failure = text.withUnsafeBytes { text in
            hasher.add(text)
            return FileSystem.write(text, to: descriptor)
        }
        guard failure == 0 else { throw .writing(file: name, code: failure) }
        self.lines += lines
        bytes += text.count
        if bytes - begun >= Self.writebackStep {
            cp_begin_writeback(descriptor, Int64(begun), Int64(bytes - begun))
            begun = bytes
        }
    }

    /// Syncs and closes the file.
    mutating func finish() throws(ExportError) -> Record {
        let failure = FileSystem.sync(descriptor)
        guard failure == 0 else { throw .writing(file: name, code: failure) }
        let closed = close(descriptor)
        descriptor = -1
        // Some file systems tell of a full quota only now.
        guard closed == 0 || errno == EINTR else { throw .writing(file: name, code: errno) }
        return Record(sha256: Hexadecimal.text(hasher.bytes), lines: lines, bytes: bytes)
    }
}
