internal import RoundFiles
internal import RoundModel
internal import TrainingGuard

/// The prompts that a round is held against: those of files, those of its own field `split`, and those of before.
struct GuardedPrompts: Sendable {
    let rule: NearRule
    let evaluation: PromptList?
    let split: SplitPrompts?
    let seen: PromptList?

    /// Whether there are evaluation prompts.
    var hasEvaluation: Bool { evaluation != nil || split != nil }

    /// Whether it has to be known who descends from whom.
    func follows(hasParents: Bool) -> Bool {
        hasEvaluation && (hasParents || seen.map { !$0.lineage.isEmpty } ?? false)
    }

    /// Whether a prompt that leaks here leaks there, and the other way round.
    func isSame(as other: GuardedPrompts) -> Bool {
        rule == other.rule && evaluation === other.evaluation && seen === other.seen && split === other.split
    }

    /// Compares prompts with all of them; one thread's own.
    final class Matcher {
        private let all: GuardedPrompts
        private let evaluation: PromptMatcher?
        private let split: PromptMatcher?
        private let seen: PromptMatcher?

        init(_ all: GuardedPrompts) {
            self.all = all
            evaluation = all.evaluation.map { PromptMatcher($0.index) }
            split = all.split.map { PromptMatcher($0.index) }
            seen = all.seen.map { PromptMatcher($0.index) }
        }

        /// The evaluation prompt that a prompt is, or is like most.
        func evaluationMatch(_ prompt: PromptForm) -> PromptMatch? {
            let first = evaluation?.match(prompt)
            guard var second = split?.match(prompt) else { return first }
            second.listed += all.evaluation?.count ?? 0
            guard let first else { return second }
            return second.isBefore(first) ? second : first
        }

        /// What a prompt leaks; nil for nothing.
        func leak(of prompt: PromptForm) -> FoundLeak? {
            if let match = evaluationMatch(prompt) {
                return FoundLeak(prompt.digest, list: .evaluation, match, rule: all.rule)
            }
            return seen?.match(prompt).map { FoundLeak(prompt.digest, list: .seen, $0, rule: all.rule) }
        }
    }

    /// Where a listed prompt stands.
    ///
    /// - Parameter names: of the shards.
    func name(of leak: FoundLeak, in round: LoadedRound) throws(ExportError) -> ListedPrompt {
        if leak.list == .seen { return seen?.names[leak.listed] ?? ListedPrompt(file: "", line: 0) }
        if let evaluation, leak.listed < evaluation.count { return evaluation.names[leak.listed] }
        guard let split else { return ListedPrompt(file: "", line: 0) }
        let item = split.items[leak.listed - (evaluation?.count ?? 0)]
        return try ItemNames(of: round).names(of: [item]).first ?? ListedPrompt(file: "", line: 0)
    }

    /// The text of a listed prompt; nil where nobody has it.
    func text(of leak: FoundLeak, in round: LoadedRound) -> [UInt8]? {
        if leak.list == .seen { return nil }
        if let evaluation, leak.listed < evaluation.count { return evaluation.text(of: leak.listed) }
        guard let split else { return nil }
        let item = split.items[leak.listed - (evaluation?.count ?? 0)]
        return try? round.texts.itemText(of: item, in: round.columns).prompt
    }
}
