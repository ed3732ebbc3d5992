public import Basics
public import RoundFiles
public import RoundModel

/// How many lines the sets of an export would have, and why it would not be made: what can be known before anything is written.
public struct ExportLines: Sendable {
    /// How the lines are written.
    public var format: ExportFormat
    /// Lines of the adversarial set.
    public var adversarial: Int
    /// Lines of the accepted set with what is accepted: responses, or pairs of them and rejected ones.
    public var accepted: Int
    /// Lines of the accepted set with a rejected response alone.
    public var rejected: Int
    /// The accepted responses by prompts.
    public var prompts: PromptFigures
    /// What pairs come to; nil in formats without rejected responses.
    public var pairs: PairFigures?
    /// What the guard found; nil where there was nothing to hold the sets against.
    public var guarded: GuardReport?
    /// Why nothing would be exported; nil where it would.
    public var refusal: ExportError?

    /// Counts them, on all cores.
    ///
    /// - Parameter known: what was found before of what leaks in the round; nil to look for it.
    /// - Throws: `cancelled`; `source` where the round cannot be read again; `tooManyItems`, `noMemory`.
    /// - Complexity: O(bytes of the round).
    public static func count(
        in round: LoadedRound,
        _ request: ExportRequest,
        verdicts: ExportVerdicts? = nil,
        known: KnownLeaks? = nil,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> ExportLines {
        let guarding = try ExportGuard(request.guarding, of: round, known: known, cancellation: cancellation)
        let selection = try request.select(of: round, verdicts, guarding, cancellation: cancellation)
        var lines = ExportLines(
            format: request.format,
            adversarial: 0,
            accepted: 0,
            rejected: 0,
            prompts: selection.prompts ?? PromptFigures(),
            pairs: selection.pairFigures
        )
        for item in 0..<round.columns.count {
            switch selection.exportedBucket(of: item) {
            case .adversarial: lines.adversarial += 1
            case .accepted: lines.accepted += 1
            case .discarded, nil: break
            }
            if selection.isRejected(item) { lines.rejected += 1 }
        }
        if request.format != .unpaired { lines.rejected = 0 }
        if request.format == .preference { lines.accepted = selection.pairs.count }
        if request.format != .rows {
            let search = ParentSearch(round: round, selection: selection, cancellation: cancellation)
            let withParent = try search.count()
            // Where some have a parent, lines of two kinds would stand in one file: those without are left out.
            if withParent > 0 { lines.adversarial = withParent }
        }
        if let findings = selection.guarded { lines.guarded = try guarding?.report(findings) }
        do throws(ExportError) {
            try request.check(selection, guarding)
        } catch {
            if error == .cancelled { throw error }
            lines.refusal = error
        }
        return lines
    }

    /// What the lines of each set are, by the name of its file.
    public var contents: [String: String] {
        let attacks = DecimalText.counted(adversarial, "adversarial prompt")
        var contents = [ExportFileName.adversarial.rawValue: attacks, ExportFileName.accepted.rawValue: acceptedText]
        if let guarded {
            let sides = [guarded.evaluation, guarded.seen].compactMap(\.self).filter(\.isDropped)
            let rows = sides.reduce(0) { $0 + $1.lines.total }
            contents[ExportFileName.excluded.rawValue] = "\(DecimalText.counted(rows, "row")) left out, and why"
        }
        return contents
    }

    private var acceptedText: String {
        let prompts = DecimalText.counted(self.prompts.prompts, "prompt")
        switch format {
        case .preference: return "\(DecimalText.counted(accepted, "pair")) of \(prompts)"
        case .unpaired:
            return "\(DecimalText.counted(accepted, "accepted response")) and \(DecimalText.grouped(rejected)) rejected"
        case .rows, .promptCompletion, .messages:
            let of = accepted < self.prompts.pairs ? " of \(DecimalText.grouped(self.prompts.pairs))" : ""
            let ties = self.prompts.ties > 0 ? ", \(DecimalText.counted(self.prompts.ties, "tie"))" : ""
            return "\(DecimalText.counted(accepted, "response"))\(of) to \(prompts)\(ties)"
        }
    }
}
