import ItemFilter
import RoundModel
import TestSupport
import Testing

/// Values that are picked, and the filters that say so.
struct FacetChoiceTests {
    private static let fields = FilterFields([
        .init(path: "category", role: .category), .init(path: "turn", kind: .number), .init(path: "not"),
    ])

    private static func item(_ field: FilterField, _ value: [UInt8]?) -> ItemText {
        var fields: [ItemText.Field] = []
        if let value { fields.append(.init(name: Array(field.name.utf8), value: value, role: field.role)) }
        return ItemText(prompt: [], response: [], fields: fields, file: "", line: 1)
    }

    private static func values(_ texts: [String?]) -> [FacetValue] {
        FacetValue.sorted(texts.map { FacetValue(value: $0.map { Array($0.utf8) }, counts: BucketCounts(accepted: 1)) })
    }

    /// The values whose items pass, item by item.
    private static func passing(_ expression: FilterExpression, _ field: FilterField, _ values: [FacetValue]) -> Set<
        [UInt8]?
    > {
        let context = FilterContext(
            columns: ScoreColumns(safety: [0], helpfulness: [0]),
            thresholds: Thresholds(adv: 0, safety: 0, help: 0),
            baseline: Thresholds(adv: 0, safety: 0, help: 0)
        )
        return Set(
            values.map(\.value).filter { value in
                let item = item(field, value)
                return expression.holds { PlainFilter.holds($0, 0, item, context) }
            }
        )
    }

    private static let texts: [String?] = [
        "fraud", "Fraud", "locks", "a b", "", "3", "3.0", "\"", "\\", "é", "\u{1B}[31m", "two\nlines", "a\u{202E}b",
        "tab\there", "(.*)", "\u{7}", "a/b\u{0}", nil,
    ]

    @Test(arguments: [FilterField.role(.category), .path("not")]) func `only the items of picked values pass, or none`(
        _ field: FilterField
    ) throws {
        var random = SeededGenerator(seed: 12)
        let choice = FacetChoice(field, Self.fields)
        for _ in 0..<300 {
            let texts = Self.texts.shuffled(using: &random).prefix(Int.random(in: 1...Self.texts.count, using: &random))
            let values = Self.values(Array(texts))
            let picked = Set(
                values.map(\.value).shuffled(using: &random).prefix(Int.random(in: 1...values.count, using: &random))
            )
            let only = try #require(choice.only(picked, of: values))
            #expect(Self.passing(only, field, values) == picked, "\(only.text)")
            #expect(try FilterParser.parse(only.text, Self.fields) == only, "\(only.text)")
            #expect(choice.passing(only, of: values) == picked, "\(only.text)")
            let but = try #require(choice.allBut(picked, of: values))
            #expect(Self.passing(but, field, values) == Set(values.map(\.value)).subtracting(picked), "\(but.text)")
            #expect(try FilterParser.parse(but.text, Self.fields) == but, "\(but.text)")
        }
    }

    @Test func `ranges that touch become one, and no number is what no range holds`() throws {
        let field = FilterField.path("turn")
        let bins = NumberBins(limits: [1, 5, 10])
        let values = bins.bins.map {
            FacetValue(value: Array($0.title.utf8), bin: $0, counts: BucketCounts(accepted: 1))
        }
        let all = values + [FacetValue(value: nil, counts: BucketCounts(accepted: 1))]
        let choice = FacetChoice(field, Self.fields)
        func text(_ picked: Int...) -> String? { choice.only(Set(picked.map { all[$0].value }), of: all)?.text }
        #expect(text(1) == "turn >= 1 and turn < 5")
        #expect(text(2, 1) == "turn >= 1 and turn < 10")
        #expect(text(0, 2, 3) == "turn < 1 or turn >= 5")
        #expect(text(0, 2) == "turn < 1 or (turn >= 5 and turn < 10)")
        #expect(text(4) == "not (turn < 1 or turn >= 1)")
        for picks in 1..<32 {
            let picked = Set(all.indices.filter { picks >> $0 & 1 == 1 }.map { all[$0].value })
            let expression = try #require(choice.only(picked, of: all))
            #expect(choice.passing(expression, of: all) == picked || picked.count == all.count, "\(expression.text)")
            for number in [-3, 0, 1, 4.5, 5, 9, 10, 1e9] {
                let title = Array(bins[bins.bin(of: number)].title.utf8)
                let passes = !Self.passing(
                    expression,
                    field,
                    [FacetValue(value: Array("\(number)".utf8), counts: BucketCounts())]
                ).isEmpty
                #expect(passes == picked.contains(title), "\(expression.text) of \(number)")
            }
            let hasNone = !Self.passing(expression, field, [FacetValue(value: nil, counts: BucketCounts())]).isEmpty
            #expect(hasNone == picked.contains(nil), "\(expression.text)")
        }
    }

    @Test func `the shorter way is taken, and what is no text is not`() {
        let choice = FacetChoice(.role(.category), Self.fields)
        let all = Self.values(["a", "b", "c", "d", nil])
        func bytes(_ texts: String?...) -> Set<[UInt8]?> { Set(texts.map { $0.map { Array($0.utf8) } }) }
        #expect(choice.only(bytes("b"), of: all)?.text == "category = b")
        #expect(choice.only(bytes("b", "c"), of: all)?.text == "category = b or category = c")
        #expect(choice.only(bytes("b", "c", "d", nil), of: all)?.text == "category != a")
        // Those without a value were not picked.
        #expect(choice.only(bytes("b", "c", "d"), of: all)?.text == "category = b or category = c or category = d")
        #expect(choice.only(bytes(nil), of: all)?.text == "category is missing or category is null")
        let broken = FacetValue(value: [0xFF], counts: BucketCounts(accepted: 1))
        #expect(choice.only([[0xFF]], of: all + [broken]) == nil)
        #expect(choice.only([], of: all) == nil)
    }

    @Test func `an object in place of a value is no value`() {
        let fields = FilterFields([.init(path: "category", role: .category), .init(path: "category.kind")])
        let none = FacetChoice(.role(.category), fields).only([nil], of: Self.values(["a", nil]))
        #expect(none?.text == "not category ~ /^/")
    }

    @Test func `what a filter asks of a field parts from what it asks of others`() throws {
        let expression = try #require(
            try FilterParser.parse(
                "(category = a or category = b) and safety < 0.3 and not category = c and (category = d or moved)",
                Self.fields
            )
        )
        #expect(
            expression.only(.role(.category))?.text == "(category = a or category = b) and not category = c"
        )
        #expect(expression.without(.role(.category))?.text == "safety < 0.3 and (category = d or moved)")
        #expect(expression.without(.path("turn")) == expression && expression.only(.path("turn")) == nil)
        let one = try #require(try FilterParser.parse("category = a", Self.fields))
        #expect(one.without(.role(.category)) == nil)
    }
}

extension FilterField {
    fileprivate var role: FieldRole? { if case .role(let role) = self { role } else { nil } }
}
