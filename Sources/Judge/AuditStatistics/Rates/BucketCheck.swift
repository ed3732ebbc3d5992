/// The labels of an estimation queue over one bucket, or over any other set of items of known size.
public struct BucketCheck: Hashable, Sendable {
    /// What the figures are about; its size is the number of items, or nil where that is unknown.
    public let population: AuditPopulation
    /// Items that were checked in the queue's order, from 0.
    public let checked: Int
    /// Of them, those that a person calls wrong.
    public let wrong: Int
    /// Of them, those that the person was unsure of: they count as right for the lower end of an interval, and as wrong
    /// for the upper one and for the estimate, since leaving them out would spoil the sample.
    public let unsure: Int
    /// The labels of items that have left the population since.
    public let gone: CheckedSample.Gone

    /// - Parameter gone: none where the size is unknown.
    public init(
        _ population: AuditPopulation,
        checked: Int,
        wrong: Int,
        unsure: Int = 0,
        gone: CheckedSample.Gone = .none
    ) throws(AuditError) {
        try Check.part(checked, .checked, of: population.size ?? Check.largestPopulation, .size)
        try Check.count(wrong, .wrong, within: 0...checked)
        try Check.count(unsure, .unsure, within: 0...(checked - wrong))
        if population.size == nil { try Check.count(gone.checked, .removed, within: 0...0) }
        self.population = population
        self.checked = checked
        self.wrong = wrong
        self.unsure = unsure
        self.gone = gone
    }

    /// Whether more labels may come because of what the interval shows.
    public enum LabelState: Sendable {
        /// The number of labels was fixed beforehand, and has been reached.
        case done
        /// Labels still come in, and the interval is watched: it then holds at every moment, and is wider.
        case labelling
    }

    /// The share of wrong items.
    ///
    /// - Parameters:
    ///   - alpha: between 0 and 1.
    ///   - labels: whether labels still come in.
    /// - Returns: the share with its interval, what the person was unsure of counted as wrong; what is missing where they
    ///   were sure of nothing; `noItems` for an empty bucket.
    public func errorRate(alpha: Double, _ labels: LabelState) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        if population.size == 0 { return .noItems }
        guard checked + gone.checked > unsure + gone.unsure else {
            // All was checked and nobody could tell: more labels will not come.
            return checked == population.size ? .noItems : .missing(labels: 1)
        }
        let (interval, method) = try interval(alpha, labels)
        let (value, valueOfSure) = try values
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: method,
                labels: checked + gone.checked,
                population: population,
                unsure: unsure + gone.unsure > 0
                    ? Estimate.Unsure(labels: unsure + gone.unsure, valueWithout: valueOfSure) : nil
            )
        )
    }

    private var values: (all: Double, sure: Double?) {
        get throws(AuditError) {
            guard gone.checked > 0, let size = population.size else {
                let sure = checked - unsure
                let ofSure = sure > 0 ? Double(wrong) / Double(sure) : nil
                return (Double(wrong + unsure) / Double(checked), ofSure)
            }
            let sample = try CheckedSample(
                population: size,
                checked: checked,
                wrong: wrong,
                unsure: unsure,
                gone: gone
            )
            let sure = sample.wrongItemsOfSure.map { $0 / Double(size) }
            return ((sample.wrongItems ?? 0) / Double(size), sure)
        }
    }

    private func interval(_ alpha: Double, _ labels: LabelState) throws(AuditError) -> (Interval, IntervalMethod) {
        guard let size = population.size else {
            let few = try Proportion(wrong, of: checked)
            let many = try Proportion(wrong + unsure, of: checked)
            return switch labels {
            case .done:
                (
                    Interval(
                        lower: try few.clopperPearson(alpha: alpha).lower,
                        upper: try many.clopperPearson(alpha: alpha).upper
                    ), .clopperPearson
                )
            case .labelling:
                (
                    Interval(
                        lower: try few.confidenceSequence(alpha: alpha).lower,
                        upper: try many.confidenceSequence(alpha: alpha).upper
                    ), .confidenceSequence
                )
            }
        }
        let counts = try wrongItems(alpha: alpha, labels)
        let interval = counts.shares(of: size)
        if checked == size { return (interval, .census) }
        return (interval, labels == .done ? .hypergeometric : .confidenceSequenceWithoutReplacement)
    }

    /// The number of wrong items of the population; for one of unknown size an error.
    public func wrongItems(alpha: Double, _ labels: LabelState) throws(AuditError) -> CountInterval {
        guard let size = population.size else { throw .empty(.size) }
        return try CheckedSample(population: size, checked: checked, wrong: wrong, unsure: unsure, gone: gone)
            .wrongItems(alpha: alpha, labels)
    }
}
