internal import Basics
internal import CLibrary

/// What is at a location.
extension ReviewLocation {
    enum Kind {
        case nothing
        /// A file without a byte, as a program leaves one that was stopped before it wrote.
        case empty
        case file
        case other
    }

    var kind: Kind {
        var about = stat()
        guard stat(path, &about) == 0 else { return .nothing }
        guard about.st_mode & S_IFMT == S_IFREG else { return .other }
        return about.st_size == 0 ? .empty : .file
    }

    /// Looks whether something like a review is there.
    ///
    /// - Returns: false for an empty file, which is as good as none.
    func isReview() throws(ReviewStoreError) -> Bool {
        switch kind {
        case .empty: return false
        case .file: break
        case .other: throw .notAReview(path: path)
        case .nothing: throw .missing(path: path)
        }
        guard let header else { throw .unreadable(path: path, problem: systemReason(errno)) }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else { throw .notAReview(path: path) }
        return true
    }

    /// True where the file says that it is a review of a version that this program knows.
    var hasOurMark: Bool {
        guard let header, header.count >= 72 else { return false }
        func number(at offset: Int) -> Int64 { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) } }
        return number(at: 68) == ReviewSchema.applicationID && number(at: 60) <= Int64(ReviewSchema.version)
    }

    /// The first 100 bytes; nil where they cannot be read, fewer where there are not so many.
    private var header: [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(file, &bytes, bytes.count)
        return count < 0 ? nil : Array(bytes[..<count])
    }

    /// True where the folder lets files be made in it.
    var takesFiles: Bool { access(folder, W_OK | X_OK) == 0 }

    /// True where a file could be made at this place, or one that is there written.
    var isWritable: Bool { takesFiles && (access(path, F_OK) != 0 || access(path, W_OK) == 0) }

    /// False where the file system cannot lock files, which SQLite takes for a lock that another program holds.
    ///
    /// Tried on a file of its own: to close a descriptor of the review would give up its locks.
    var takesLocks: Bool {
        guard let fresh = FreshFile(in: folder) else { return true }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return fcntl(fresh.descriptor, F_SETLK, &lock) == 0 || ![ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL].contains(errno)
    }

    /// True where the name is taken, be it by a link that leads nowhere.
    var isThere: Bool {
        var about = stat()
        return lstat(path, &about) == 0
    }

    /// The bytes of the review on the disk, or of its log where that is larger; 0 where there is none.
    public var bytes: Int {
        ["", "-wal"].reduce(0) { most, ending in
            var about = stat()
            return stat(path + ending, &about) == 0 ? max(most, Int(about.st_size)) : most
        }
    }

    /// True where something is there already.
    public var exists: Bool { access(path, F_OK) == 0 }

    /// The folder of the file.
    var folder: String {
        guard let slash = path.unicodeScalars.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folders that the file lies in; those that are there stay.
    func makeFolder() {
        var at = path.startIndex
        let scalars = path.unicodeScalars
        while let next = scalars[scalars.index(after: at)...].firstIndex(of: "/") {
            mkdir(String(path[..<next]), 0o700)
            at = next
        }
    }

    /// Brings the folder's entry for a new file to the disk.
    func syncFolder() { _ = FileSystem.syncFolder(folder) }
}
