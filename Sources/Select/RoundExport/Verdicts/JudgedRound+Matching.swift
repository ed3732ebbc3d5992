public import Basics
public import RoundFiles
public import RoundModel
public import Verdicts

extension JudgedRound {
    /// Finds the items that a review's verdicts are on, copies among them.
    ///
    /// - Parameters:
    ///   - seed: what the review draws samples with.
    ///   - keys: those of the round, if somebody has them; else all texts are read for them.
    ///   - needsKeys: whether they are wanted also where nothing that was said holds.
    ///   - onProgress: gets the bytes read and those there are, from any thread.
    /// - Throws: `cancelled`; `source` where the round cannot be read again.
    /// - Complexity: O(bytes of the round) without `keys`, else O(n + verdicts).
    public static func matching(
        _ record: ReviewRecord,
        seed: UInt64,
        in round: LoadedRound,
        keys: ContentKeys? = nil,
        needsKeys: Bool = false,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws(ExportError) -> JudgedRound {
        let wanted = record.items.standing
        guard needsKeys || !wanted.isEmpty else {
            return JudgedRound(record, seed: seed, in: round.columns, keys: nil, items: [:])
        }
        do throws(RoundFilesError) {
            let all: ContentKeys
            if let keys, keys.count == round.columns.count {
                all = keys
            } else {
                all = try RoundContent.keys(of: round, cancellation: cancellation, onProgress: onProgress)
            }
            let match = try RoundContent.match(wanted, in: round, keys: all, cancellation: cancellation)
            return JudgedRound(
                record,
                seed: seed,
                in: round.columns,
                keys: all,
                items: match.items,
                missing: match.missing
            )
        } catch {
            throw ExportError(error)
        }
    }
}
