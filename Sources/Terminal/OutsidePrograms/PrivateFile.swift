internal import Basics
internal import CLibrary
internal import CPlatform

/// A file that nobody else may read, in a folder of its own; both go, with whatever else came to lie there, when it does.
public final class PrivateFile: Sendable {
    /// Where it lies.
    public let path: String
    private let folder: String
    /// Keeps the folder from being taken for one that a killed program left; programs that are started inherit it.
    private let lock: Descriptor

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - name: its name in the folder, of harmless characters.
    ///   - parent: where the folder is made; `TMPDIR` or `/tmp` where it is nil.
    /// - Throws: an errno; nothing is left behind.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], name: String, in parent: String? = nil) throws(FileFailure) {
        var place = parent ?? FileSystem.temporaryFolder
        if place.isEmpty { place = "/tmp" }
        Self.removeAbandoned(in: place)
        var template = Array("\(place)/\(Self.start)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileFailure(path: place, errno: errno) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        lock = Descriptor(open(folder, O_RDONLY | O_DIRECTORY))
        _ = cp_hold(lock.number, folder)
        path = "\(folder)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why = errno
            rmdir(folder)
            throw FileFailure(path: path, errno: why)
        }
        defer { close(descriptor) }
        let why = FileSystem.write(bytes, to: descriptor)
        if why != 0 {
            unlink(path)
            rmdir(folder)
            throw FileFailure(path: path, errno: why)
        }
    }

    /// Why there is no file.
    public struct FileFailure: Error, Hashable {
        /// What could not be made or written.
        public var path: String
        /// The system's number for it.
        public var errno: Int32

        public init(path: String, errno: Int32) {
            self.path = path
            self.errno = errno
        }

        /// Where and why, in one line that may hold a name from outside.
        public var message: String { "\(path): \(systemReason(errno))" }
    }

    deinit {
        // The lock goes after it.
        Self.remove(folder, depth: 3)
    }

    private static let start = "redsieve-"

    /// Removes the folders that programs which were killed left, once nothing that they had started has them any more.
    private static func removeAbandoned(in place: String) {
        AbandonedFiles.forEach(in: place) { name in
            let parts = name.split(separator: "-", omittingEmptySubsequences: false)
            guard name.hasPrefix(start), parts.count == 3, parts[2].utf8.count == 6 else { return nil }
            var about = stat()
            let isOwn =
                lstat("\(place)/\(name)", &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
                && about.st_uid == geteuid()
            return isOwn ? Int64(parts[1]) : nil
        } _: { path, _ in
            remove(path, depth: 3)
        }
    }

    /// True where the file still holds these bytes, and false where it was changed, replaced or taken away.
    ///
    /// - Complexity: O(bytes).
    public func holds(_ bytes: [UInt8]) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var at = 0
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 && at == bytes.count }
            guard at + count <= bytes.count, piece[..<count].elementsEqual(bytes[at..<at + count]) else { return false }
            at += count
        }
    }

    /// An open file that has no name any more; nil where none can be made. To be closed by the caller.
    static func unnamed(holding bytes: [UInt8] = []) -> Int32? {
        let descriptor = FileSystem.openUnnamed()
        guard descriptor >= 0 else { return nil }
        guard FileSystem.write(bytes, to: descriptor) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// Editors leave copies and folders of their own.
    private static func remove(_ folder: String, depth: Int) {
        guard depth > 0 else { return }
        for name in FileSystem.entries(of: folder) ?? [] {
            if unlink("\(folder)/\(name)") != 0 { remove("\(folder)/\(name)", depth: depth - 1) }
        }
        rmdir(folder)
    }
}
