import Basics
import CLibrary

extension FileStamp {
    /// How a file that was `self` came to be `other`; nil where it is the same.
    func change(to other: FileStamp) -> RoundFilesError.Change? {
        if self == other { return nil }
        if identity != other.identity { return .replaced }
        return other.size < size ? .shrunk : .written
    }
}

/// One regular file of a round, and what it was when it was opened.
final class SourceFile: Sendable {
    let path: FilePath
    let stamp: FileStamp
    /// nil where a round has more files than a process should hold open: they are then opened again when needed.
    private let held: Descriptor?

    init(path: FilePath, descriptor: Descriptor, stamp: FileStamp, staysOpen: Bool) {
        self.path = path
        self.stamp = stamp
        held = staysOpen ? descriptor : nil
    }

    var size: Int { stamp.size }

    func descriptor() throws(RoundFilesError) -> Descriptor {
        if let held { return held }
        guard let opened = Descriptor.opening(path), let status = opened.status else {
            if errno == ENOENT { throw .changed(path: path.shown, change: .vanished) }
            throw .unreadable(path: path.shown, reason: systemReason(errno))
        }
        if let change = stamp.change(to: FileStamp(status)) { throw .changed(path: path.shown, change: change) }
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
        if let change = stamp.change(to: FileStamp(now)) { throw .changed(path: path.shown, change: change) }
    }
}
