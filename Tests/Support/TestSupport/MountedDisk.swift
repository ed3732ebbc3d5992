internal import Foundation

/// A small file system in memory, unmounted when the test lets go of it.
public final class MountedDisk: Sendable {
    public let path: String

    public struct Unavailable: Error {}

    /// - Parameter options: of `mount -t tmpfs`.
    public init(_ options: String) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("redsieve-disk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard try RunProgram("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]).status == 0 else {
            try? FileManager.default.removeItem(atPath: path)
            throw Unavailable()
        }
    }

    deinit {
        _ = try? RunProgram("umount", [path])
        rmdir(path)
    }

    public var entries: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    public static let isPossible: Bool = (try? MountedDisk("size=64k")) != nil
}
