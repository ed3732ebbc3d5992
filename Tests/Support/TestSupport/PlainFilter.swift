public import ItemFilter
public import RoundModel

/// Filters and facets item by item, without columns, bits or files: what the fast ones are held against.
public enum PlainFilter {
    /// The fields of `SessionDriver.text`.
    public static let fields = FilterFields([
        .init(path: "id", role: .id, kind: .text),
        .init(path: "prompt", role: .prompt, kind: .text),
        .init(path: "response", role: .response, kind: .text),
        .init(path: "category", role: .category, kind: .text, values: ["locks", "fraud"]),
        .init(path: "attack_style", role: .style, kind: .text, values: ["role-play"]),
        .init(path: "scores.toxicity", kind: .number),
        .init(path: "safety_score", role: .safety, kind: .number),
        .init(path: "helpfulness_score", role: .helpfulness, kind: .number),
    ])

    /// The first regular expression; there are none here.
    static func refusal(of expression: FilterExpression) -> (FilterPattern, String)? {
        for case .matches(_, let pattern) in expression.tests where pattern.isExpression {
            return (pattern, "no expressions here")
        }
        return nil
    }

    public static func items(
        _ expression: FilterExpression,
        _ context: FilterContext,
        text: (UInt32) -> ItemText
    ) -> ItemSet {
        let items = (0..<UInt32(context.columns.count)).filter { item in
            let row = text(item)
            return expression.holds { holds($0, item, row, context) }
        }
        return ItemSet(items, universe: context.columns.count)
    }

    /// Whether a test holds of an item.
    public static func holds(_ test: FilterTest, _ item: UInt32, _ text: ItemText, _ context: FilterContext) -> Bool {
        let scores = context.columns.scores(ofKnown: Int(item))
        let ruling = context.judged?.ruling(of: Int(item))
        switch test {
        case .score(let name, let comparison, let number): return comparison.holds(scores[name], number)
        case .has(let mark): return context.given[mark]?.contains(item) ?? false
        case .judged: return ruling != nil
        case .leaks: return context.leaks.contains(item)
        case .moved: return context.thresholds.bucket(scores, ruling) != context.baseline.bucket(scores, ruling)
        case .bucket(let comparison, let bucket):
            return (context.thresholds.bucket(scores, ruling) == bucket) == (comparison == .equal)
        case .matches(let field, let pattern):
            guard let value = value(of: field, text) else { return false }
            return contains(value, pattern)
        case .field(let field, let comparison, let wanted):
            let value = value(of: field, text)
            switch wanted {
            case .text(let text): return (value.map { $0 == Array(text.utf8) } ?? false) == (comparison == .equal)
            case .number(let number):
                let own = value.flatMap { Double(String(decoding: $0, as: UTF8.self)) }
                return own.map { comparison.holds($0, number) } ?? (comparison == .notEqual)
            case .exact(let number):
                let own = value.flatMap { ExactNumber($0) }
                return own.map { comparison.holds(order: $0.order(to: number)) } ?? (comparison == .notEqual)
            }
        case .state(let field, let state):
            let isThere = isThere(field, text)
            let isNull = isThere && value(of: field, text) == nil && !isAround(field, text)
            switch state {
            case .present: return isThere
            case .missing: return !isThere
            case .null: return isNull
            }
        }
    }

    /// Whether the row has the field, or an object of that name.
    private static func isThere(_ field: FilterField, _ text: ItemText) -> Bool {
        switch field {
        case .role(.prompt), .role(.response), .path("prompt"), .path("response"): true
        case .role(let role): text.fields.contains { $0.role == role }
        case .path(let path): text.fields.contains { $0.name.elementsEqual(path.utf8) } || isAround(field, text)
        }
    }

    private static func isAround(_ field: FilterField, _ text: ItemText) -> Bool {
        guard case .path(let path) = field else { return false }
        return text.fields.contains { $0.name.starts(with: Array("\(path).".utf8)) }
    }

