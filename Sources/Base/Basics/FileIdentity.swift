public import CLibrary

/// What tells a file from others, whatever their names.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// The file at a path; nil where nothing is.
    public init?(_ path: String) {
        var about = stat()
        guard stat(path, &about) == 0 else { return nil }
        self.init(about)
    }

    /// The file that the system told of.
    public init(_ about: stat) {
        device = UInt64(truncatingIfNeeded: about.st_dev)
        number = UInt64(truncatingIfNeeded: about.st_ino)
    }
}
