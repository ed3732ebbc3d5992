/// How many items each bucket holds.
public struct BucketCounts: Hashable, Sendable {
    public var adversarial: Int
    public var accepted: Int
    public var discarded: Int

    public init(adversarial: Int = 0, accepted: Int = 0, discarded: Int = 0) {
        self.adversarial = adversarial
        self.accepted = accepted
        self.discarded = discarded
    }

    public subscript(_ bucket: Bucket) -> Int {
        get {
            switch bucket {
            case .adversarial: adversarial
            case .accepted: accepted
            case .discarded: discarded
            }
        }
        set {
            switch bucket {
            case .adversarial: adversarial = newValue
            case .accepted: accepted = newValue
            case .discarded: discarded = newValue
            }
        }
    }

    /// All items: every item is in exactly one bucket.
    public var total: Int { adversarial + accepted + discarded }
}
