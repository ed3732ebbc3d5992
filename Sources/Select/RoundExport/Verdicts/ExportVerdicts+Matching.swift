public import Basics
internal import ReviewAudit
public import RoundFiles
public import RoundModel
public import Verdicts

extension ExportVerdicts {
    /// Finds the items that a review's verdicts are on.
    ///
    /// - Parameters:
    ///   - keys: those of the round, if somebody has them; else all texts are read for them.
    ///   - onProgress: gets the bytes read and those there are, from any thread.
    /// - Throws: `cancelled`; `source` where the round cannot be read again.
    /// - Complexity: O(bytes of the round) without `keys`, else O(n + verdicts).
    public static func matching(
        _ record: ReviewRecord,
        seed: UInt64,
        in round: LoadedRound,
        keys: ContentKeys? = nil,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws(ExportError) -> ExportVerdicts {
        let wanted = record.items.standing
        do throws(RoundFilesError) {
            var match = ContentMatch()
            var found: ContentKeys?
            var certificate: CertificateStatus?
            if !wanted.isEmpty {
                let all: ContentKeys
                if let keys, keys.count == round.columns.count {
                    all = keys
                } else {
                    all = try RoundContent.keys(of: round, cancellation: cancellation, onProgress: onProgress)
                }
                found = all
                match = try RoundContent.match(wanted, in: round, keys: all, cancellation: cancellation)
                certificate = CertificateStatus(of: record, items: match.items, in: round.columns, keys: all)
            }
            return ExportVerdicts(
                record,
                items: match.items,
                missing: match.missing.count,
                seed: seed,
                keys: found,
                in: round.columns,
                certificate: certificate
            )
        } catch {
            throw ExportError(error)
        }
    }
}
