import Basics
import CLibrary

/// The lines of a file of our own, one after the other, without their ends.
final class LineReader {
    private let path: String
    private let descriptor: Descriptor
    private var bytes: [UInt8] = []
    private var start = 0
    private var offset = 0
    private var isAtEnd = false

    init(_ path: String, missing: String? = nil) throws(ScoringError) {
        self.path = path
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else {
            throw .cannotRead(
                path: path,
                reason: errno == ENOENT ? missing ?? systemReason(ENOENT) : systemReason(errno)
            )
        }
        descriptor = Descriptor(number)
    }

    /// The next line that is not empty; nil behind the last.
    func next() throws(ScoringError) -> [UInt8]? {
        while true {
            if let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(bytes[start..<end])
                start = end + 1
                if line.isEmpty { continue }
                return line
            }
            guard !isAtEnd else {
                let line = Array(bytes[start...])
                start = bytes.count
                return line.isEmpty ? nil : line
            }
            bytes.removeFirst(start)
            start = 0
            var chunk = [UInt8](repeating: 0, count: 1 << 20)
            guard let got = chunk.withUnsafeMutableBytes({ descriptor.read(into: $0, at: offset) }) else {
                throw .cannotRead(path: path, reason: systemReason(errno))
            }
            isAtEnd = got < chunk.count
            offset += got
            bytes += chunk[..<got]
        }
    }

    /// All lines that are left.
    func all() throws(ScoringError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        while let line = try next() { lines.append(line) }
        return lines
    }
}
