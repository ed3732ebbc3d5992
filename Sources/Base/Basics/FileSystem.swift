import CLibrary

/// Calls of the system about files and folders, with their errno as the result: 0 where all went well.
public enum FileSystem {
    /// What stands at a path, without following a link.
    public enum Kind: Sendable {
        case nothing
        case folder
        case link
        case file
        case other
    }

    /// What stands at a path now.
    public static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        case S_IFREG: return .file
        default: return .other
        }
    }

    /// The path without links, `.` and `..`; nil with `errno` set where it does not lead to anything, or to something
    /// whose name is no UTF-8 and would be another one as a `String`.
    public static func resolve(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        guard let text = String(validatingCString: resolved) else {
            errno = EILSEQ
            return nil
        }
        return text
    }

    /// The names in a folder but `.` and `..`, sorted; nil with `errno` set where it cannot be read.
    public static func entries(of folder: String) -> [String]? {
        names(in: folder).map { $0.map { String(decoding: $0, as: UTF8.self) }.sorted() }
    }

    /// The same as bytes and in no order: a name need not be UTF-8.
    public static func names(in folder: UnsafePointer<CChar>) -> [[UInt8]]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            // The end and a failure look alike but for the errno.
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return errno == 0 ? names : nil
    }

    /// Opens a folder itself, to sync or lock it; negative where that fails.
    public static func openFolder(_ path: String) -> Int32 {
        open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    }

    /// Makes what was written to a file or folder outlive a loss of power.
    ///
    /// - Parameter isRequired: false for what cannot be synced everywhere, such as a folder: the system says so with EINVAL or
    ///   ENOTSUP, and there is nothing more to be done then.
    public static func sync(_ descriptor: Int32, isRequired: Bool = true) -> Int32 {
        while fsync(descriptor) != 0 {
            switch errno {
            case EINTR: continue
            case EINVAL where !isRequired, ENOTSUP where !isRequired: return 0
            default: return errno
            }
        }
        return 0
    }

    /// Syncs the entries of a folder.
    public static func syncFolder(_ path: String) -> Int32 {
        let descriptor = openFolder(path)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        return sync(descriptor, isRequired: false)
    }
}
