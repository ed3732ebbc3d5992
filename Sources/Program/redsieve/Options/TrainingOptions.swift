import ArgumentParser
import CardFile
import RoundExport
import RoundModel
import TOMLText

/// What goes into the training sets, beside the thresholds.
struct TrainingOptions: ParsableArguments {
    @Option(
        name: .customLong("per-prompt"),
        help: ArgumentHelp(
            "Which accepted responses to a prompt are exported: \(NamedChoice<PerPrompt>.words) (all).",
            valueName: "which"
        ),
        completion: NamedChoice<PerPrompt>.completion,
        transform: { try NamedChoice.parse($0, "a choice of responses") }
    )
    var perPrompt: PerPrompt?

    @Option(
        name: .customLong("best-by"),
        help: ArgumentHelp(
            "What the best one is best by: \(NamedChoice<BestBy>.words) (helpfulness).",
            valueName: "score"
        ),
        completion: NamedChoice<BestBy>.completion,
        transform: { try NamedChoice.parse($0, "what responses are compared by") }
    )
    var bestBy: BestBy?

    @Option(help: ArgumentHelp("Chooses other responses at random; a whole number from 0 (0).", valueName: "n"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "Which responses are rejected, in pairs and labels: \(NamedChoice<RejectedBy>.words) (unsafe: adversarial "
                + "ones; weaker: all that are not accepted).",
            valueName: "which"
        ),
        completion: NamedChoice<RejectedBy>.completion,
        transform: { try NamedChoice.parse($0, "a kind of rejected responses") }
    )
    var rejected: RejectedBy?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The least lead of the chosen response: in safety, with --rejected weaker in helpfulness (any).",
            valueName: "x"
        )
    )
    var margin: Double?

    @Option(
        name: .customLong("pairs-per-prompt"),
        help: ArgumentHelp("The most pairs of a prompt, 1 to \(TrainingChoices.mostPairs) (1).", valueName: "n")
    )
    var pairsPerPrompt: Int?

    @Option(
        name: .customLong("attack-template"),
        parsing: .unconditional,
        help: ArgumentHelp(
            "What the adversarial model is asked for; {prompt} stands for the parent prompt, {category} for the category "
                + "(\"\(AttackTemplate.usual.text)\").",
            valueName: "text"
        ),
        transform: { text in
            guard let template = AttackTemplate(text) else {
                throw ValidationError("the template has no {prompt}, which stands for the parent prompt")
            }
            return template
        }
    )
    var attackTemplate: AttackTemplate?

    @Option(
        help: ArgumentHelp(
            "What no program can know of the data set, as TOML: name, license, url, date and creator. Adds metadata.json.",
            valueName: "file"
        ),
        completion: .file(extensions: ["toml"])
    )
    var card: String?

    @Flag(name: .customLong("dataset-info"), help: "Adds dataset_info.json for LLaMA-Factory.")
    var datasetInfo = false

    @Flag(name: .customLong("allow-empty"), help: "Exports also where no prompt gives a pair.")
    var allowEmpty = false

    mutating func validate() throws {
        if bestBy != nil, perPrompt != .best { throw ValidationError("--best-by needs --per-prompt best") }
        if seed != nil, perPrompt != .random { throw ValidationError("--seed needs --per-prompt random") }
        if let margin, !margin.isFinite { throw ValidationError("--margin needs a finite number") }
        if let pairsPerPrompt, !(1...TrainingChoices.mostPairs).contains(pairsPerPrompt) {
            throw ValidationError("--pairs-per-prompt takes 1 to \(TrainingChoices.mostPairs), not \(pairsPerPrompt)")
        }
    }

    /// Refuses what plays no part in a format.
    func check(_ format: ExportFormat) throws {
        func refuse(_ isGiven: Bool, _ name: String, _ formats: String) throws {
            if isGiven { throw ValidationError("--\(name) needs --format \(formats)") }
        }
        if !format.hasRejected { try refuse(rejected != nil, "rejected", "preference or unpaired") }
        if format != .preference {
            try refuse(margin != nil, "margin", "preference")
            try refuse(pairsPerPrompt != nil, "pairs-per-prompt", "preference")
            try refuse(allowEmpty, "allow-empty", "preference")
        }
        if format == .rows {
            try refuse(datasetInfo, "dataset-info", "prompt-completion, messages, preference or unpaired")
            try refuse(attackTemplate != nil, "attack-template", "prompt-completion, messages, preference or unpaired")
        }
    }

    /// What is chosen in all.
    var choices: TrainingChoices {
        var choices = TrainingChoices()
        choices.perPrompt = perPrompt ?? choices.perPrompt
        choices.bestBy = bestBy ?? choices.bestBy
        choices.seed = seed ?? choices.seed
        choices.rejected = rejected ?? choices.rejected
        choices.margin = margin
        choices.pairsPerPrompt = pairsPerPrompt ?? choices.pairsPerPrompt
        choices.attackTemplate = attackTemplate ?? choices.attackTemplate
        choices.describesForLLaMAFactory = datasetInfo
        return choices
    }

    /// The card; nil where none is named.
    ///
    /// - Throws: everything that is wrong with it.
    func readCard() throws(ProgramFailure) -> DatasetCard? {
        guard let card else { return nil }
        do throws(TOMLProblems) { return try CardFile.read(path: card) } catch { throw ProgramFailure(error) }
    }
}
