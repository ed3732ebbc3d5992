public import CLibrary

/// What changes with a file's content, as far as that can be told without reading it.
public struct FileStamp: Hashable, Sendable {
    /// Which file it is.
    public let identity: FileIdentity
    /// Its bytes.
    public let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    /// The stamp of what is at a path; nil where nothing is, or it cannot be told.
    public init?(_ path: String) {
        var about = stat()
        guard stat(path, &about) == 0 else { return nil }
        self.init(about)
    }

    /// The stamp of what the system told of.
    public init(_ about: stat) {
        identity = FileIdentity(about)
        size = Int(about.st_size)
        #if canImport(Darwin)
        (seconds, nanoseconds) = (about.st_mtimespec.tv_sec, about.st_mtimespec.tv_nsec)
        #else
        (seconds, nanoseconds) = (about.st_mtim.tv_sec, about.st_mtim.tv_nsec)
        #endif
    }

    /// Whether the file has no byte.
    public var isEmpty: Bool { size == 0 }
}
