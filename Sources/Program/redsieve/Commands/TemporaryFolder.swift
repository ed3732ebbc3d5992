import Foundation

/// A folder that is there for as long as it is needed.
struct TemporaryFolder {
    /// Its path.
    let path: String

    /// - Throws: why none can be made.
    init() throws(ProgramFailure) {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("redsieve-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ProgramFailure(status: 73, message: "\(url.path): no folder can be made there: set TMPDIR")
        }
        path = url.path
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
