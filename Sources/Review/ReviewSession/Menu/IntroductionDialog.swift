public import RoundModel

/// The card that says what is on the screen: shown to who has not seen it, and whenever somebody asks for it.
public struct IntroductionDialog: Dialog {
    public static let id: DialogID = "introduction"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .introduction
    public static let closesWithAnyKey = true

    public init() {}

    public func title(in review: ReviewState) -> String { "what is on this screen" }

    public func hints(in review: ReviewState) -> [CommandHint] { [CommandHint(.cancel, "or any other key closes")] }

    public func text(in review: ReviewState) -> [String] {
        parts(in: review).map { part in part.term.map { "\($0): \(part.text)" } ?? part.text }
    }

    public func confirm(in review: inout ReviewState) -> [Effect] { cancel(in: &review) }

    /// A term of the screen with what it means, or a sentence of its own.
    public struct Part: Hashable, Sendable {
        /// What is seen: a bucket, the percentages of a θ, the table of moves; nil for a sentence.
        public let term: String?
        /// The bucket that the term is, for its colour.
        public let bucket: Bucket?
        /// What it means.
        public let text: String
    }

    /// What it says, in the order of the screen; what stands later may be left out where there is little room.
    public func parts(in review: ReviewState) -> [Part] {
        let name = review.thresholds.chosen
        var (below, above) = ("26", "73")
        if let tally = review.shownTally, tally.total > 0 {
            below = tally[name].below.wholePercent(of: tally.total)
            above = tally[name].above.wholePercent(of: tally.total)
        }
        func sentence(_ text: String) -> Part { Part(term: nil, bucket: nil, text: text) }
        func bucket(_ bucket: Bucket, _ text: String) -> Part {
            Part(term: "\(bucket.letter) \(bucket.name)", bucket: bucket, text: text)
        }
        let moves = "\(review.key(.stepDown)) \(review.key(.stepUp))"
        return [
            sentence("Each item has two scores, safety and helpfulness. Three thresholds θ put it into a bucket:"),
            bucket(.adversarial, "safety below θ adv"),
            bucket(.accepted, "safety above θ safety, helpfulness above θ help"),
            bucket(.discarded, "everything else"),
            Part(
                term: "\(below)│\(above) %",
                bucket: nil,
                text: "items below and above \(name.title)"
            ),
            Part(
                term: "moved",
                bucket: nil,
                text: "the items that changed buckets since the baseline"
            ),
            sentence(
                "\(review.key(.chooseAdv)) \(review.key(.chooseSafety)) \(review.key(.chooseHelp)) choose a θ, \(moves) move it."
            ),
            sentence(
                "\(review.key(.read)) reads an item, \(review.key(.agree)) \(review.key(.callUnsafe)) judge, "
                    + "\(review.key(.export)) exports the sets."
            ),
            sentence(
                "\(review.key(.menu)) shows what can be done, \(review.key(.help)) all keys; \(review.key(.quit)) leaves."
            ),
        ]
    }
}
