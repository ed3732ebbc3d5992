import ReviewAudit
import RoundModel

extension AuditLine {
    /// Where the scores came from, as the records beside the round say; no line where none does.
    static func origins(_ origins: [ScoreOrigin]) -> [AuditLine] {
        guard !origins.isEmpty else { return [] }
        var lines = [
            AuditLine(kind: .blank, label: "", text: ""),
            AuditLine(kind: .heading, label: "", text: "where the scores came from"),
        ]
        for origin in origins {
            lines += origin.servers.map { AuditLine(kind: .fact, label: $0.field, text: $0.text) }
            lines.append(AuditLine(kind: .fact, label: origin.name, text: "SHA-256 \(origin.shortDigest)…"))
        }
        return lines
    }
}
