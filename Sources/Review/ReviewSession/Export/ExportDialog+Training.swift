import RoundModel

/// What goes into the training sets, as fields of the export's dialog: those that play a part in its format.
extension ExportDialog {
    static let perPromptField = "per-prompt"
    static let bestByField = "best-by"
    static let seedField = "seed"
    static let rejectedField = "rejected"
    static let marginField = "margin"
    static let pairsField = "pairs"
    static let emptyField = "allow-empty"
    static let evaluationField = "evaluation"
    static let listsField = "evaluation-list"
    static let leaksField = "leaks"
    static let splitField = "split"
    static let seenField = "seen"
    static let repeatsField = "seen-prompts"
    static let nearField = "near"
    static let templateField = "template"
    static let infoField = "dataset-info"
    static let cardField = "card"

    /// Those whose values are files.
    static let fileFields: Set<DialogField.ID> = [evaluationField, listsField, seenField, cardField]

    /// No margin.
    private static let anyMargin = "any"
    /// No file.
    static let none = "none"
    private static let drops = "left out"

    /// What can be set, in its order.
    public var trainingFields: [DialogField] { responseFields + pairFields + guardFields + descriptionFields }

    private var responseFields: [DialogField] {
        var fields = [
            choice(Self.perPromptField, "responses a prompt", choices.training.perPrompt)
        ]
        if choices.training.perPrompt == .best {
            fields.append(choice(Self.bestByField, "the best by", choices.training.bestBy))
        }
        if choices.training.perPrompt == .random {
            fields.append(DialogField(Self.seedField, title: "seed of the choice", value: "\(choices.training.seed)"))
        }
        return fields
    }

    private var pairFields: [DialogField] {
        guard format.hasRejected else { return [] }
        let rejected = choice(Self.rejectedField, "rejected responses", choices.training.rejected)
        guard format == .preference else { return [rejected] }
        let margin = choices.training.margin.map { DecimalText.exact($0, atLeast: 0) } ?? Self.anyMargin
        return [
            rejected, DialogField(Self.marginField, title: "least lead of the chosen", value: margin),
            DialogField(
                Self.pairsField,
                title: "pairs a prompt, at most",
                value: "\(choices.training.pairsPerPrompt)",
                choices: ["1", "2", "4", "8", "16"],
                takesOthers: true
            ),
            yesOrNo(Self.emptyField, "write it without pairs", choices.allowsEmpty),
        ]
    }

    private var guardFields: [DialogField] {
        var fields = [
            files(Self.evaluationField, "evaluation prompts", choices.guarding.evaluation),
            files(Self.listsField, "lists of their digests", choices.guarding.evaluationLists),
            DialogField(
                Self.leaksField,
                title: "rows that leak one",
                value: choices.guarding.dropsEvaluation ? Self.drops : "refused",
                choices: ["refused", Self.drops]
            ),
            DialogField(
                Self.splitField,
                title: "the rows' field split",
                value: choices.guarding.ignoresSplit ? "ignored" : "heeded",
                choices: ["heeded", "ignored"]
            ),
            files(Self.seenField, "trained on before", choices.guarding.seen),
        ]
        if !choices.guarding.seen.isEmpty {
            fields.append(
                DialogField(
                    Self.repeatsField,
                    title: "prompts seen before",
                    value: choices.guarding.dropsSeen ? Self.drops : "kept",
                    choices: ["kept", Self.drops]
                )
            )
        }
        let near = DecimalText.exact(choices.guarding.near, atLeast: 0)
        return fields + [DialogField(Self.nearField, title: "near from a likeness of", value: near)]
    }

    private var descriptionFields: [DialogField] {
        let card = files(Self.cardField, "card (licence, creator)", choices.card)
        guard format != .rows else { return [card] }
        return [
            DialogField(Self.templateField, title: "asks the attacker", value: choices.training.attackTemplate.text),
            yesOrNo(Self.infoField, "for LLaMA-Factory", choices.training.describesForLLaMAFactory), card,
        ]
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ field: DialogField.ID,
        _ title: String,
        _ value: Choice
    ) -> DialogField {
        DialogField(field, title: title, value: value.rawValue, choices: Choice.allCases.map(\.rawValue))
    }

