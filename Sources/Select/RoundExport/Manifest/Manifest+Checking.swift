internal import Basics
internal import CLibrary
internal import RoundModel

extension Manifest {
    /// What differs in a folder, in the order of the files' names; a file that the manifest does not name is no matter.
    ///
    /// - Complexity: O(bytes of the files).
    public func problems(in folder: String) -> [String] {
        files.sorted { $0.name < $1.name }.compactMap { file in
            guard let (lines, sha256) = Self.digest("\(folder)/\(file.name)") else {
                return "\(file.name) is missing or cannot be read"
            }
            if lines != file.lines {
                return "\(file.name) has \(DecimalText.counted(lines, "line")), not \(DecimalText.grouped(file.lines))"
            }
            return sha256 == file.sha256 ? nil : "\(file.name) was changed after the export"
        }
    }

    /// Nil for what cannot be opened; of what cannot be read to its end, what came before.
    private static func digest(_ path: String) -> (lines: Int, sha256: String)? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(number)
        var digest = SHA256()
        var (lines, offset) = (0, 0)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while let count = buffer.withUnsafeMutableBytes({ file.read(into: $0, at: offset) }), count > 0 {
            buffer[..<count].withUnsafeBytes { digest.add($0) }
            lines += buffer[..<count].count { $0 == UInt8(ascii: "\n") }
            offset += count
        }
        return (lines, Hexadecimal.text(digest.bytes))
    }
}
