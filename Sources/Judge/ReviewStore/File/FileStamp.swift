#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What changes with a file's content, as far as that can be told without reading it.
struct FileStamp: Hashable, Sendable {
    let identity: FileIdentity
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// Nil where nothing is at the path, or it cannot be told.
    init?(_ path: String) {
        var about = stat()
        guard stat(path, &about) == 0 else { return nil }
        identity = FileIdentity(about)
        size = Int64(about.st_size)
        #if canImport(Glibc)
        (seconds, nanoseconds) = (about.st_mtim.tv_sec, about.st_mtim.tv_nsec)
        #else
        (seconds, nanoseconds) = (about.st_mtimespec.tv_sec, about.st_mtimespec.tv_nsec)
        #endif
    }

    var isEmpty: Bool { size == 0 }
}
