/// The labels of a random sample of some items, simple or of two strata, of which some may have left since: rows that were found wrong
/// and deleted.
///
/// What left with a label stays in the sample, and no longer in the items that a figure is about. Nobody knows why it left. Where the
/// labels were the reason, the sample and what it was drawn from hold it; where they were not, the labels that are left
/// are a sample of the items that are left. Each end of an interval takes of this what puts it further out: mistakes that left
/// count for the upper end alone, and right ones for the lower.
public struct CheckedSample: Hashable, Sendable {
    /// The items that are there now.
    public let population: Int
    /// The labels of those, from 0.
    public let checked: Int
    /// Of these labels, those that a person calls wrong.
    public let wrong: Int
    /// Of these labels, those of which nobody could tell: they count as right for the lower end of an interval and as wrong for
    /// the upper one and for the estimate, since leaving them out would spoil the sample.
    public let unsure: Int
    /// The labels of items that have left.
    public let gone: Gone
    /// Where the items were drawn at different rates, the samples of the parts that had one rate each; empty for one rate.
    public let strata: [CheckedSample]

    /// Labels of items that have left.
    public struct Gone: Hashable, Sendable {
        /// All of them, from 0.
        public var checked: Int
        /// Of these, those that a person calls wrong.
        public var wrong: Int
        /// Of these, those of which nobody could tell.
        public var unsure: Int

        /// Nothing has left.
        public static let none = Gone(checked: 0, wrong: 0)

        public init(checked: Int, wrong: Int, unsure: Int = 0) {
            self.checked = checked
            self.wrong = wrong
            self.unsure = unsure
        }

        /// Those that count for an upper end.
        public var against: Int { wrong + unsure }
        /// Those that count for a lower end.
        public var inFavour: Int { checked - wrong }
    }

    public init(
        population: Int,
        checked: Int,
        wrong: Int,
        unsure: Int = 0,
        gone: Gone = .none
    ) throws(AuditError) {
        try self.init(population: population, checked: checked, wrong: wrong, unsure: unsure, gone: gone, strata: [])
    }

    init(
        population: Int,
        checked: Int,
        wrong: Int,
        unsure: Int,
        gone: Gone,
        strata: [CheckedSample]
    ) throws(AuditError) {
        try Check.part(checked, .checked, of: population, .size)
        try Check.count(wrong, .wrong, within: 0...checked)
        try Check.count(unsure, .unsure, within: 0...(checked - wrong))
        try Check.count(gone.checked, .removed, within: 0...Check.largestPopulation - population)
        try Check.count(gone.wrong, .wrong, within: 0...gone.checked)
        try Check.count(gone.unsure, .unsure, within: 0...(gone.checked - gone.wrong))
        self.population = population
        self.checked = checked
        self.wrong = wrong
        self.unsure = unsure
        self.gone = gone
        self.strata = strata
    }

    /// All labels, those of items that have left among them.
    public var labels: Int { checked + gone.checked }

    /// The labels as far as they speak for many mistakes: nobody could tell means wrong.
    public var worst: FiniteSample {
        get throws(AuditError) {
            try FiniteSample(
                population: population + gone.against,
                checked: checked + gone.against,
                wrong: wrong + unsure + gone.against
            )
        }
    }

    /// As far as they speak for few: nobody could tell means right.
    public var best: FiniteSample {
        get throws(AuditError) {
            try FiniteSample(
                population: population + gone.inFavour,
                checked: checked + gone.inFavour,
                wrong: wrong
            )
        }
    }

    /// The wrong items that are there, with probability 1 - α.
    public func wrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        if strata.count > 1 { return try stratifiedWrongItems(alpha: alpha, labels) }
        let (few, many) = (try best, try worst)
        let (lower, upper) =
            switch labels {
            case .done: (try few.inversion(alpha: alpha).lower, try many.inversion(alpha: alpha).upper)
            case .labelling:
                (try few.confidenceSequence(alpha: alpha).lower, try many.confidenceSequence(alpha: alpha).upper)
            }
        return CountInterval(lower: lower, upper: max(lower, upper - gone.against))
    }

    /// The estimated number of wrong items that are there, those of which nobody could tell among them: what was found and has
    /// left is taken out. Nil without labels.
    public var wrongItems: Double? {
        if strata.count > 1 { return Self.sum(strata.map(\.wrongItems)) }
        return estimate(labels, mistakes: wrong + unsure + gone.against, left: gone.against)
    }

    /// The same by the labels alone of which somebody could tell; nil where there are none.
    public var wrongItemsOfSure: Double? {
        if strata.count > 1 { return Self.sum(strata.map(\.wrongItemsOfSure)) }
        return estimate(labels - unsure - gone.unsure, mistakes: wrong + gone.wrong, left: gone.wrong)
    }

    private func estimate(_ labels: Int, mistakes: Int, left: Int) -> Double? {
        if population == 0 { return 0 }
        guard labels > 0 else { return nil }
        let all = Double(population + gone.checked) * Double(mistakes) / Double(labels)
        return min(Double(population), max(0, all - Double(left)))
    }
}
