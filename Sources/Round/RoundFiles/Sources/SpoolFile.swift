import Basics
import CLibrary

/// A temporary file without a name for text that cannot be read again by place: inflated, or from a stream.
///
/// It goes with its last user, whatever ends the program. Reads and writes may come from several threads: each says its
/// own place.
final class SpoolFile: Sendable {
    private let folder: String
    private let descriptor: Descriptor

    /// - Throws: `spoolFailed` where the folder for temporary files takes none.
    init() throws(RoundFilesError) {
        folder = FileSystem.temporaryFolder
        guard let descriptor = Descriptor.temporary() else {
            throw .spoolFailed(folder: folder, reason: systemReason(errno))
        }
        self.descriptor = descriptor
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(RoundFilesError) {
        if !descriptor.write(bytes, at: offset) { throw .spoolFailed(folder: folder, reason: systemReason(errno)) }
    }

    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(RoundFilesError) {
        guard let got = descriptor.read(into: buffer, at: offset) else {
            throw .spoolFailed(folder: folder, reason: systemReason(errno))
        }
        // Nobody else knows the file, so only the system can have lost its end.
        if got < buffer.count { throw .spoolFailed(folder: folder, reason: "it ends too early") }
    }
}
