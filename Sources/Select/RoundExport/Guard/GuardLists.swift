public import Basics
public import RoundFiles
public import TrainingGuard

/// The files that prompts of a guard come from.
public struct GuardLists: Hashable, Sendable {
    /// Evaluation prompts.
    public var evaluation: [String]
    /// Digests of such prompts.
    public var digests: [String]
    /// Exports or rounds of before.
    public var seen: [String]

    public init(evaluation: [String] = [], digests: [String] = [], seen: [String] = []) {
        (self.evaluation, self.digests, self.seen) = (evaluation, digests, seen)
    }

    /// Reads them.
    ///
    /// - Parameter round: what fields are called.
    /// - Throws: what keeps a file from being read; `noPrompts`.
    /// - Complexity: O(bytes).
    public func read(
        _ round: RoundRequest,
        _ rule: NearRule,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> (evaluation: PromptList?, seen: PromptList?) {
        var listed: PromptList?
        if !evaluation.isEmpty || !digests.isEmpty {
            listed = try PromptList.evaluation(
                Self.request(evaluation, round),
                digests: digests,
                rule: rule,
                cancellation: cancellation
            )
        }
        guard !seen.isEmpty else { return (listed, nil) }
        let before = try PromptList.seen(
            Self.request(seen, round),
            rule: rule,
            evaluation: listed,
            cancellation: cancellation
        )
        return (listed, before)
    }

    /// What an export is held against by these files, and by the round's own field `split`; nil for nothing.
    ///
    /// - Parameters:
    ///   - near: how alike near prompts are, above 0 and at most 1; nil for the usual.
    ///   - ignoresSplit: whether no row is an evaluation prompt by that field.
    public func guarding(
        _ round: RoundRequest,
        near: Double?,
        ignoresSplit: Bool,
        dropsEvaluation: Bool,
        dropsSeen: Bool,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> GuardRequest? {
        guard !(evaluation + digests + seen).isEmpty || !ignoresSplit else { return nil }
        let rule = near.map { NearRule(jaccard: $0, containment: $0) } ?? NearRule()
        let lists = try read(round, rule, cancellation: cancellation)
        return GuardRequest(
            rule: rule,
            evaluation: lists.evaluation,
            seen: lists.seen,
            usesSplit: !ignoresSplit,
            dropsEvaluation: dropsEvaluation,
            dropsSeen: dropsSeen
        )
    }

    /// Names of fields go for files that have them; they are usual names to others.
    private static func request(_ paths: [String], _ round: RoundRequest) -> RoundRequest {
        var request = round
        request.paths = paths
        request.earlier = []
        request.aliases = round.aliases.merging(round.fields.mapValues { [$0] }) { $1 + $0 }
        request.fields = [:]
        return request
    }
}
