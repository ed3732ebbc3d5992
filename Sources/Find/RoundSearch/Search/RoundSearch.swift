public import Basics
public import RoundFiles
internal import RoundModel

/// Finds the items of a round whose prompt or response holds a pattern.
///
/// Decoded texts are searched, so that `é` is found however the source spells it, and nothing else of the row is: no
/// names, no scores, no other fields. All cores take part; what has been found is shown meanwhile.
public enum RoundSearch {
    /// Searches all items, from one of them on and round to it again.
    ///
    /// - Parameters:
    ///   - start: the item that is looked at first, so that what is on the screen comes first; any number.
    ///   - cancellation: ends the search soon, with `cancelled`.
    ///   - onProgress: gets what was found so far, from any thread, one call at a time: at once for the first hit, then at
    ///     most 30 times a second. Not called for the whole, which is what this returns.
    /// - Throws: `cancelled`; `changed` where a file is not what it was when it was loaded, before or after; otherwise as
    ///   `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of the round).
    public static func find(
        _ pattern: TextPattern,
        in round: LoadedRound,
        startingAt start: Int = 0,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (SearchSnapshot) -> Void = { _ in }
    ) throws(RoundFilesError) -> SearchSnapshot {
        try find(
            pattern,
            in: round,
            startingAt: start,
            settings: SearchSettings(),
            cancellation: cancellation,
            onProgress: onProgress
        )
    }

    static func find(
        _ pattern: TextPattern,
        in round: LoadedRound,
        startingAt start: Int = 0,
        settings: SearchSettings,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (SearchSnapshot) -> Void = { _ in }
    ) throws(RoundFilesError) -> SearchSnapshot {
        let columns = round.columns
        // The hits, those of some snapshots of them, and what each thread reads and decodes.
        try MemoryRoom.require(columns.count / 2 + settings.workers * MemoryRoom.ofThread)
        let hits = SearchHits(columns: columns, interval: settings.snapshotInterval, onProgress: onProgress)
        try cancellation.check()
        guard columns.count > 0 else { return hits.snapshot }
        try round.texts.checkUnchanged()
        let first = min(max(0, start), columns.count - 1)
        let work = SharedWork(count: BlockSpan.count(in: columns), cancellation: cancellation)
        try work.run(threads: settings.workers) { work throws(RoundFilesError) in
            var worker = try SearchWorker(pattern: pattern, round: round, work: work, cancellation: cancellation)
            while let ticket = try work.next() {
                let span = BlockSpan.at(ticket, startingAt: first, in: columns)
                try worker.search(span, pieceSize: settings.pieceSize, into: hits)
            }
        }
        // A row that was rewritten in place may have been passed over for what stands there now.
        try round.texts.checkUnchanged()
        return hits.snapshot
    }
}
