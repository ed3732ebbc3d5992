/// A part of the population of known size, and the simple random sample that was taken of it.
///
/// A stratum whose items were all checked (hunted items, for one) is known exactly and adds no variance.
public struct Stratum: Hashable, Sendable {
    /// The items of the stratum, N_h.
    public let size: Int
    /// The labels in it, n_h, 0 to `size`.
    public let checked: Int
    /// The labels that are of the kind counted, x_h, 0 to `checked`.
    public let wrong: Int

    public init(size: Int, checked: Int, wrong: Int) throws(AuditError) {
        try Check.part(checked, .checked, of: size, .size)
        try Check.count(wrong, .wrong, within: 0...checked)
        self.size = size
        self.checked = checked
        self.wrong = wrong
    }

    /// x_h / n_h; 0 without labels.
    public var share: Double { checked > 0 ? Double(wrong) / Double(checked) : 0 }

    var isCensus: Bool { checked == size }

    /// False where the labels show no variance although items are left: all are of one kind, or there is one label
    /// only.
    var showsVariance: Bool { isCensus || (checked > 1 && wrong > 0 && wrong < checked) }

    /// (1 - f) s² / n with s² = n p (1-p) / (n-1): the variance of the share.
    var variance: Double {
        guard !isCensus, checked > 1 else { return 0 }
        let fraction = Double(checked) / Double(size)
        return (1 - fraction) * share * (1 - share) / Double(checked - 1)
    }

    /// Clopper-Pearson at `alpha`; the share alone where all items were checked.
    func interval(alpha: Double) -> Interval {
        if isCensus { return Interval(lower: share, upper: share) }
        let (count, trials) = (Double(wrong), Double(checked))
        guard checked > 0 else { return .everyShare }
        return Interval(
            lower: Proportion.lowerBound(count: count, trials: trials, tail: alpha / 2),
            upper: Proportion.upperBound(count: count, trials: trials, tail: alpha / 2)
        )
    }
}
