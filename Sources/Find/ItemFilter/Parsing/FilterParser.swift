internal import RoundModel

/// Reads filters.
///
///     expression = part { "or" part }
///     part       = unary { "and" unary }
///     unary      = "not" unary | "(" expression ")" | test
///     test       = field sign value | field "~" text | field "is" [ "not" ] state
///                | "has:" kind | "moved" | "judged" | "leaks" | "bucket" sign name
///
/// Keywords and aliases are read in either case. A field in quotes is a path and nothing else; a value in quotes is text.
public struct FilterParser {
    /// Groups in groups go this deep.
    public static let depthLimit = 64
    /// A filter has so many tests at most.
    public static let testLimit = 64

    private var lexer: FilterLexer
    private let fields: FilterFields
    private var token: FilterLexer.Token
    private var depth = 0
    private var tests = 0
    /// Whether the test that was read last says that something is not so.
    private var isTurnedRound = false
    private var names: [(field: FilterField, range: Range<Int>)] = []
    private var patterns: [(pattern: FilterPattern, range: Range<Int>)] = []

    /// The expression that a text is.
    ///
    /// - Returns: nil for a text without a word.
    /// - Throws: what is wrong first, and where. Whether a regular expression is one is not looked at here.
    /// - Complexity: O(characters).
    public static func parse(_ text: String, _ fields: FilterFields) throws(FilterError) -> FilterExpression? {
        var parser = FilterParser(text, fields)
        try parser.advance()
        if parser.token.kind == .end { return nil }
        let expression = try parser.expression()
        switch parser.token.kind {
        case .end: return expression
        case .close: throw FilterError(.strayClosing, at: parser.token.range, part: ")")
        default: throw parser.unexpected(.connective)
        }
    }

    /// Where a pattern stands in a filter's text; nil where it does not, or the text is no filter.
    public static func range(of pattern: FilterPattern, in text: String, _ fields: FilterFields) -> Range<Int>? {
        var parser = FilterParser(text, fields)
        guard (try? parser.advance()) != nil, (try? parser.expression()) != nil else { return nil }
        return parser.patterns.first { $0.pattern == pattern }?.range
    }

    /// A pattern that turned out to be none, as an error of the filter that it stands in.
    ///
    /// - Parameters:
    ///   - problem: what is wrong with it.
    ///   - character: how many characters of the pattern stand before the trouble.
    /// - Returns: nil where the pattern is not in the text.
    public static func error(
        of pattern: FilterPattern,
        _ problem: String,
        at character: Int,
        in text: String,
        _ fields: FilterFields
    ) -> FilterError? {
        guard let range = range(of: pattern, in: text, fields) else { return nil }
        let (first, end) = (range.lowerBound, range.upperBound)
        // Behind the slash; quotes and backslashes may have it some characters further on.
        let start = pattern.isExpression ? min(end - 1, first + 1 + character) : first
        let part = String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
        return FilterError(.pattern(problem), at: start..<end, part: part)
    }

    /// A field that no row turned out to have, as an error of the filter that names it.
    ///
    /// - Returns: nil where the filter does not name it.
    public static func error(of field: FilterField, in text: String, _ fields: FilterFields) -> FilterError? {
        var parser = FilterParser(text, fields)
        guard (try? parser.advance()) != nil, (try? parser.expression()) != nil,
            let range = parser.names.first(where: { $0.field == field })?.range
        else { return nil }
        return fields.unknown(field, at: range)
    }

    private init(_ text: String, _ fields: FilterFields) {
        lexer = FilterLexer(text)
        self.fields = fields
        token = FilterLexer.Token(kind: .end, text: "", range: 0..<0)
    }

    private mutating func advance(patterns: Bool = false) throws(FilterError) {
        token = try lexer.next(patterns: patterns)
    }

    private func unexpected(_ expected: FilterError.Expected) -> FilterError {
        FilterError(.expected(expected), at: token.range, part: lexer.part(token.range))
    }

    private func isKeyword(_ word: String) -> Bool { token.kind == .word && token.text.lowercased() == word }

