internal import Basics
internal import RoundFiles
internal import RoundModel

/// What an export takes of a round into its sets: whoever writes them and whoever only counts begins with this.
extension ExportRequest {
    /// - Parameters:
    ///   - hashes: those of the load at the thresholds, if it took them.
    ///   - guarding: looks for prompts that are not to be trained on; nil for nobody.
    /// - Complexity: O(items), and O(bytes of the round) without hashes and for the guard.
    func select(
        of round: LoadedRound,
        _ verdicts: ExportVerdicts?,
        _ guarding: ExportGuard?,
        hashes: SelectionHashes? = nil,
        hash: TextHash = TextHash(),
        cancellation: Cancellation
    ) throws(ExportError) -> Selection {
        var maker = SelectionMaker(round: round, thresholds: thresholds, cancellation: cancellation)
        maker.hash = hash
        maker.judged = verdicts?.judged
        maker.chooser = TrainingChooser(
            round: round,
            format: format,
            choices: training,
            open: format.hasRejected ? verdicts?.open ?? [] : [],
            cancellation: cancellation
        )
        maker.guarding = guarding
        return try maker.make(from: hashes)
    }

    /// - Throws: why what was selected is not exported.
    func check(_ selection: Selection, _ guarding: ExportGuard?) throws(ExportError) {
        if let findings = selection.guarded { try guarding?.refuse(findings) }
        if format == .preference, selection.pairs.isEmpty, !allowsEmpty { throw .noPairs(reason(selection)) }
    }

    /// Why no prompt gives a pair.
    private func reason(_ selection: Selection) -> String {
        guard let figures = selection.pairFigures, let prompts = selection.prompts, prompts.prompts > 0 else {
            return "no response is accepted"
        }
        let kind = training.rejected == .unsafe ? "an adversarial response" : "one that is not accepted"
        let counted = DecimalText.counted(prompts.prompts, "prompt")
        let has = prompts.prompts == 1 ? "has" : "have"
        if figures.rejectable.one + figures.rejectable.more == 0 {
            return "\(counted) \(has) an accepted response, and none of them \(kind) beside it"
        }
        return "no chosen response has another text than \(kind) to its prompt"
            + (training.margin.map { " and leads by \(DecimalText.exact($0, atLeast: 0))" } ?? "")
    }
}
