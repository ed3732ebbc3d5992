import AuditStatistics
import RoundModel
import Verdicts

/// What is exported of a bucket, in distinct contents: what verdicts take out of it and bring into it, and what is known
/// of that.
struct ExportedSet {
    let error: RemainingError

    /// - Parameters:
    ///   - sample: the bucket's labels.
    ///   - contents: all of which something was said.
    /// - Complexity: O(contents and their items).
    init(
        _ sample: BucketSample,
        contents: [JudgedContent],
        in columns: ScoreColumns,
        at thresholds: Thresholds
    ) throws(AuditError) {
        let bucket = sample.queue.bucket
        func isWrong(_ content: JudgedContent) -> Bool {
            sample.isWrong(content, content.known, at: thresholds, in: columns)
        }
        func isHeld(_ content: JudgedContent) -> Bool {
            content.buckets(in: columns, at: thresholds, heedingVerdicts: true).contains(bucket)
        }
        let whole = Set(sample.wholeStratum.map(\.digest))
        var found = RemainingError.Known.none
        var removed = RemainingError.Removed()
        for content in sample.members where !content.items.isEmpty {
            let isOut = !isHeld(content)
            switch content.known {
            case .unsure where sample.isSampled(content) || whole.contains(content.digest):
                removed.unsure += isOut ? 1 : 0
            case nil, .unsure:
                removed.unseen += isOut ? 1 : 0
            case .ruling:
                let isWrong = isWrong(content)
                if !sample.isSampled(content), !whole.contains(content.digest) {
                    if isWrong { found.wrong += 1 } else { found.right += 1 }
                }
                guard isOut else { continue }
                if isWrong { removed.wrong += 1 } else { removed.right += 1 }
            }
        }
        var broughtIn = RemainingError.Known.none
        var unseen = 0
        for content in contents where content.ruling != nil && !content.items.isEmpty && isHeld(content) {
            if content.buckets(in: columns, at: thresholds, heedingVerdicts: false).contains(bucket) { continue }
            switch content.known {
            case nil, .unsure: unseen += 1
            case .ruling: if isWrong(content) { broughtIn.wrong += 1 } else { broughtIn.right += 1 }
            }
        }
        let size = sample.queue.size
        error = try RemainingError(
            HuntedStratum(
                size: size,
                hunted: whole.count,
                huntedWrong: sample.wholeStratum.count { isWrong($0) },
                huntedUnsure: sample.wholeStratum.count { $0.known == .unsure },
                rest: sample.checked(without: whole, at: thresholds, in: columns)
            ),
            found: found,
            removed: removed,
            broughtIn: broughtIn,
            unseen: unseen
        )
    }
}
