internal import CPlatform

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that nobody else may read, in a folder of its own; both go, with whatever else came to lie there, when it does.
public final class PrivateFile: Sendable {
    /// Where it lies.
    public let path: String
    private let folder: String
    /// Keeps the folder from being taken for one that a killed program left; programs that are started inherit it.
    private let lock: Int32

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - name: its name in the folder, of harmless characters.
    ///   - parent: where the folder is made; `TMPDIR` or `/tmp` where it is nil.
    /// - Throws: an errno; nothing is left behind.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], name: String, in parent: String? = nil) throws(FileFailure) {
        var place = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        if place.isEmpty { place = "/tmp" }
        Self.removeAbandoned(in: place)
        var template = Array("\(place)/\(Self.start)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileFailure(path: place, errno: errno) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        lock = open(folder, O_RDONLY | O_DIRECTORY)
        _ = cp_hold(lock, folder)
        path = "\(folder)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why = errno
            rmdir(folder)
            close(lock)
            throw FileFailure(path: path, errno: why)
        }
        defer { close(descriptor) }
        if let why = Self.write(bytes, to: descriptor) {
            unlink(path)
            rmdir(folder)
            close(lock)
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
        public var message: String { "\(path): \(String(cString: strerror(errno)))" }
    }

    deinit {
        Self.remove(folder, depth: 3)
        close(lock)
    }

    private static let start = "redsieve-"

    /// Removes the folders that programs which were killed left, once nothing that they had started has them any more.
    private static func removeAbandoned(in place: String) {
        guard let entries = opendir(place) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            let parts = name.split(separator: "-", omittingEmptySubsequences: false)
            guard name.hasPrefix(start), parts.count == 3, parts[2].utf8.count == 6, let process = Int64(parts[1]),
                process > 0
            else { continue }
            let path = "\(place)/\(name)"
            var about = stat()
            guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR, about.st_uid == geteuid() else {
                continue
            }
            let folder = cp_take_abandoned(path, process)
            guard folder >= 0 else { continue }
            remove(path, depth: 3)
            close(folder)
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
        var place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        if place.isEmpty { place = "/tmp" }
        var template = Array("\(place)/redsieve-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        guard write(bytes, to: descriptor) == nil, lseek(descriptor, 0, SEEK_SET) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// - Returns: an errno; nil where all was written.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { buffer -> Int in
                #if canImport(Glibc)
                Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? EIO : errno }
            done += count
        }
        return nil
    }

    /// Editors leave copies and folders of their own.
    private static func remove(_ folder: String, depth: Int) {
        guard depth > 0, let entries = opendir(folder) else { return }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            if unlink("\(folder)/\(name)") != 0 { remove("\(folder)/\(name)", depth: depth - 1) }
        }
        closedir(entries)
        rmdir(folder)
    }
}
