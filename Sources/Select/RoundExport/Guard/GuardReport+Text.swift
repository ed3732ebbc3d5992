internal import RoundModel
internal import TrainingGuard

extension GuardReport {
    /// Why an export is not made, as one clause.
    public var refusal: String {
        guard let evaluation else { return "" }
        return "the training sets would hold \(DecimalText.counted(evaluation.total, "evaluation prompt")) "
            + "(\(Self.levels(evaluation)))"
    }

    /// Where what is said stands, which decides what choices are called.
    public enum Place: Sendable {
        case commandLine, screen
    }

    /// What there is to say of an export, one clause each.
    public func notes(_ place: Place = .commandLine) -> [String] {
        var notes: [String] = []
        if let evaluation { notes.append(Self.text(evaluation, "evaluation prompt", rule, nil)) }
        if let seen { notes.append(Self.text(seen, "prompt of before", rule, place)) }
        for (side, name) in [(evaluation, "evaluation prompt"), (seen, "prompt of before")] {
            guard let side else { continue }
            if side.short > 0 {
                notes.append(
                    "\(DecimalText.counted(side.short, name)) \(side.short == 1 ? "has" : "have") three words or fewer: "
                        + "near means nothing there, so only the whole prompt was compared"
                )
            }
            if side.digests > 0 {
                notes.append(
                    "of \(DecimalText.counted(side.digests, name)) only a digest is known: near was not compared"
                )
            }
            if side.broken > 0 {
                notes.append(
                    "\(DecimalText.counted(side.broken, "row")) of the lists held no prompt and counted for nothing"
                )
            }
        }
        if inBothSplits > 0 {
            notes.append(
                "\(DecimalText.counted(inBothSplits, "prompt")) of the round \(inBothSplits == 1 ? "is" : "are") in both splits"
            )
        }
        if parentsNowhere > 0 {
            notes.append(
                "\(DecimalText.counted(parentsNowhere, "parent")) \(parentsNowhere == 1 ? "is" : "are") in no round that was "
                    + "given; \(place == .screen ? "\"trained on before\"" : "--seen EARLIER-ROUND") lets their own parents be "
                    + "looked at"
            )
        }
        if circular > 0 {
            notes.append(
                "\(DecimalText.counted(circular, "prompt")) \(circular == 1 ? "descends from itself" : "descend from themselves")"
            )
        }
        return notes
    }

    private static func text(_ side: Side, _ name: String, _ rule: NearRule, _ seen: Place?) -> String {
        let listed = DecimalText.counted(side.distinct, name)
        guard side.total > 0 else {
            return "no prompt of the sets is, or is like, one of \(listed)"
        }
        let prompts =
            "\(DecimalText.counted(side.total, "prompt")) of the sets \(side.total == 1 ? "is" : "are") among \(listed) "
            + "(\(levels(side)))"
        let lines = DecimalText.counted(side.lines.total, "line")
        if side.isDropped { return "\(prompts): \(lines) left out, listed in \(ExportFileName.excluded.rawValue)" }
        guard let seen else { return prompts }
        return "\(prompts), in \(lines)" + (seen == .screen ? "" : "; --drop-seen leaves them out")
    }

    private static func levels(_ side: Side) -> String {
        FoundLeak.Reason.allCases.compactMap { reason in
            side.found[reason].map { "\(DecimalText.grouped($0)) \(name(reason))" }
        }.joined(separator: ", ")
    }

    private static func name(_ reason: FoundLeak.Reason) -> String {
        switch reason {
        case .bytes: "the same"
        case .form: "the same but for case, punctuation and hidden characters"
        case .near: "near"
        case .ancestor: "made from one"
        }
    }
}
