import Basics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What tells one state of a file from another.
struct FileIdentity: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        #if canImport(Glibc)
        seconds = Int(status.st_mtim.tv_sec)
        nanoseconds = Int(status.st_mtim.tv_nsec)
        #else
        seconds = Int(status.st_mtimespec.tv_sec)
        nanoseconds = Int(status.st_mtimespec.tv_nsec)
        #endif
    }

    /// How a file that was `self` came to be `other`; nil where it is the same.
    func change(to other: FileIdentity) -> RoundFilesError.Change? {
        if self == other { return nil }
        if device != other.device || inode != other.inode { return .replaced }
        return other.size < size ? .shrunk : .written
    }
}

/// One regular file of a round, and what it was when it was opened.
final class SourceFile: Sendable {
    let path: FilePath
    let identity: FileIdentity
    /// nil where a round has more files than a process should hold open: they are then opened again when needed.
    private let held: Descriptor?

    init(path: FilePath, descriptor: Descriptor, identity: FileIdentity, staysOpen: Bool) {
        self.path = path
        self.identity = identity
        held = staysOpen ? descriptor : nil
    }

    var size: Int { identity.size }

    func descriptor() throws(RoundFilesError) -> Descriptor {
        if let held { return held }
        guard let opened = Descriptor.opening(path), let status = opened.status else {
            if errno == ENOENT { throw .changed(path: path.shown, change: .vanished) }
            throw .unreadable(path: path.shown, reason: systemReason(errno))
        }
        if let change = identity.change(to: FileIdentity(status)) { throw .changed(path: path.shown, change: change) }
        return opened
    }

    /// Fills the whole buffer from `offset`.
    ///
    /// - Throws: `changed` where the file ends before that.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(RoundFilesError) {
        guard let got = try descriptor().read(into: buffer, at: offset) else {
            throw .readFailed(path: path.shown, offset: offset, reason: systemReason(errno))
        }
        if got < buffer.count { throw .changed(path: path.shown, change: .shrunk) }
    }

    /// - Throws: `changed` where the file at the path is not what it was when it was opened.
    func checkUnchanged() throws(RoundFilesError) {
        guard let now = status(of: path) else { throw .changed(path: path.shown, change: .vanished) }
        if let change = identity.change(to: FileIdentity(now)) { throw .changed(path: path.shown, change: change) }
    }
}
