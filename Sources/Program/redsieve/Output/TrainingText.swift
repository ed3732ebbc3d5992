import ReviewAudit
import RoundExport
import RoundModel

/// What an export says of its training sets, beside the lines of its files.
enum TrainingText {
    /// What was chosen and what was not, each a sentence without an end.
    static func notes(_ result: ExportResult, _ request: ExportRequest) -> [String] {
        var notes: [String] = []
        let (prompts, choices) = (result.prompts, request.training)
        if choices.perPrompt != .all {
            notes.append(
                "\(DecimalText.counted(prompts.exported, "response")) chosen, one a prompt, of "
                    + "\(DecimalText.counted(prompts.pairs, "distinct pair")); a prompt has \(DecimalText.grouped(prompts.largest)) at most"
            )
            if prompts.ties > 0 {
                notes.append(
                    "of \(DecimalText.counted(prompts.ties, "prompt")) several responses are equally the best; the first is taken"
                )
            }
        }
        if let pairs = result.pairs { notes += Self.notes(pairs, request) }
        if let left = result.withoutParent, left > 0 {
            notes.append(
                "\(DecimalText.counted(left, "adversarial prompt")) without a parent prompt left out: a line of another kind would "
                    + "be among the pairs; --format rows keeps all"
            )
        }
        if result.otherTurns > 0 {
            notes.append(
                "\(DecimalText.counted(result.otherTurns, "chat")) with a turn that is no text; it is written as the JSON that it is"
            )
        }
        if result.unevenTurns > 0 {
            notes.append(
                "\(DecimalText.counted(result.unevenTurns, "chat")) whose turns do not alternate from user to assistant; "
                    + "LLaMA-Factory drops such without a word, TRL and Axolotl take what the model's chat template takes"
            )
        }
        if result.replacedTexts > 0 {
            notes.append(
                "\(DecimalText.counted(result.replacedTexts, "row")) with U+FFFD in place of lone surrogates, which few readers of "
                    + "JSON accept"
            )
        }
        let report = result.summary.report
        if report.textScores > 0, report.textScores < result.summary.items {
            notes.append(
                "\(DecimalText.counted(report.textScores, "row")) of the round with a score that is a text among numbers: Polars refuses "
                    + "a file that holds both; formats for trainers hold no scores"
            )
        }
        return notes + certificate(result, request)
    }

    private static func notes(_ pairs: PairFigures, _ request: ExportRequest) -> [String] {
        var notes: [String] = []
        if request.format == .preference {
            let kind = request.training.rejected == .unsafe ? "adversarial response" : "response that is not accepted"
            notes.append(
                "\(DecimalText.counted(pairs.pairs, "pair")) of \(DecimalText.counted(pairs.prompts, "prompt")); "
                    + "\(DecimalText.counted(pairs.rejectable.none, "prompt")) with an accepted response "
                    + "\(pairs.rejectable.none == 1 ? "has" : "have") no \(kind) beside it"
            )
            if pairs.withoutLead > 0 {
                notes.append(
                    "\(DecimalText.counted(pairs.withoutLead, "prompt")) with both \(pairs.withoutLead == 1 ? "has" : "have") no pair of different texts"
                        + (request.training.margin == nil ? "" : " with that margin")
                )
            }
        }
        if pairs.open > 0 {
            notes.append("\(DecimalText.counted(pairs.open, "row")) with an open verdict left aside")
        }
        return notes
    }

    /// A certificate and the stated error are about all accepted pairs.
    private static func certificate(_ result: ExportResult, _ request: ExportRequest) -> [String] {
        guard let verdicts = result.summary.verdicts,
            verdicts.certificate?.passed != nil || verdicts.statedError?.accepted != nil,
            request.training.perPrompt != .all || request.format.hasRejected
        else { return [] }
        return [
            "the stated error and any certificate are about all accepted pairs, not about the part that is chosen here"
        ]
    }
}
