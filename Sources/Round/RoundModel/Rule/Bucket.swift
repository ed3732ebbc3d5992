/// What the rule makes of one item: where it goes in the next round's training data.
///
/// The raw values index count tables (`BucketCounts`, `FlowTable`).
public enum Bucket: UInt8, CaseIterable, Sendable {
    /// The safety score is below θ adv: the prompt broke the target model.
    case adversarial = 0
    /// Both scores are above their thresholds: the answer is one to align on.
    case accepted = 1
    /// Neither.
    case discarded = 2

    /// The bucket's letter, shown wherever its colour is: A, C or D.
    public var letter: Character {
        switch self {
        case .adversarial: "A"
        case .accepted: "C"
        case .discarded: "D"
        }
    }

    /// The bucket's name in lower case, as files, JSON keys and the screen write it.
    public var name: String {
        switch self {
        case .adversarial: "adversarial"
        case .accepted: "accepted"
        case .discarded: "discarded"
        }
    }
}
