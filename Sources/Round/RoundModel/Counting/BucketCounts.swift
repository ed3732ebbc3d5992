/// How many items each bucket holds.
public struct BucketCounts: Hashable, Sendable {
    /// Items below θ adv, from 0.
    public var adversarial: Int
    /// Items above both θ safety and θ help that are not adversarial, from 0.
    public var accepted: Int
    /// All other items, from 0.
    public var discarded: Int

    public init(adversarial: Int = 0, accepted: Int = 0, discarded: Int = 0) {
        self.adversarial = adversarial
        self.accepted = accepted
        self.discarded = discarded
    }

    /// The count of a bucket that is chosen at run time.
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
