internal import Basics
internal import RoundFiles
internal import RoundModel

/// The three files that a round's rows go to.
///
/// Unchecked: each file, and what is counted with it, is touched only between `enter` and `leave` of its own
/// turnstile while rows are written; the files are closed by `finish`, when no thread writes.
final class ExportRows: @unchecked Sendable {
    private let selection: Selection
    private let form: LineForm
    private let members: VerdictMembers?
    private var adversarial: ExportFile
    private var accepted: ExportFile
    private var discarded: ExportFile
    private var withoutParent = 0
    /// Of each file, since two threads may be at two of them.
    private var replaced = (adversarial: 0, accepted: 0)
    private var otherTurns = 0
    private var unevenTurns = 0
    /// Likewise.
    private var troubles = (adversarial: RowTroubles(), accepted: RowTroubles(), discarded: RowTroubles())
    private let adversarialTurn = Turnstile()
    private let acceptedTurn = Turnstile()
    private let discardedTurn = Turnstile()

    /// Makes the files in the folder.
    init(
        in folder: borrowing PartialFolder,
        selection: Selection,
        form: LineForm,
        verdicts: ExportVerdicts?,
        thresholds: Thresholds
    ) throws(ExportError) {
        self.selection = selection
        members = verdicts.map { VerdictMembers(verdicts: $0, thresholds: thresholds) }
        self.form = form
        adversarial = try folder.makeFile(.adversarial)
        accepted = try folder.makeFile(.accepted)
        discarded = try folder.makeFile(.discarded)
    }

    /// Writes the rows of a chunk that `reader` holds open.
    ///
    /// Called for every chunk once, from several threads at once; each file keeps the order of the tickets, 0 first.
    func write(
        _ chunk: RowChunk,
        ticket: Int,
        of round: LoadedRound,
        from reader: RowReader,
        buffers: inout RenderedRows
    ) throws(ExportError) {
        try buffers.render(
            chunk,
            of: round,
            selection: selection,
            from: reader,
            form: form,
            members: members
        )
        guard adversarialTurn.enter(ticket) else { return }
        try adversarial.append(buffers.adversarial.bytes, lines: buffers.adversarial.count)
        withoutParent += buffers.withoutParent
        replaced.adversarial += buffers.adversarial.replaced
        troubles.adversarial += buffers.adversarial.troubles
        adversarialTurn.leave()
        guard acceptedTurn.enter(ticket) else { return }
        try accepted.append(buffers.accepted.bytes, lines: buffers.accepted.count)
        replaced.accepted += buffers.accepted.replaced
        troubles.accepted += buffers.accepted.troubles
        otherTurns += buffers.accepted.otherTurns
        unevenTurns += buffers.accepted.unevenTurns
        acceptedTurn.leave()
        guard discardedTurn.enter(ticket) else { return }
        try discarded.append(buffers.discarded.bytes, lines: buffers.discarded.count)
        troubles.discarded += buffers.discarded.troubles
        discardedTurn.leave()
    }

    /// Where threads wait for earlier chunks.
    var turnstiles: [Turnstile] { [adversarialTurn, acceptedTurn, discardedTurn] }

    /// What was written in all.
    struct Written: Sendable {
        var records: [ExportFileName: ExportFile.Record]
        /// Exported adversarial rows without a parent prompt.
        var withoutParent: Int
        /// Rows whose texts hold U+FFFD in place of lone surrogates.
        var replaced: Int
        /// Lines with a turn that is no text in the row.
        var otherTurns: Int
        /// Chats whose turns do not alternate.
        var unevenTurns: Int
        /// What the lines of each file hold that some readers of JSON refuse.
        var troubles: [ExportFileName: RowTroubles]
    }

    /// Syncs and closes the files, when all rows are written.
    func finish() throws(ExportError) -> Written {
        let records: [ExportFileName: ExportFile.Record] = [
            .adversarial: try adversarial.finish(),
            .accepted: try accepted.finish(),
            .discarded: try discarded.finish(),
        ]
        return Written(
            records: records,
            withoutParent: withoutParent,
            replaced: replaced.adversarial + replaced.accepted,
            otherTurns: otherTurns,
            unevenTurns: unevenTurns,
            troubles: [
                .adversarial: troubles.adversarial, .accepted: troubles.accepted, .discarded: troubles.discarded,
            ]
        )
    }
}
