import Basics
import CLibrary

/// A regular file from its beginning to the size that it had when it was opened.
final class FileSource: ByteSource {
    private let file: SourceFile
    private let descriptor: Descriptor
    private(set) var bytesRead = 0

    init(_ file: SourceFile) throws(RoundFilesError) {
        self.file = file
        descriptor = try file.descriptor()
    }

    func isReady() -> Bool { true }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        let count = min(buffer.count, file.size - bytesRead)
        if count <= 0 { return 0 }
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
        guard let got = descriptor.read(into: wanted, at: bytesRead) else {
            throw .readFailed(path: file.path.shown, offset: bytesRead, reason: systemReason(errno))
        }
        if got < count { throw .changed(path: file.path.shown, change: .shrunk) }
        bytesRead += got
        return got
    }
}
