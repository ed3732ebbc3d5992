/// That at most a share of a set is wrong, and how far its labels have come to show it.
///
/// It is decided by a one-sided sequence, so that it holds however often somebody looks: the probability that it is ever
/// shown where it is not so is at most 1 - `level`.
public struct LimitClaim: Hashable, Sendable {
    /// The largest share of wrong items that is claimed.
    public var share: Double
    /// The probability with which nothing wrong is ever shown: 0.95 for α = 0.05.
    public var level: Double
    /// What it is about.
    public var population: AuditPopulation
    /// The labels, n, in the order of the sample.
    public var labels: Int
    /// Of them, those that are wrong, x. Who could not tell may have had a mistake before them.
    public var wrong: Int
    /// At most this share is wrong, at any moment, with probability `level`; at most `share` exactly where that is shown.
    public var upperBound: Double
    /// The smallest p-value so far.
    public var pValue: Double
    /// The number of labels that first showed it; nil where it is not shown.
    public var shownAt: Int?
    /// How many more labels show it if all of them are right; 0 where it is shown, nil where no number does.
    public var more: Int?

    /// True where it is shown.
    public var isShown: Bool { shownAt != nil }

    /// How it is decided, as screen and reports write it.
    public var method: String {
        population.size == nil ? "one-sided sequence" : "one-sided sequence, without replacement"
    }

    /// - Parameters:
    ///   - labels: true for a wrong one, in the order of the sample.
    ///   - share: between 0 and 1.
    ///   - alpha: 1 - `level`, between 0 and 1.
    /// - Throws: `notAProbability`; `outOfRange` for more labels than items.
    /// - Complexity: O(labels + mistakes × log N × √labels).
    public init(
        _ population: AuditPopulation,
        labels: some Sequence<Bool>,
        atMost share: Double,
        alpha: Double
    ) throws(AuditError) {
        let sequence = try OneSidedSequence(atMost: share, delta: alpha, population: population.size, labels: labels)
        self.share = share
        level = 1 - alpha
        self.population = population
        self.labels = sequence.checked
        wrong = sequence.wrong
        upperBound = sequence.upperBound
        pValue = sequence.smallestPValue
        shownAt = sequence.shownAt
        more = sequence.more
    }
}