    private mutating func expression() throws(FilterError) -> FilterExpression {
        var parts = [try part()]
        while isKeyword("or") {
            try advance()
            parts.append(try part())
        }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func part() throws(FilterError) -> FilterExpression {
        var parts = [try unary()]
        while isKeyword("and") {
            try advance()
            parts.append(try unary())
        }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func unary() throws(FilterError) -> FilterExpression {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw FilterError(.tooDeep(limit: Self.depthLimit), at: token.range) }
        if isKeyword("not") {
            try advance()
            return .not(try unary())
        }
        guard token.kind == .open else {
            isTurnedRound = false
            let test = try test()
            return isTurnedRound ? .not(.test(test)) : .test(test)
        }
        let opening = token.range
        try advance()
        let inner = try expression()
        guard token.kind == .close else {
            if token.kind == .end { throw FilterError(.openGroup, at: opening, part: "(") }
            throw unexpected(.connective)
        }
        try advance()
        return inner
    }

    private mutating func test() throws(FilterError) -> FilterTest {
        guard token.kind == .word || token.kind == .quoted else { throw unexpected(.test) }
        tests += 1
        if tests > Self.testLimit { throw FilterError(.tooMany(limit: Self.testLimit), at: token.range) }
        let (name, range, isQuoted) = (token.text, token.range, token.kind == .quoted)
        if !isQuoted {
            switch name.lowercased() {
            case "and", "or": throw unexpected(.test)
            case "moved":
                try advance()
                return .moved
            case "judged":
                try advance()
                return .judged
            case "leaks":
                try advance()
                return .leaks
            case "bucket":
                try advance()
                return try bucket()
            case let word where word.hasPrefix("has:"):
                guard let kind = FilterVerdict(rawValue: String(word.dropFirst(4))) else {
                    throw FilterError(.unknownVerdict, at: range, part: lexer.part(range))
                }
                try advance()
                return .has(kind)
            default: break
            }
        }
        let known = fields.field(named: name, isQuoted: isQuoted)
        guard let field = known ?? fields.object(named: name) else {
            throw FilterError(.unknownField(nearest: fields.nearest(to: name)), at: range, part: name)
        }
        names.append((field, range))
        try advance()
        if isKeyword("is") { return .state(field, try state()) }
        // An object is there or not, and has no value of its own.
        if known == nil { throw FilterError(.unknownField(nearest: fields.nearest(to: name)), at: range, part: name) }
        guard token.kind == .sign else { throw unexpected(.comparison(field: field.name)) }
        return try comparison(of: field)
    }

    /// What stands behind `is`.
    private mutating func state() throws(FilterError) -> FilterFieldState {
        try advance()
        let isNot = isKeyword("not")
        if isNot { try advance() }
        guard token.kind == .word, let state = FilterFieldState(rawValue: token.text.lowercased()) else {
            throw unexpected(.state)
        }
        try advance()
        isTurnedRound = isNot
        return state
    }

    private mutating func comparison(of field: FilterField) throws(FilterError) -> FilterTest {
        let sign = token
        let score: ScoreName? =
            switch field {
            case .role(.safety): .safety
            case .role(.helpfulness): .helpfulness
            default: nil
            }
        if sign.text == "~" {
            if score != nil { throw FilterError(.scoreHasNoText(field: field.name), at: sign.range, part: "~") }
            try advance(patterns: true)
            return .matches(field, try pattern())
        }
        guard let comparison = FilterComparison(rawValue: sign.text) else {
            throw unexpected(.comparison(field: field.name))
        }
        if comparison.isOrder, isText(field) {
            throw FilterError(.textHasNoOrder(field: field.name), at: sign.range, part: sign.text)
        }
        try advance()
        guard token.kind == .word || token.kind == .quoted else { throw unexpected(.value) }
        let value = token
        let number = value.kind == .word ? FilterWords.number(value.text) : nil
        let written = value.kind == .word ? FilterWords.value(value.text) : nil
        if score != nil || comparison.isOrder, number == nil {
            throw FilterError(.numberExpected(field: field.name), at: value.range, part: value.text)
        }
        try advance()
        if let score, let number { return .score(score, comparison, number) }
        return .field(field, comparison, written ?? .text(value.text))
    }

    private func isText(_ field: FilterField) -> Bool {
        if field == .role(.prompt) || field == .role(.response) || field == .role(.parent) { return true }
        return fields.isComplete && fields.entry(of: field)?.kind == .text
    }

    private mutating func pattern() throws(FilterError) -> FilterPattern {
        let pattern: FilterPattern
        switch token.kind {
        case .word, .quoted: pattern = FilterPattern(token.text)
        case .pattern(let ignoresCase):
            pattern = FilterPattern(token.text, isExpression: true, ignoresCase: ignoresCase)
        default: throw unexpected(.text)
        }
        if pattern.text.isEmpty { throw unexpected(.text) }
        patterns.append((pattern, token.range))
        try advance()
        return pattern
    }

    private mutating func bucket() throws(FilterError) -> FilterTest {
        guard token.kind == .sign else { throw unexpected(.comparison(field: "bucket")) }
        guard let comparison = FilterComparison(rawValue: token.text), !comparison.isOrder else {
            throw FilterError(.bucketHasNoOrder, at: token.range, part: token.text)
        }
        try advance()
        guard token.kind == .word || token.kind == .quoted else { throw unexpected(.value) }
        let word = token.text.lowercased()
        guard let bucket = Bucket.allCases.first(where: { $0.name == word || String($0.letter).lowercased() == word })
        else { throw FilterError(.unknownBucket, at: token.range, part: token.text) }
        try advance()
        return .bucket(comparison, bucket)
    }
}
