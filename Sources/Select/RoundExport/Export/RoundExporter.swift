public import Basics
internal import CPlatform
public import RoundFiles
internal import RoundModel

/// Writes the sets of a round into a folder that is there complete or not at all.
public enum RoundExporter {
    /// Exports a round.
    ///
    /// Blocks until it is done: call it off the thread that owns the screen. The same round, thresholds and format give
    /// the same bytes in every file.
    ///
    /// - Parameters:
    ///   - round: read to its end.
    ///   - hashes: those of the round's load at the request's thresholds, if it took them: they save reading it once.
    ///   - verdicts: the verdicts on the items, which outrank the rule.
    ///   - cancellation: stops the export soon after it is thrown; nothing is left then.
    ///   - progress: called at most 30 times a second and at each stage's beginning, from any thread, never from two at
    ///     once.
    /// - Throws: why nothing was exported; an earlier export is untouched then.
    /// - Complexity: O(bytes of the round + n log n); at most 23 bytes an item, beside buffers of some megabytes.
    public static func export(
        _ round: LoadedRound,
        _ request: ExportRequest,
        hashes: SelectionHashes? = nil,
        verdicts: ExportVerdicts? = nil,
        cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
    ) throws(ExportError) -> ExportResult {
        guard round.progress.isComplete else { throw .unfinishedRound }
        let destination = try Destination(request.directory)
        try destination.check(replace: request.replace)
        try destination.checkHoldsNone(of: round.report.shards)
        try round.checkUnchanged()
        cp_report_file_size_limits()
        return try ExportWork(
            round: round,
            request: request,
            destination: destination,
            cancellation: cancellation,
            progress: progress,
            hashes: hashes,
            verdicts: verdicts
        ).export()
    }

    /// Looks whether an export could be made at `directory` as things are now, before a round is read for it.
    ///
    /// `export` looks again: much can change meanwhile.
    /// - Throws: what `export` would throw for the destination, but for a round that stands in it.
    /// - Complexity: O(entries of the folder).
    public static func checkDestination(_ directory: String, replace: Bool) throws(ExportError) {
        try Destination(directory).check(replace: replace)
    }
}
