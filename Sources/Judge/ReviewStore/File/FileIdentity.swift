#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What tells a file from others, whatever their names.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Nil where nothing is at the path.
    init?(_ path: String) {
        var about = stat()
        guard stat(path, &about) == 0 else { return nil }
        self.init(about)
    }

    init(_ about: stat) {
        device = UInt64(truncatingIfNeeded: about.st_dev)
        number = UInt64(truncatingIfNeeded: about.st_ino)
    }
}
