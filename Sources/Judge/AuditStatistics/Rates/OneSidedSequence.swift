/// Whether at most a share of a population is wrong, by labels that are watched while they come in.
///
/// The labels are a simple random sample without replacement in the order in which they were drawn. The probability that a
/// larger share is wrong and it is ever shown all the same is at most δ, however often somebody looks and whatever makes
/// them stop (`FiniteSample.oneSidedPValue` says why). What was shown once stays so: more labels cost nothing. It takes
/// 88, 134, 174 or 210 labels with 0 to 3 mistakes for a share and a δ of 0.05 of a large population.
public struct OneSidedSequence: Hashable, Sendable {
    /// The largest share of wrong items that is to be shown, between 0 and 1.
    public let share: Double
    /// The probability of showing what is not so, between 0 and 1.
    public let delta: Double
    /// The items; nil where nobody knows how many they are.
    public let population: Int?
    /// The labels, n.
    public private(set) var checked = 0
    /// The wrong ones, x.
    public private(set) var wrong = 0
    /// The labels before each mistake that follows a right one: p falls with every right label, so it is lowest there or now.
    private var ends: [Moment] = []
    private var lastIsRight = false

    /// How far the labels had come.
    private struct Moment: Hashable {
        var checked: Int
        var wrong: Int
    }

    /// - Parameters:
    ///   - population: at most 2³⁰; nil where it is not known.
    ///   - labels: true for a wrong one, in the order of the sample.
    /// - Throws: `notAProbability`; `outOfRange` for more labels than items.
    /// - Complexity: O(labels).
    public init(
        atMost share: Double,
        delta: Double,
        population: Int?,
        labels: some Sequence<Bool> = []
    ) throws(AuditError) {
        try Check.probability(share, .alpha)
        try Check.probability(delta, .delta)
        if let population { try Check.count(population, .size, within: 0...Check.largestPopulation) }
        self.share = share
        self.delta = delta
        self.population = population
        for isWrong in labels { try take(isWrong: isWrong) }
    }

    /// Takes the next label of the sample.
    ///
    /// - Throws: `outOfRange` where all items have one.
    public mutating func take(isWrong: Bool) throws(AuditError) {
        try Check.count(checked + 1, .checked, within: 0...(population ?? Check.largestPopulation))
        if isWrong, lastIsRight { ends.append(now) }
        lastIsRight = !isWrong
        checked += 1
        if isWrong { wrong += 1 }
    }

    private var now: Moment { Moment(checked: checked, wrong: wrong) }

    /// The smallest number of wrong items that is more than the share; nil where the population is not known.
    private var broken: Int? { population.map { RiskPValue.breaking(share, $0) } }

    /// True where it is known that more than the share is wrong: so many have been found.
    private var isRefuted: Bool { broken.map { wrong >= $0 } ?? false }

    private func pValue(_ moment: Moment) -> Double {
        guard let population, let broken else {
            return (try? Proportion(moment.wrong, of: moment.checked))?.oneSidedPValue(share) ?? 1
        }
        return (try? FiniteSample(population: population, checked: moment.checked, wrong: moment.wrong))?
            .oneSidedPValue(broken) ?? 1
    }

    /// How surprising the labels are if more than the share is wrong; 1 before the first one.
    ///
    /// - Complexity: O(√labels).
    public var pValue: Double { pValue(now) }

    /// The smallest p-value so far: at most so likely it ever becomes, at any moment, if more than the share is wrong.
    ///
    /// - Complexity: O(mistakes × √labels).
    public var smallestPValue: Double { ends.reduce(pValue) { min($0, pValue($1)) } }

    /// True where it is shown that at most the share is wrong, by the labels so far or by fewer of them.
    ///
    /// - Complexity: O(mistakes × √labels).
    public var isShown: Bool { shownAt != nil }

    /// The number of labels that first showed it; nil where it is not shown.
    ///
    /// - Complexity: O((mistakes + log labels) × √labels).
    public var shownAt: Int? {
        guard !isRefuted, let end = (ends + [now]).first(where: { pValue($0) <= delta }) else { return nil }
        return MonotoneSearch.first(in: end.wrong...end.checked) {
            pValue(Moment(checked: $0, wrong: end.wrong)) <= delta
        }
    }

    /// How many more labels show it if all of them are right; 0 where it is shown, nil where no number does.
    ///
    /// - Complexity: O((mistakes + log N) × √N).
    public var more: Int? {
        if isShown { return 0 }
        guard !isRefuted, population != 0 else { return nil }
        return MonotoneSearch.first(in: 0...((population ?? Check.largestPopulation) - checked)) {
            pValue(Moment(checked: checked + $0, wrong: wrong)) <= delta
        }
    }

    /// With probability 1 - δ no larger share is wrong, at whatever moment somebody looks: at most `share` exactly where that is
    /// shown.
    ///
    /// It is the largest share that the sequence for it does not rule out at this moment or an earlier one, and never less
    /// than what was found.
    /// - Complexity: O(mistakes × log N × √labels).
    public var upperBound: Double {
        guard let population else { return (ends + [now]).reduce(1) { shareBound($1, below: $0) } }
        guard population > 0 else { return 1 }
        let count = (ends + [now]).reduce(population) { countBound($1, of: population, below: $0) }
        return Double(max(count, wrong)) / Double(population)
    }

    private func countBound(_ moment: Moment, of population: Int, below bound: Int) -> Int {
        guard let sample = try? FiniteSample(population: population, checked: moment.checked, wrong: moment.wrong),
            bound > 0, sample.oneSidedPValue(bound) <= delta
        else { return bound }
        return (MonotoneSearch.first(in: 1...bound) { sample.oneSidedPValue($0) <= delta } ?? bound) - 1
    }

    private func shareBound(_ moment: Moment, below bound: Double) -> Double {
        guard let sample = try? Proportion(moment.wrong, of: moment.checked), moment.checked > 0,
            sample.oneSidedPValue(bound) <= delta
        else { return bound }
        return MonotoneSearch.crossing(from: 0, to: bound) { sample.oneSidedPValue($0) <= delta }
    }
}
