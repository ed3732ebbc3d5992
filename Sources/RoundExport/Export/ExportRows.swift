internal import RoundFiles
internal import RoundModel

/// The three files that a round's rows go to.
///
/// Unchecked: each file, and `withoutParent` with the first, is touched only between `enter` and `leave` of its own
/// turnstile while rows are written; the turnstiles are replaced by `restart`, and the files closed by `finish`, when no
/// thread writes.
final class ExportRows: SelectionOutput, @unchecked Sendable {
    private let thresholds: Thresholds
    private let format: ExportFormat
    private var adversarial: ExportFile
    private var accepted: ExportFile
    private var discarded: ExportFile
    private var withoutParent = 0
    private var adversarialTurn = Turnstile()
    private var acceptedTurn = Turnstile()
    private var discardedTurn = Turnstile()

    /// Makes the files in the folder.
    init(in folder: borrowing PartialFolder, thresholds: Thresholds, format: ExportFormat) throws(ExportError) {
        self.thresholds = thresholds
        self.format = format
        adversarial = try folder.makeFile(.adversarial)
        accepted = try folder.makeFile(.accepted)
        discarded = try folder.makeFile(.discarded)
    }

    func write(
        _ chunk: RowChunk,
        ticket: Int,
        of block: ColumnBlock,
        selected: borrowing SelectedTexts,
        from reader: RowReader,
        buffers: inout RenderedRows
    ) throws(ExportError) {
        try buffers.render(
            chunk,
            of: block,
            selected: selected,
            from: reader,
            thresholds: thresholds,
            format: format
        )
        guard adversarialTurn.enter(ticket) else { return }
        try adversarial.append(buffers.adversarial.bytes, lines: buffers.adversarial.count)
        withoutParent += buffers.withoutParent
        adversarialTurn.leave()
        guard acceptedTurn.enter(ticket) else { return }
        try accepted.append(buffers.accepted.bytes, lines: buffers.accepted.count)
        acceptedTurn.leave()
        guard discardedTurn.enter(ticket) else { return }
        try discarded.append(buffers.discarded.bytes, lines: buffers.discarded.count)
        discardedTurn.leave()
    }

    func stop() {
        for turn in [adversarialTurn, acceptedTurn, discardedTurn] { turn.stop() }
    }

    func restart() throws(ExportError) {
        (adversarialTurn, acceptedTurn, discardedTurn) = (Turnstile(), Turnstile(), Turnstile())
        withoutParent = 0
        try adversarial.restart()
        try accepted.restart()
        try discarded.restart()
    }

    /// What was written in all.
    struct Written: Sendable {
        var records: [ExportFileName: ExportFile.Record]
        /// Exported adversarial rows without a parent prompt.
        var withoutParent: Int
    }

    /// Syncs and closes the files, when all rows are written.
    func finish() throws(ExportError) -> Written {
        let records: [ExportFileName: ExportFile.Record] = [
            .adversarial: try adversarial.finish(),
            .accepted: try accepted.finish(),
            .discarded: try discarded.finish(),
        ]
        return Written(records: records, withoutParent: withoutParent)
    }
}
