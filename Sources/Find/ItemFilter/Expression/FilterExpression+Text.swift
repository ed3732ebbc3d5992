import RoundModel

extension FilterExpression {
    /// As a person would write it; `FilterParser` reads the same expression from it.
    ///
    /// - Complexity: O(characters).
    public var text: String {
        switch self {
        case .test(let test): test.text
        case .not(let inner): "not \(inner.grouped)"
        case .and(let parts): parts.map(\.grouped).joined(separator: " and ")
        case .or(let parts): parts.map(\.grouped).joined(separator: " or ")
        }
    }

    private var grouped: String {
        switch self {
        case .test, .not: text
        case .and, .or: "(\(text))"
        }
    }

    /// What must all hold.
    var parts: [FilterExpression] {
        if case .and(let parts) = self { parts } else { [self] }
    }

    /// A text as a value that a filter compares with, whatever stands in it.
    public static func quoted(_ text: String) -> String { FilterWords.quoted(text) }
}

extension FilterTest {
    /// As a person would write it.
    public var text: String {
        switch self {
        case .score(let score, let comparison, let number):
            "\(score == .safety ? "safety" : "help") \(comparison.rawValue) \(FilterWords.written(number))"
        case .field(let field, let comparison, let value):
            "\(FilterWords.written(field)) \(comparison.rawValue) \(FilterWords.written(value))"
        case .matches(let field, let pattern):
            "\(FilterWords.written(field)) ~ \(FilterWords.written(pattern))"
        case .state(let field, let state): "\(FilterWords.written(field)) is \(state.rawValue)"
        case .has(let kind): "has:\(kind.rawValue)"
        case .bucket(let comparison, let bucket): "bucket \(comparison.rawValue) \(bucket.name)"
        case .moved: "moved"
        case .judged: "judged"
        case .leaks: "leaks"
        }
    }
}

/// How names, values and patterns are written in an expression.
enum FilterWords {
    /// Words with a meaning of their own where a test begins.
    static let reserved: Set<String> = ["and", "or", "not", "moved", "judged", "leaks", "bucket"]

    /// What ends a word besides white space.
    static let delimiters: Set<Unicode.Scalar> = ["(", ")", "\"", "'", "=", "!", "<", ">", "~"]

    static func written(_ field: FilterField) -> String {
        switch field {
        case .role: return field.name
        case .path(let path):
            let isPlain = isBare(path) && number(path) == nil && !isReserved(path) && alias(path) == nil
            return isPlain ? path : quoted(path)
        }
    }

    static func isReserved(_ word: String) -> Bool {
        reserved.contains(word.lowercased()) || word.lowercased().hasPrefix("has:")
    }

    static func written(_ value: FilterValue) -> String {
        switch value {
        case .number(let number): written(number)
        case .exact(let number): number.text
        case .text(let text): isBare(text) && number(text) == nil ? text : quoted(text)
        }
    }

    /// A number without a fraction that says nothing: `3` and not `3.0`.
    static func written(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    static func written(_ pattern: FilterPattern) -> String {
        guard pattern.isExpression else {
            return isBare(pattern.text) && !pattern.text.hasPrefix("/") ? pattern.text : quoted(pattern.text)
        }
        var text = "/"
        var isEscaped = false
        for scalar in pattern.text.unicodeScalars {
            if scalar == "/", !isEscaped { text += "\\" }
            isEscaped = scalar == "\\" && !isEscaped
            text.unicodeScalars.append(scalar)
        }
        return text + (pattern.ignoresCase ? "/i" : "/")
    }

    /// True where a text reads as one word.
    private static func isBare(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                    || ["_", "-", ".", ":", "/", "+"].contains(scalar)
            }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    /// The number that a word is; nil where it is none, or not finite.
    static func number(_ word: String) -> Double? {
        guard let first = word.unicodeScalars.first, ("0"..."9").contains(first) || ["+", "-", "."].contains(first),
            !word.lowercased().unicodeScalars.contains("x"), let number = Double(word), number.isFinite
        else { return nil }
        return number
    }

    /// The value that a word is, where it is a number; nil where it is none.
    static func value(_ word: String) -> FilterValue? {
        guard let number = number(word) else { return nil }
        guard abs(number) >= ExactNumber.doubleLimit, let exact = ExactNumber(word.utf8) else { return .number(number) }
        return .exact(exact)
    }

    /// The role that goes by a short name.
    static func alias(_ word: String) -> FieldRole? {
        FieldRole.named(word.lowercased())
    }
}
