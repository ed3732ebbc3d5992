import Basics
import CLibrary

/// A file that lines are added to, cut back to a known length when it is opened.
final class GrowingFile {
    let path: String
    private let descriptor: Descriptor
    /// With what is pending.
    private(set) var length: Int
    private var written: Int
    private var pending: [UInt8] = []
    /// Sees what was written.
    var follow: ((UnsafeRawBufferPointer) -> Void)?

    /// - Parameter length: what is known to be whole; what stands behind it is dropped.
    init(_ path: String, length: Int) throws(ScoringError) {
        self.path = path
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
        descriptor = Descriptor(number)
        let size = Int(lseek(number, 0, SEEK_END))
        guard size >= length else { throw .shortened(path: path, expected: length, found: size) }
        guard ftruncate(number, off_t(length)) == 0 else {
            throw .cannotWrite(path: path, reason: systemReason(errno))
        }
        self.length = length
        written = length
    }

    /// Adds a line; it is written with the next `write`.
    func add(line: [UInt8]) {
        pending += line
        pending.append(UInt8(ascii: "\n"))
        length += line.count + 1
    }

    /// True where so much is pending that it should be written.
    var isFull: Bool { pending.count > 1 << 20 }

    func write() throws(ScoringError) {
        guard !pending.isEmpty else { return }
        let isWritten = pending.withUnsafeBytes { descriptor.write($0, at: written) }
        guard isWritten else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
        written = length
        if let follow { pending.withUnsafeBytes(follow) }
        pending.removeAll(keepingCapacity: true)
    }

    /// Shows what stands in it to whoever follows it.
    func showAll() throws(ScoringError) {
        guard let follow else { return }
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var offset = 0
        while offset < written {
            let most = min(chunk.count, written - offset)
            let got = chunk.withUnsafeMutableBytes { buffer in
                descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<most]), at: offset)
            }
            guard let got, got > 0 else { throw .cannotRead(path: path, reason: systemReason(errno)) }
            chunk[..<got].withUnsafeBytes(follow)
            offset += got
        }
    }

    func sync() throws(ScoringError) {
        let failure = FileSystem.sync(descriptor.number, isRequired: false)
        guard failure == 0 else { throw .cannotWrite(path: path, reason: systemReason(failure)) }
    }
}
