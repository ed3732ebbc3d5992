/// Some values of a field, picked among all that were counted, as a filter says it.
public struct FacetChoice: Sendable {
    /// The field.
    public let field: FilterField
    /// What the rows are known to have.
    private let fields: FilterFields

    public init(_ field: FilterField, _ fields: FilterFields) { (self.field, self.fields) = (field, fields) }

    /// The items that have one of the values that were picked; nil where none was, or one cannot be written.
    ///
    /// Ranges that touch become one. Where more values were picked than left out, the others are named.
    /// - Parameter all: the values that there are, as `FacetValue.sorted` has them.
    public func only(_ picked: Set<[UInt8]?>, of all: [FacetValue]) -> FilterExpression? {
        let (own, rest) = (all.filter { picked.contains($0.value) }, all.filter { !picked.contains($0.value) })
        guard !own.isEmpty else { return nil }
        let isBinned = all.contains { $0.bin != nil }
        let hasAbsent = all.contains { $0.value == nil }
        if !isBinned, !rest.isEmpty, rest.count < own.count, !hasAbsent || picked.contains(nil) {
            return but(rest, limit: nil)
        }
        return any(own, limit: Self.limit(all))
    }

    /// The items that have none of the values that were picked; nil where none was, or one cannot be written.
    public func allBut(_ picked: Set<[UInt8]?>, of all: [FacetValue]) -> FilterExpression? {
        but(all.filter { picked.contains($0.value) }, limit: Self.limit(all))
    }

    /// The values that pass what a filter asks of the field; nil where that cannot be told from the values.
    public func passing(_ expression: FilterExpression, of all: [FacetValue]) -> Set<[UInt8]?>? {
        guard expression.tests.allSatisfy({ canTell($0, all) }) else { return nil }
        return Set(all.filter { value in expression.holds { holds($0, of: value) } }.map(\.value))
    }

    // MARK: Writing

    /// A limit between two ranges; nil where values are told one by one.
    private static func limit(_ all: [FacetValue]) -> Double? {
        all.lazy.compactMap { $0.bin?.low ?? $0.bin?.high }.first
    }

    /// - Parameter limit: any limit between ranges, where there are some.
    private func any(_ values: [FacetValue], limit: Double?) -> FilterExpression? {
        var parts: [FilterExpression?] = []
        for (low, high) in Self.ranges(values.compactMap(\.bin)) {
            parts.append(range(low, high) ?? limit.map(anyNumber))
        }
        for value in values where value.bin == nil { parts.append(one(value, limit: limit)) }
        let written = parts.compactMap { $0 }
        return written.count == parts.count ? FilterExpression.any(written) : nil
    }

    private func but(_ values: [FacetValue], limit: Double?) -> FilterExpression? {
        if limit != nil { return any(values, limit: limit).map { .not($0) } }
        let parts = values.map { value -> FilterExpression? in
            if let text = Self.plain(value.value) { return .test(.field(field, .notEqual, .text(text))) }
            return one(value).map { .not($0) }
        }
        let written = parts.compactMap { $0 }
        return written.count == parts.count ? FilterExpression.all(written) : nil
    }

    /// The items that have one value, or none; among ranges, no number.
    private func one(_ value: FacetValue, limit: Double? = nil) -> FilterExpression? {
        guard let bytes = value.value else {
            return limit.map { .not(anyNumber($0)) } ?? absent
        }
        if let text = Self.plain(bytes) { return .test(.field(field, .equal, .text(text))) }
        return Self.pattern(bytes).map { .test(.matches(field, $0)) }
    }

    /// The items without a value.
    private var absent: FilterExpression {
        // In place of a value there may be an object, which is neither null nor missing.
        if fields.object(named: fields.entry(of: field)?.path ?? field.name) != nil {
            return .not(.test(.matches(field, FilterPattern("^", isExpression: true))))
        }
        return .or([.test(.state(field, .missing)), .test(.state(field, .null))])
    }

