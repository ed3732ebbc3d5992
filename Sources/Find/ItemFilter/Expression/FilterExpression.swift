public import RoundModel

/// Which items of a round are wanted: tests joined by `and`, `or` and `not`.
///
/// Written by people as `safety < 0.3 and not category = fraud`, read by `FilterParser`, printed by `text`.
public indirect enum FilterExpression: Hashable, Sendable {
    case test(FilterTest)
    case not(FilterExpression)
    /// At least two parts, all of which must hold.
    case and([FilterExpression])
    /// At least two parts, one of which must hold.
    case or([FilterExpression])

    /// All tests, each once, in the order in which they are written.
    ///
    /// - Complexity: O(tests²); there are at most `FilterParser.testLimit` of them.
    public var tests: [FilterTest] {
        var found: [FilterTest] = []
        forEachTest { if !found.contains($0) { found.append($0) } }
        return found
    }

    private func forEachTest(_ body: (FilterTest) -> Void) {
        switch self {
        case .test(let test): body(test)
        case .not(let inner): inner.forEachTest(body)
        case .and(let parts), .or(let parts): for part in parts { part.forEachTest(body) }
        }
    }

    /// True where the items follow the thresholds.
    public var followsThresholds: Bool { tests.contains(where: \.followsThresholds) }
    /// True where they follow the baseline.
    public var followsBaseline: Bool { tests.contains(.moved) }
    /// True where they follow what people say about items.
    public var followsVerdicts: Bool {
        tests.contains { test in
            switch test {
            case .has, .judged, .bucket, .moved: true
            case .score, .field, .matches, .state, .leaks: false
            }
        }
    }

    /// True where the items follow what is not to be trained on.
    public var asksForLeaks: Bool { tests.contains(.leaks) }

    /// True where it asks what an item was given: a verdict, a note, a flag.
    public var asksForVerdicts: Bool { tests.contains { if case .has = $0 { true } else { false } } }

    /// Whether the expression holds, given whether each test does.
    ///
    /// - Complexity: O(tests).
    public func holds(_ test: (FilterTest) -> Bool) -> Bool {
        switch self {
        case .test(let own): test(own)
        case .not(let inner): !inner.holds(test)
        case .and(let parts): parts.allSatisfy { $0.holds(test) }
        case .or(let parts): parts.contains { $0.holds(test) }
        }
    }
}

/// One question about an item.
public enum FilterTest: Hashable, Sendable {
    /// How a score compares with a number.
    case score(ScoreName, FilterComparison, Double)
    /// How the value of a field compares; only `=` and `!=` with a text.
    case field(FilterField, FilterComparison, FilterValue)
    /// Whether the text of a field holds a pattern.
    case matches(FilterField, FilterPattern)
    /// Whether a row has a field, and what is no value in it.
    case state(FilterField, FilterFieldState)
    /// Whether somebody said something of a kind about it.
    case has(FilterVerdict)
    /// The bucket at the present thresholds, verdicts heeded; `equal` or `notEqual`.
    case bucket(FilterComparison, Bucket)
    /// Whether it is in another bucket than at the baseline.
    case moved
    /// Whether people's verdicts decide its bucket.
    case judged
    /// Whether its prompt is not to be trained on, as far as somebody looked.
    case leaks

    var followsThresholds: Bool {
        switch self {
        case .bucket, .moved: true
        default: false
        }
    }
}

/// How two values compare.
public enum FilterComparison: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="

    /// True for those that ask which of two is more.
    public var isOrder: Bool { self != .equal && self != .notEqual }

    /// Whether it holds of two values of which the first is less than (-1), equal to (0) or greater than (1) the other.
    public func holds(order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .atMost: order <= 0
        case .greater: order > 0
        case .atLeast: order >= 0
        }
    }

    /// Compares as IEEE doubles do.
    @inlinable
    public func holds(_ one: Double, _ other: Double) -> Bool {
        switch self {
        case .equal: one == other
        case .notEqual: one != other
        case .less: one < other
        case .atMost: one <= other
        case .greater: one > other
        case .atLeast: one >= other
        }
    }
}

/// A field of the rows.
public enum FilterField: Hashable, Sendable {
    /// By what it means, whatever each shard calls it.
    case role(FieldRole)
    /// By its path: a column's name, or names joined by dots.
    case path(String)

    /// As people write it.
    public var name: String {
        switch self {
        case .role(.helpfulness): "help"
        case .role(let role): role.rawValue
        case .path(let path): path
        }
    }
}

/// What a field is compared with.
public enum FilterValue: Hashable, Sendable {
    /// Byte by byte.
    case text(String)
    /// By value: `3` is what `3.0` is. Finite.
    case number(Double)
    /// Likewise, for numbers from 2^53 on, of which doubles take several for one.
    case exact(ExactNumber)
}

/// What a row can have in place of a field's value.
public enum FilterFieldState: String, CaseIterable, Hashable, Sendable {
    /// The row has the field, with null in it; in delimited text the cell is empty.
    case null
    /// The row has no such field.
    case missing
    /// The row has the field, be it null.
    case present
}

/// What is looked for in a text.
public struct FilterPattern: Hashable, Sendable {
    /// A plain text, or a regular expression without its slashes.
    public var text: String
    public var isExpression: Bool
    /// True for an expression with an `i` behind it. Without an upper-case letter both cases are found anyway.
    public var ignoresCase: Bool

    public init(_ text: String, isExpression: Bool = false, ignoresCase: Bool = false) {
        self.text = text
        self.isExpression = isExpression
        self.ignoresCase = ignoresCase
    }
}

/// What people can have said about an item.
public enum FilterVerdict: String, CaseIterable, Hashable, Sendable {
    case note
    case verdict
    case flag
}