    private static func contains(_ text: [UInt8], _ pattern: FilterPattern) -> Bool {
        if pattern.isExpression {
            guard let expression = try? Regex(pattern.text) else { return false }
            let isExact = pattern.text.contains { $0.isUppercase } && !pattern.ignoresCase
            let text = String(decoding: text, as: UTF8.self)
            return text.firstMatch(of: isExact ? expression : expression.ignoresCase()) != nil
        }
        let isExact = pattern.text.unicodeScalars.contains { $0.properties.isUppercase } && !pattern.ignoresCase
        func folded(_ bytes: [UInt8]) -> [UInt8] {
            isExact ? bytes : bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        }
        let (text, needle) = (folded(text), folded(Array(pattern.text.utf8)))
        guard needle.count <= text.count else { return false }
        return (0...text.count - needle.count).contains { text[$0..<$0 + needle.count].elementsEqual(needle) }
    }

    /// The value of a field; nil where the row has none, or a null.
    public static func value(of field: FilterField, _ text: ItemText) -> [UInt8]? {
        switch field {
        case .role(.prompt): return text.prompt
        case .role(.response): return text.response
        case .role(let role): return text.value(of: role).flatMap { $0 == Array("null".utf8) ? nil : $0 }
        case .path("prompt"): return text.prompt
        case .path("response"): return text.response
        case .path(let path):
            let value = text.fields.first { $0.name.elementsEqual(path.utf8) }?.value
            return value.flatMap { $0 == Array("null".utf8) ? nil : $0 }
        }
    }

    public static func facet(
        _ field: FilterField,
        of population: Population,
        at thresholds: Thresholds,
        text: (UInt32) -> ItemText
    ) -> [FacetValue] {
        var counts: [[UInt8]?: BucketCounts] = [:]
        for item in 0..<UInt32(population.columns.count) where population.contains(Int(item)) {
            let bucket = thresholds.bucket(
                population.columns.scores(ofKnown: Int(item)),
                population.judged?.ruling(of: Int(item))
            )
            counts[value(of: field, text(item)), default: BucketCounts()][bucket] += 1
        }
        return FacetValue.sorted(counts.map { FacetValue(value: $0.key, counts: $0.value) })
    }

    public static func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds,
        text: (UInt32) -> ItemText
    ) -> CrossTable {
        CrossTable(
            (0..<UInt32(population.columns.count)).filter { population.contains(Int($0)) }.map { item in
                let ruling = population.judged?.ruling(of: Int(item))
                var counts = BucketCounts()
                counts[thresholds.bucket(population.columns.scores(ofKnown: Int(item)), ruling)] = 1
                return CrossTable.Cell(
                    down: FacetValue(value: value(of: down, text(item)), counts: BucketCounts()),
                    across: FacetValue(value: value(of: across, text(item)), counts: BucketCounts()),
                    counts: counts
                )
            }
        )
    }

    /// The places of items by a field, by comparing all their values.
    public static func ranks(_ field: FilterField, items: Int, text: (UInt32) -> ItemText) -> ItemRanks {
        let values = (0..<UInt32(items)).map { value(of: field, text($0)).map(SortedValue.init) }
        let sorted = Set(values.compactMap { $0 }).sorted()
        let places = Dictionary(
            sorted.indices.map { (sorted[$0], UInt32($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        return ItemRanks(places: values.map { $0.flatMap { places[$0] } ?? ItemRanks.none }, count: sorted.count)
    }
}

/// A value as an order of the list takes it.
private struct SortedValue: Hashable, Comparable {
    let number: Double?
    let text: [UInt8]

    init(_ bytes: [UInt8]) {
        let number = Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
        self.number = number.map { $0 + 0 }
        text = number == nil ? Array(bytes.prefix(SortKeys.longestText)) : []
    }

    static func < (one: SortedValue, other: SortedValue) -> Bool {
        switch (one.number, other.number) {
        case (let one?, let other?): one < other
        case (nil, nil): one.text.lexicographicallyPrecedes(other.text)
        case (let one, _): one != nil
        }
    }
}
