/// What tells the round of a review from others.
public struct RoundIdentity: Hashable, Sendable {
    /// As the screen shows it.
    public var name: String
    /// The number of its items.
    public var items: Int
    /// A number made from its items' content.
    public var fingerprint: UInt64
    /// Which fields were read: role and path, as `safety=scores.safety_rm`.
    public var fields: [String]

    public init(name: String, items: Int, fingerprint: UInt64, fields: [String] = []) {
        self.name = name
        self.items = items
        self.fingerprint = fingerprint
        self.fields = fields
    }

    /// True where the items are the same, whatever the round is called.
    public func holdsTheSame(as other: RoundIdentity) -> Bool {
        items == other.items && fingerprint == other.fingerprint
    }
}

/// What a review is to a round.
public enum RoundMatch: Hashable, Sendable {
    /// It has met none yet.
    case new
    /// It was used with the same items last.
    case same
    /// It was used with others last; verdicts go by the items' content.
    case changed(was: RoundIdentity)
}