    private func yesOrNo(_ field: DialogField.ID, _ title: String, _ value: Bool) -> DialogField {
        DialogField(field, title: title, value: value ? "yes" : "no", choices: ["no", "yes"])
    }

    private func files(_ field: DialogField.ID, _ title: String, _ typed: String) -> DialogField {
        DialogField(field, title: title, value: typed.isEmpty ? Self.none : typed)
    }

    /// Why a field cannot have a value; nil where it can.
    static func refusal(of value: String, for field: DialogField.ID) -> String? {
        switch field {
        case seedField: UInt64(value) == nil ? "a seed is a whole number from 0 on" : nil
        case marginField:
            value == anyMargin || Double(value)?.isFinite == true ? nil : "a margin is a number, or \(anyMargin)"
        case pairsField:
            Int(value).map { (1...TrainingChoices.mostPairs).contains($0) } == true
                ? nil : "pairs are a number from 1 to \(TrainingChoices.mostPairs)"
        case nearField:
            Double(value).map { $0 > 0 && $0 <= 1 } == true ? nil : "a likeness is a number above 0 and at most 1"
        case templateField:
            AttackTemplate(value) == nil ? "{prompt}, which stands for the parent prompt, is missing" : nil
        default: nil
        }
    }

    /// Sets one of them to a value that is not refused; false for another field.
    mutating func setTraining(_ field: DialogField.ID, to value: String) -> Bool {
        switch field {
        case Self.perPromptField: choices.training.perPrompt = PerPrompt(rawValue: value) ?? choices.training.perPrompt
        case Self.bestByField: choices.training.bestBy = BestBy(rawValue: value) ?? choices.training.bestBy
        case Self.seedField: choices.training.seed = UInt64(value) ?? choices.training.seed
        case Self.rejectedField: choices.training.rejected = RejectedBy(rawValue: value) ?? choices.training.rejected
        case Self.marginField: choices.training.margin = Double(value)
        case Self.pairsField: choices.training.pairsPerPrompt = Int(value) ?? choices.training.pairsPerPrompt
        case Self.emptyField: choices.allowsEmpty = value == "yes"
        case Self.templateField:
            choices.training.attackTemplate = AttackTemplate(value) ?? choices.training.attackTemplate
        case Self.infoField: choices.training.describesForLLaMAFactory = value == "yes"
        case Self.cardField: choices.card = value == Self.none ? "" : value
        default: return setGuard(field, to: value)
        }
        problem = nil
        return true
    }

    private mutating func setGuard(_ field: DialogField.ID, to value: String) -> Bool {
        let typed = value == Self.none ? "" : value
        switch field {
        case Self.evaluationField: choices.guarding.evaluation = typed
        case Self.listsField: choices.guarding.evaluationLists = typed
        case Self.leaksField: choices.guarding.dropsEvaluation = value == Self.drops
        case Self.splitField: choices.guarding.ignoresSplit = value == "ignored"
        case Self.seenField:
            choices.guarding.seen = typed
            if typed.isEmpty { choices.guarding.dropsSeen = false }
        case Self.repeatsField: choices.guarding.dropsSeen = value == Self.drops
        case Self.nearField: choices.guarding.near = Double(value) ?? choices.guarding.near
        default: return false
        }
        problem = nil
        return true
    }

    /// What is chosen, in a few words.
    public var trainingText: String {
        var parts: [String] = []
        switch choices.training.perPrompt {
        case .all: parts.append("every accepted response")
        case .random: parts.append("one response a prompt, at random")
        case .best: parts.append("of each prompt the best by \(choices.training.bestBy.rawValue)")
        }
        if format.hasRejected {
            parts.append(choices.training.rejected == .unsafe ? "rejected: adversarial ones" : "rejected: all others")
        }
        if format == .preference, let margin = choices.training.margin {
            parts.append("lead \(DecimalText.exact(margin, atLeast: 0)) or more")
        }
        if !choices.guarding.evaluation.isEmpty || !choices.guarding.evaluationLists.isEmpty {
            parts.append("no evaluation prompts")
        }
        if choices.guarding.dropsSeen { parts.append("none seen before") }
        if !choices.card.isEmpty { parts.append("with a card") }
        return parts.joined(separator: ", ")
    }
}
