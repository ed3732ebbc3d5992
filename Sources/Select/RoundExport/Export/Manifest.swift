internal import AuditStatistics
import Basics
internal import ReviewAudit
internal import RoundModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The record that an export carries of how it came about: no times and no places, so that the same selection gives
/// the same bytes wherever and whenever it is made.
enum Manifest {
    /// The manifest's bytes, with a line end.
    ///
    /// - Parameters:
    ///   - withoutParent: exported adversarial rows without a parent prompt; nil where that does not matter.
    ///   - replaced: rows whose texts hold U+FFFD in place of lone surrogates.
    static func bytes(
        _ summary: RoundSummary,
        format: ExportFormat,
        files: [ExportedFile],
        _ withoutParent: Int?,
        _ replaced: Int
    ) -> [UInt8] {
        guard case .object(var members) = summary.json else { return [] }
        // What else lies in a folder says nothing of the round, and where the folder is has no place here. The same thresholds
        // make the same selection, whoever named them.
        members.removeAll { ["notes", RoundSummary.originsKey].contains($0.key) }
        if let certificate = summary.verdicts?.certificate {
            guard case .object(var parts) = OrderedJSON.certificate(certificate) else { return [] }
            // A certificate speaks of its own thresholds, and of no others.
            parts.append(.init("exported", .bool(certificate.certificate.thresholds == summary.thresholds)))
            members.append(.init("certificate", .object(parts)))
        }
        members.append(.init("program", program))
        members.append(.init("format", .string(format.rawValue)))
        members.append(.init("files", .object(files.map { .init($0.name, record(of: $0)) })))
        if let withoutParent { members.append(.init("without_parent", .integer(withoutParent))) }
        if replaced > 0 { members.append(.init("replaced_surrogates", .integer(replaced))) }
        return OrderedJSON.object(members).bytes(.pretty) + [UInt8(ascii: "\n")]
    }

    private static var program: OrderedJSON {
        ["name": .string(ProgramVersion.name), "version": .string(ProgramVersion.current)]
    }

    private static func record(of file: ExportedFile) -> OrderedJSON {
        [
            "sha256": .string(file.sha256), "lines": .integer(file.lines), "rows": .integer(file.rows),
            "repeats": .integer(file.repeats),
        ]
    }

    /// What stands in every manifest and, with its unescaped quotes, in no other text of one.
    private static let mark = Array("\n  \"program\": {\n    \"name\": \"\(ProgramVersion.name)\",\n".utf8)

    /// Whether the file is a manifest that this program wrote.
    static func isOurs(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while text.count < 64 << 20 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            text += buffer.prefix(count)
        }
        // The mark is a line of its own, so that only line ends need looking at.
        return text.indices.contains { text[$0] == mark[0] && text[$0...].starts(with: mark) }
    }
}
