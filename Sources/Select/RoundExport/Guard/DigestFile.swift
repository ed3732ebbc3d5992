public import Basics
public import RoundFiles
internal import RoundModel
internal import TrainingGuard

/// A list of evaluation prompts that does not hold them: a line each with the digest of its form, and the row's id.
public enum DigestFile {
    /// The first line, which says what the others are.
    static let head = "# redsieve evaluation list 1: SHA-256 of each prompt's normalised text"

    /// The digests of a list with their lines, from 1, and ids.
    ///
    /// - Throws: `noSuchInput` and the like; `source` with 65 where a line is none of such a list.
    static func read(_ path: String) throws(ExportError) -> [(line: Int, digest: PromptDigest, id: String?)] {
        guard let bytes = FileSystem.contents(of: path, limit: 1 << 30, isInput: true) else {
            throw .source(message: "\(path): no such file, or it cannot be read", exitStatus: 66)
        }
        var found: [(line: Int, digest: PromptDigest, id: String?)] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            if text.isEmpty || text.hasPrefix("#") { continue }
            let parts = text.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }
            guard let digest = parts.first.flatMap({ PromptDigest($0) }) else {
                throw .source(
                    message: "\(path) line \(index + 1) is no digest of 64 hexadecimal digits; "
                        + "redsieve evaluation-list makes such a list, and --evaluation takes prompts themselves",
                    exitStatus: 65
                )
            }
            found.append((index + 1, digest, parts.count > 1 ? String(parts[1]) : nil))
        }
        return found
    }

    /// The list of the prompts of files.
    ///
    /// - Returns: its text, and how many prompts it stands for.
    /// - Throws: what keeps a file from being read; `noPrompts`.
    /// - Complexity: O(bytes).
    public static func make(
        _ request: RoundRequest,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> (text: [UInt8], prompts: Int, broken: Int) {
        var lines = Array((head + "\n").utf8)
        var seen: Set<PromptDigest> = []
        var broken = 0
        do throws(RoundFilesError) {
            let rows = try PromptRows(request, cancellation: cancellation)
            while let row = try rows.next() {
                if let split = row.split, SplitValue(split) == .training { continue }
                let digest = row.prompt.withUnsafeBytes { PromptDigest(of: $0) }
                guard seen.insert(digest).inserted else { continue }
                let id = row.id.map { String(decoding: $0, as: UTF8.self) } ?? ""
                let isPlain = !id.isEmpty && !id.utf8.contains { $0 < 0x20 }
                lines += Array((digest.text + (isPlain ? "  \(id)" : "") + "\n").utf8)
            }
            broken = rows.broken
        } catch {
            throw ExportError(error)
        }
        guard !seen.isEmpty else { throw .noPrompts(path: request.paths.first ?? "") }
        return (lines, seen.count, broken)
    }
}
