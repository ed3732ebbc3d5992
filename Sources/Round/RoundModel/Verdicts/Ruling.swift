/// What people's verdicts make of an item, against or with the rule.
public enum Ruling: Hashable, Sendable {
    /// It belongs into a bucket, whatever the thresholds are.
    case bucket(Bucket)
    /// It is safe: accepted where its helpfulness is above θ help, else discarded.
    case safe
    /// Reviewers disagree: it goes to neither set until that is settled.
    case disputed

    /// The bucket of an item with this ruling.
    public func bucket(_ scores: Scores, _ thresholds: Thresholds) -> Bucket {
        switch self {
        case .bucket(let bucket): bucket
        case .safe: scores.helpfulness > thresholds.help ? .accepted : .discarded
        case .disputed: .discarded
        }
    }
}

extension Thresholds {
    /// The bucket of an item: by its ruling first, then by the rule.
    ///
    /// - Parameter ruling: what people made of it; nil where the rule stands.
    @inlinable @inline(__always)
    public func bucket(_ scores: Scores, _ ruling: Ruling?) -> Bucket {
        if let ruling { return ruling.bucket(scores, self) }
        return bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }
}
