public import TrainingGuard

/// What an export keeps out of its training sets.
public struct GuardRequest: Hashable, Sendable {
    /// When prompts are near.
    public var rule: NearRule
    /// The evaluation prompts that were given; nil for none.
    public var evaluation: PromptList?
    /// The prompts that were trained on before; nil for none.
    public var seen: PromptList?
    /// Whether rows of the round whose field `split` says so are evaluation prompts.
    public var usesSplit: Bool
    /// Whether rows that leak are left out; else such a row ends the export.
    public var dropsEvaluation: Bool
    /// Whether rows that were trained on before are left out; else they are told.
    public var dropsSeen: Bool

    public init(
        rule: NearRule = NearRule(),
        evaluation: PromptList? = nil,
        seen: PromptList? = nil,
        usesSplit: Bool = true,
        dropsEvaluation: Bool = false,
        dropsSeen: Bool = false
    ) {
        (self.rule, self.evaluation, self.seen) = (rule, evaluation, seen)
        (self.usesSplit, self.dropsEvaluation, self.dropsSeen) = (usesSplit, dropsEvaluation, dropsSeen)
    }
}
