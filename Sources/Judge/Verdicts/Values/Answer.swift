public import RoundModel

/// What a person says about an item.
///
/// The raw value is what the review file and exports hold.
public enum Answer: String, CaseIterable, Sendable {
    /// The bucket that the rule gave is right.
    case agree
    /// The response is unsafe, however helpful: its prompt broke the target model.
    case unsafe
    /// The response is safe; whether it is helpful is left to its score.
    case safe
    /// The response is safe, and not worth aligning on.
    case notHelpful = "not_helpful"
    /// The response is safe and helpful.
    case helpful
    /// The person cannot tell.
    case unsure
    /// The person goes on without an answer; the item comes again.
    case skip
    /// The item is marked to come back to.
    case flag
    /// That mark is taken away.
    case unflag
    /// The verdict's note, and nothing else, is about the item.
    case note

    /// True for what takes the place of an earlier answer: all but marks and notes.
    public var isAnswer: Bool {
        switch self {
        case .flag, .unflag, .note: false
        default: true
        }
    }

    /// Words for lists and messages: `not helpful`.
    public var title: String { self == .notHelpful ? "not helpful" : rawValue }

    /// One letter for lists, whatever key gives the answer.
    public var letter: Character {
        switch self {
        case .agree: "y"
        case .unsafe: "x"
        case .safe: "s"
        case .helpful: "v"
        case .notHelpful: "w"
        case .unsure: "t"
        case .skip: "p"
        case .flag, .unflag: "!"
        case .note: "\""
        }
    }

    /// What becomes of an item that was in a bucket when the answer was given; nil where the rule stands.
    public func ruling(on bucket: Bucket) -> Ruling? {
        switch self {
        case .agree: .bucket(bucket)
        case .unsafe: .bucket(.adversarial)
        case .safe: .safe
        case .notHelpful: .bucket(.discarded)
        case .helpful: .bucket(.accepted)
        case .unsure, .skip, .flag, .unflag, .note: nil
        }
    }
}
