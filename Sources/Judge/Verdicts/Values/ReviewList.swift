/// The list that a review was left off in.
///
/// The raw value is what the review file holds, whatever a screen calls the list.
public enum ReviewList: String, CaseIterable, Sendable {
    /// The items of the adversarial bucket.
    case adversarial = "adversarial"
    /// Those of the accepted bucket.
    case accepted = "accepted"
    /// Those of the discarded bucket.
    case discarded = "discarded"
    /// The items that are in another bucket than at the baseline.
    case moved = "moved"
    /// The items that somebody said something about.
    case judged = "judged"
    /// The items that were marked.
    case marked = "marked"
    /// The invalid rows.
    case invalid = "invalid"
}
