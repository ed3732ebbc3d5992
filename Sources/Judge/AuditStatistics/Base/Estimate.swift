public import RoundModel

/// A figure with everything it needs to be shown: no rate is given without its interval, method, labels and population.
public struct Estimate: Hashable, Sendable {
    /// The best single value.
    public var value: Double
    /// The values that the labels do not rule out.
    public var interval: Interval
    /// The probability with which the method's interval holds the truth: 0.95 for α = 0.05.
    public var level: Double
    /// How the interval came about.
    public var method: IntervalMethod
    /// The labels that the figure rests on, from 1.
    public var labels: Int
    /// What the figure is about.
    public var population: AuditPopulation
    /// What labels of which nobody could tell do to it; nil where there are none.
    public var unsure: Unsure?

    /// Labels of which nobody could tell: `value` counts them as wrong.
    public struct Unsure: Hashable, Sendable {
        /// How many they are, from 1.
        public var labels: Int
        /// The value without them; nil where no others are left.
        public var valueWithout: Double?

        public init(labels: Int, valueWithout: Double?) {
            self.labels = labels
            self.valueWithout = valueWithout
        }
    }

    public init(
        value: Double,
        interval: Interval,
        level: Double,
        method: IntervalMethod,
        labels: Int,
        population: AuditPopulation,
        unsure: Unsure? = nil
    ) {
        self.value = value
        self.interval = interval
        self.level = level
        self.method = method
        self.labels = labels
        self.population = population
        self.unsure = unsure
    }
}

/// A figure, or how many labels it lacks.
public enum Figure: Hashable, Sendable {
    case estimate(Estimate)
    /// At least so many more labels are needed before there is a figure; from 1.
    case missing(labels: Int)
    /// No labels can give it: there are no items that it would be about.
    case noItems

    /// The estimate, where there is one.
    public var estimate: Estimate? {
        if case .estimate(let estimate) = self { estimate } else { nil }
    }
}

/// What a figure is about.
public struct AuditPopulation: Hashable, Sendable {
    /// Which items.
    public var set: AuditedSet
    /// How many they are, where that is known.
    public var size: Int?

    public init(_ set: AuditedSet, size: Int? = nil) {
        self.set = set
        self.size = size
    }
}

/// Which items a figure is about.
public enum AuditedSet: Hashable, Sendable {
    /// All valid rows of the round.
    case round
    /// The items that the rule puts into a bucket.
    case bucket(Bucket)
    /// What is exported of a bucket, after the mistakes found were taken out.
    case exported(Bucket)
    /// The items of a bucket under other thresholds than the present ones.
    case bucketAt(Bucket, Thresholds)
    /// The items that have been checked, and no others.
    case checked
    /// The items of the round that people would call safe.
    case safeItems
    /// Those items of a bucket that are of one kind, such as a category.
    case kind(Bucket)
    /// The items that several reviewers have answered.
    case overlap
    /// The items that came before their reviewer a second time.
    case repeated
}
