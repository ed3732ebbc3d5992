public import AuditStatistics

/// A figure as JSON has it: with its interval, level, method, verdicts and population, or with what it lacks.
public enum FigureRecord: Codable, Hashable, Sendable {
    case noItems
    case missing(labels: Int)
    case estimate(Value)

    /// A figure that there is.
    public struct Value: Hashable, Sendable {
        /// The best single value.
        public var value: Double
        /// The interval's lower end.
        public var lower: Double
        /// Its upper one.
        public var upper: Double
        /// The probability with which it holds the truth.
        public var level: Double
        /// How it came about, in words.
        public var method: String
        /// The verdicts that it rests on.
        public var labels: Int
        /// What it is about, in words.
        public var population: String
        /// How many items that is; nil where nobody knows.
        public var size: Int?
        /// Verdicts of which nobody could tell: the value counts them as wrong; nil for none.
        public var unsure: Int?
        /// The value without them.
        public var valueWithoutUnsure: Double?
    }

    private enum CodingKeys: String, CodingKey {
        case noItems = "no_items"
        case missing = "missing_labels"
        case value, lower, upper, level, method, labels, population
        case size = "population_size"
        case unsure
        case valueWithoutUnsure = "value_without_unsure"
    }

    public init(_ figure: Figure) {
        switch figure {
        case .noItems: self = .noItems
        case .missing(let labels): self = .missing(labels: labels)
        case .estimate(let estimate):
            self = .estimate(
                Value(
                    value: estimate.value,
                    lower: estimate.interval.lower,
                    upper: estimate.interval.upper,
                    level: estimate.level,
                    method: estimate.method.keptName,
                    labels: estimate.labels,
                    population: estimate.population.set.keptName,
                    size: estimate.population.size,
                    unsure: estimate.unsure?.labels,
                    valueWithoutUnsure: estimate.unsure?.valueWithout
                )
            )
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // What is no number is null in JSON.
        func number(_ key: CodingKeys) throws -> Double {
            try container.decodeIfPresent(Double.self, forKey: key) ?? .nan
        }
        if container.contains(.noItems) {
            self = .noItems
        } else if let labels = try container.decodeIfPresent(Int.self, forKey: .missing) {
            self = .missing(labels: labels)
        } else {
            self = .estimate(
                Value(
                    value: try number(.value),
                    lower: try number(.lower),
                    upper: try number(.upper),
                    level: try number(.level),
                    method: try container.decode(String.self, forKey: .method),
                    labels: try container.decode(Int.self, forKey: .labels),
                    population: try container.decode(String.self, forKey: .population),
                    size: try container.decodeIfPresent(Int.self, forKey: .size),
                    unsure: try container.decodeIfPresent(Int.self, forKey: .unsure),
                    valueWithoutUnsure: try container.decodeIfPresent(Double.self, forKey: .valueWithoutUnsure)
                )
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .noItems: try container.encode(true, forKey: .noItems)
        case .missing(let labels): try container.encode(labels, forKey: .missing)
        case .estimate(let value):
            try container.encode(value.value, forKey: .value)
            try container.encode(value.lower, forKey: .lower)
            try container.encode(value.upper, forKey: .upper)
            try container.encode(value.level, forKey: .level)
            try container.encode(value.method, forKey: .method)
            try container.encode(value.labels, forKey: .labels)
            try container.encode(value.population, forKey: .population)
            try container.encode(value.size, forKey: .size)
            try container.encodeIfPresent(value.unsure, forKey: .unsure)
            try container.encodeIfPresent(value.valueWithoutUnsure, forKey: .valueWithoutUnsure)
        }
    }
}
