internal import RoundFiles
internal import RoundModel

/// How the lines of an export are written.
struct LineForm: Sendable {
    var format: ExportFormat
    /// What the adversarial model is asked for.
    var template: AttackTemplate
    /// Whether adversarial prompts go out with their parents, and those without one not at all; else alone.
    var hasParents: Bool
    /// Whether lines are those of exports of before, which had both kinds in one file.
    var isOfBefore: Bool

    /// The texts that an adversarial row is written with.
    var adversarialTexts: DecodedRow.Texts {
        if isOfBefore { return [.prompt, .response, .parent] }
        if !hasParents { return .prompt }
        return template.hasCategory ? [.prompt, .parent, .category] : [.prompt, .parent]
    }
}
