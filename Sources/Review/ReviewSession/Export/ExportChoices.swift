public import RoundModel

/// What goes into the training sets of an export and what stands beside them, as it was set in its dialogs.
public struct ExportChoices: Hashable, Sendable {
    /// Which responses, and what the adversarial model is asked for.
    public var training = TrainingChoices()
    /// Whether a set of pairs may be empty.
    public var allowsEmpty = false
    /// What is kept out.
    public var guarding = GuardSettings()
    /// The file that says what no program can know of the data set; empty for none.
    public var card = ""

    public init() {}

    /// The same, where what plays no part in a format is as it usually is.
    public func heeded(by format: ExportFormat) -> ExportChoices {
        var heeded = self
        let usual = TrainingChoices()
        if training.perPrompt != .best { heeded.training.bestBy = usual.bestBy }
        if training.perPrompt != .random { heeded.training.seed = usual.seed }
        if !format.hasRejected { heeded.training.rejected = usual.rejected }
        if format != .preference {
            heeded.training.margin = usual.margin
            heeded.training.pairsPerPrompt = usual.pairsPerPrompt
            heeded.allowsEmpty = false
        }
        if format == .rows {
            heeded.training.attackTemplate = usual.attackTemplate
            heeded.training.describesForLLaMAFactory = usual.describesForLLaMAFactory
        }
        return heeded
    }
}

/// What is kept out of the training sets, as it was typed.
public struct GuardSettings: Hashable, Sendable {
    /// Files of evaluation prompts, with commas between them; empty for none.
    public var evaluation = ""
    /// Files of digests of such prompts, likewise.
    public var evaluationLists = ""
    /// Whether rows that leak are left out; else they end the export.
    public var dropsEvaluation = false
    /// Exports or rounds of before, likewise.
    public var seen = ""
    /// Whether rows that were trained on before are left out; else they are told.
    public var dropsSeen = false
    /// How alike near prompts are, above 0 and at most 1.
    public var near = 0.8
    /// Whether rows are no evaluation prompts, whatever their field `split` says.
    public var ignoresSplit = false

    public init() {}

    /// The files of such a list.
    public static func files(_ typed: String) -> [String] {
        typed.split(separator: ",").compactMap { part in
            let scalars = part.unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
        }
    }
}
