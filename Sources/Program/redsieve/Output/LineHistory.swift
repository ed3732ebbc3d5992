import Basics
import CLibrary
import PlainReview

/// The lines of earlier reviews: `history` in the state folder, for its owner alone.
///
/// Only what `PlainHistory` lets through comes here, so that no text of an item is kept. A file that cannot be read or written is
/// done without.
final class LineHistory {
    /// The oldest first.
    private(set) var lines: [String] = []
    private let path: String

    /// Bytes that are read of it.
    static let byteLimit = 256 << 10

    /// - Returns: nil where there is no place for it.
    init?() {
        guard let folder = StateFolder.made() else { return nil }
        path = folder + "/history"
        let read = Self.read(path)
        lines = Array(read.suffix(LineEditor.lines))
        // It grows by what is appended, and is cut where it has become twice as long as it should be.
        if read.count > 2 * LineEditor.lines { rewrite() }
    }

    /// Appends a line, unless it is the last one again.
    func append(_ line: String) {
        guard lines.last != line, line.utf8.count <= 1000, !line.utf8.contains(UInt8(ascii: "\n")) else { return }
        lines.append(line)
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard Self.isOwn(descriptor) else { return }
        _ = FileSystem.write(Array((line + "\n").utf8), to: descriptor)
    }

    private func rewrite() {
        let text = lines.map { $0 + "\n" }.joined()
        try? OutputFile(path: path, replacing: .anyFile).write(Array(text.utf8))
        chmod(path, 0o600)
    }

    private static func read(_ path: String) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        guard isOwn(descriptor) else { return [] }
        let length = lseek(descriptor, 0, SEEK_END)
        lseek(descriptor, max(0, length - off_t(byteLimit)), SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: byteLimit)
        let count = CLibrary.read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return [] }
        return bytes[..<count].split(separator: UInt8(ascii: "\n")).map { PlainLine.cleaned($0) }.filter { !$0.isEmpty }
    }

    /// A plain file of whoever runs the program, closed to all others.
    private static func isOwn(_ descriptor: Int32) -> Bool {
        var about = stat()
        guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_uid == geteuid() else {
            return false
        }
        if about.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
        return true
    }
}
