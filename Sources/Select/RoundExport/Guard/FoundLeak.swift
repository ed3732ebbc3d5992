internal import RoundModel
public import TrainingGuard

/// A prompt of a round that is one of the prompts which training sets are held against, is like one, or descends from one.
public struct FoundLeak: Hashable, Sendable {
    /// Which list it is in.
    public enum List: Hashable, Sendable {
        case evaluation, seen
    }

    /// How alike, in the words of files.
    public enum Reason: String, CaseIterable, Codable, Hashable, Sendable {
        case bytes = "same_bytes"
        case form = "same_normalised"
        case near
        case ancestor

        /// In words, for a person.
        public var text: String {
            switch self {
            case .bytes: "same bytes"
            case .form: "same but for case, punctuation and hidden characters"
            case .near: "near"
            case .ancestor: "descends from one"
            }
        }
    }

    public var list: List
    /// A digest of its prompt, as it stands.
    var prompt: UInt64
    /// The listed prompt, by its place: those of the round's own field `split` stand behind those of files.
    var listed: Int
    public var reason: Reason
    /// How alike the two are, 0 to 1: of an ancestor, how alike that is.
    public var likeness: Double
    /// Whether the likeness is the share of the listed prompt that the other holds, and not that of both in common.
    public var isWithin: Bool
    /// What they have in common, where they are near.
    public var overlap: ShingleOverlap?
    /// Steps up to the ancestor; 0 where the prompt itself is like the listed one.
    public var steps: Int

    /// Why, in a few words for a person.
    public var text: String {
        switch reason {
        case .bytes: return "the same prompt"
        case .form: return "the same prompt but for case, punctuation or hidden characters"
        case .near:
            let share = DecimalText.percent(Int((likeness * 1000).rounded()), of: 1000)
            return isWithin ? "near: it holds \(share) of the \(name)" : "near: \(share) alike"
        case .ancestor: return "made from an evaluation prompt, \(DecimalText.counted(steps, "step")) before"
        }
    }

    /// What the listed prompt is.
    public var name: String { list == .evaluation ? "evaluation prompt" : "prompt of before" }

    init(_ prompt: UInt64, list: List, _ match: PromptMatch, rule: NearRule, steps: Int = 0) {
        self.prompt = prompt
        (self.list, listed, self.steps) = (list, match.listed, steps)
        overlap = match.overlap
        likeness = match.overlap.map(rule.likeness) ?? 1
        isWithin = match.overlap.map { $0.jaccard < rule.jaccard } ?? false
        reason =
            switch match.level {
            case _ where steps > 0: .ancestor
            case .bytes: .bytes
            case .form: .form
            case .near: .near
            }
    }
}