    private func range(_ low: Double?, _ high: Double?) -> FilterExpression? {
        FilterExpression.all(
            [low.map { test(.atLeast, $0) }, high.map { test(.less, $0) }].compactMap { $0.map { .test($0) } }
        )
    }

    /// The items with a number, whatever it is.
    private func anyNumber(_ limit: Double) -> FilterExpression {
        .or([.test(test(.less, limit)), .test(test(.atLeast, limit))])
    }

    private func test(_ comparison: FilterComparison, _ number: Double) -> FilterTest {
        .field(field, comparison, .number(number))
    }

    /// The ends of runs of bins that follow each other.
    private static func ranges(_ bins: [NumberBin]) -> [(low: Double?, high: Double?)] {
        var ranges: [(low: Double?, high: Double?)] = []
        var last: Int?
        for bin in bins.sorted(by: { $0.number < $1.number }) {
            if last == bin.number - 1, !ranges.isEmpty {
                ranges[ranges.count - 1].high = bin.high
            } else {
                ranges.append((bin.low, bin.high))
            }
            last = bin.number
        }
        return ranges
    }

    /// A value that can stand in a filter as it is; nil for others.
    private static func plain(_ bytes: [UInt8]?) -> String? {
        guard let bytes, let text = String(validating: bytes, as: UTF8.self),
            !text.unicodeScalars.contains(where: isHidden)
        else { return nil }
        return text
    }

    /// An expression that matches a text and no other; nil for what is no text.
    private static func pattern(_ bytes: [UInt8]) -> FilterPattern? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var pattern = "(?-i)^"
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                pattern += "\\x{\(String(scalar.value, radix: 16))}"
            } else if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar),
                scalar != " ", scalar != "/"
            {
                pattern += "\\\(scalar)"
            } else {
                pattern.unicodeScalars.append(scalar)
            }
        }
        return FilterPattern(pattern + "$", isExpression: true)
    }

    /// What nobody can see in a line, or type into it.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: true
        default: false
        }
    }

    // MARK: Reading

    private func canTell(_ test: FilterTest, _ all: [FacetValue]) -> Bool {
        switch test {
        case .field(_, _, .exact): false
        case .field(_, let comparison, .number(let number)):
            // Of a range it can be told where its ends are those of bins.
            !all.contains { $0.bin != nil }
                || (comparison == .less || comparison == .atLeast)
                    && all.contains { $0.bin?.low == number || $0.bin?.high == number }
        case .field, .state: !all.contains { $0.bin != nil }
        case .matches(_, let pattern):
            all.allSatisfy { $0.value.map { Self.pattern($0) != nil } ?? true } && isOwn(pattern, all)
        case .score, .has, .bucket, .moved, .judged, .leaks: false
        }
    }

    /// True for a pattern that stands for one of the values, or for any.
    private func isOwn(_ pattern: FilterPattern, _ all: [FacetValue]) -> Bool {
        pattern.text == "^" || all.contains { $0.value.flatMap(Self.pattern) == pattern }
    }

    private func holds(_ test: FilterTest, of value: FacetValue) -> Bool {
        switch test {
        case .field(_, let comparison, .text(let text)):
            (value.value.map { $0.elementsEqual(text.utf8) } ?? false) == (comparison == .equal)
        case .field(_, let comparison, .number(let number)):
            if let bin = value.bin {
                comparison == .atLeast ? bin.low.map { $0 >= number } ?? false : bin.high.map { $0 <= number } ?? false
            } else {
                value.value.flatMap { Double(String(decoding: $0, as: UTF8.self)) }.map { comparison.holds($0, number) }
                    ?? (comparison == .notEqual)
            }
        case .state(_, .present): value.value != nil
        case .state: value.value == nil
        case .matches(_, let pattern):
            pattern.text == "^" ? value.value != nil : value.value.flatMap(Self.pattern) == pattern
        case .field, .score, .has, .bucket, .moved, .judged, .leaks: false
        }
    }
}
