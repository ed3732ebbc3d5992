import ItemFilter
import RoundModel
import TestSupport
import Testing

@Suite struct FilterParserTests {
    private func parse(_ text: String, _ fields: FilterFields = RandomFilters.fields) throws -> FilterExpression? {
        try FilterParser.parse(text, fields)
    }

    private func error(_ text: String, _ fields: FilterFields = RandomFilters.fields) -> FilterError? {
        do throws(FilterError) {
            _ = try FilterParser.parse(text, fields)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the example reads as it should`() throws {
        let text = "safety < 0.3 and category = fraud and prompt ~ /lock/i and has:note and moved"
        let expected = FilterExpression.and([
            .test(.score(.safety, .less, 0.3)), .test(.field(.role(.category), .equal, .text("fraud"))),
            .test(.matches(.role(.prompt), FilterPattern("lock", isExpression: true, ignoresCase: true))),
            .test(.has(.note)), .test(.moved),
        ])
        #expect(try parse(text) == expected)
        #expect(try parse(expected.text) == expected)
    }

    @Test(arguments: 0..<400) func `what is printed reads as the same expression`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let expression = RandomFilters.expression(depth: 4, using: &random)
        guard expression.tests.count <= 20 else { return }
        #expect(try parse(expression.text) == expression, "\(expression.text)")
    }

    @Test func `and binds tighter than or, not tightest, parentheses before all`() throws {
        let (a, b, c) = (
            FilterExpression.test(.moved), FilterExpression.test(.judged), FilterExpression.test(.has(.flag))
        )
        #expect(try parse("moved or judged and has:flag") == .or([a, .and([b, c])]))
        #expect(try parse("not Leaks") == .not(.test(.leaks)))
        #expect(FilterExpression.not(.test(.leaks)).text == "not leaks")
        #expect(try parse("(moved or judged) and has:flag") == .and([.or([a, b]), c]))
        #expect(try parse("not moved and judged") == .and([.not(a), b]))
        #expect(try parse("NOT (Moved AND judged)") == .not(.and([a, b])))
        #expect(try parse("not not moved") == .not(.not(a)))
    }

    @Test(arguments: [
        ("help >= .5", FilterTest.score(.helpfulness, .atLeast, 0.5)), ("SAFETY==1", .score(.safety, .equal, 1)),
        ("safety_score<-1e-3", .score(.safety, .less, -0.001)),
        ("style = role-play", .field(.role(.style), .equal, .text("role-play"))),
        ("category = \"3\"", .field(.role(.category), .equal, .text("3"))),
        ("category = 3", .field(.role(.category), .equal, .number(3))),
        ("'not' != 'it\\'s'", .field(.path("not"), .notEqual, .text("it's"))),
        ("prompt ~ lock", .matches(.role(.prompt), FilterPattern("lock"))),
        ("prompt ~ /a\\/b\\.c/", .matches(.role(.prompt), FilterPattern("a/b\\.c", isExpression: true))),
        ("bucket != A", .bucket(.notEqual, .adversarial)),
        ("scores.toxicity > 2", .field(.path("scores.toxicity"), .greater, .number(2))),
    ]) func `a test reads as it should`(_ text: String, _ test: FilterTest) throws {
        #expect(try parse(text) == .test(test))
    }

    @Test func `an empty line is no filter`() throws {
        #expect(try parse("") == nil)
        #expect(try parse(" \t ") == nil)
    }

    @Test(arguments: [
        ("category is", 11..<11, "where null, missing or present"),
        ("category is 3", 12..<13, "where null, missing or present"),
        ("safety <", 8..<8, "where a value was expected"), ("safety 0.3", 7..<10, "where safety needs = != <"),
        ("safety < 0.3 category = x", 13..<21, "where and, or, or the end was expected"),
        ("savety < 1", 0..<6, "no field is called \"savety\"; try safety"),
        ("safety = high", 9..<13, "safety is compared with a number, and \"high\" is not one"),
        ("scores.toxicity < lots", 18..<22, "scores.toxicity is compared with a number"),
        ("prompt < 3", 7..<8, "prompt is text, which has no <"),
        ("safety ~ 3", 7..<8, "safety is a number, which holds no text"),
        ("moved and", 9..<9, "the line ends, where a test was expected"), ("(moved", 0..<1, "( is never closed"),
        ("moved)", 5..<6, ") closes nothing"), ("category = \"x", 11..<13, "\" is not closed"),
        ("prompt ~ /x", 9..<11, "/ is not closed"), ("prompt ~ /x/g", 12..<13, "only i is known"),
        ("has:hope", 0..<8, "has:note, has:verdict and has:flag are"),
        ("bucket = good", 9..<13, "\"good\" is not a bucket"),
        ("bucket < A", 7..<8, "a bucket is compared with = or !="),
        ("moved && judged", 6..<8, "where and, or, or the end"),
        ("prompt ~ \"\"", 9..<11, "where a text was expected"), ("safety < 1e999", 9..<14, "is not one"),
        ("safety < nan", 9..<12, "is not one"), ("safety ! 3", 7..<8, "where safety needs"),
    ]) func `what is wrong is said at its place`(_ text: String, _ range: Range<Int>, _ part: String) throws {
        let error = try #require(self.error(text))
        #expect(error.range == range)
        #expect(error.message.contains(part), "\(error.message)")
        #expect(error.message.hasPrefix("column \(range.lowerBound + 1): "))
    }

    @Test func `any name may be a field's while nobody has looked`() throws {
        #expect(try parse("what.ever = 1", .unknown) == .test(.field(.path("what.ever"), .equal, .number(1))))
        #expect(try parse("style = x", .unknown) == .test(.field(.role(.style), .equal, .text("x"))))
    }

    @Test func `a score that is turned round has its own value by its path`() throws {
        var fields = RandomFilters.fields
        fields.negated = [.safety]
        #expect(try parse("safety < 1", fields) == .test(.score(.safety, .less, 1)))
        #expect(try parse("safety_score < 1", fields) == .test(.field(.path("safety_score"), .less, .number(1))))
    }

    @Test func `depth and size are bounded`() throws {
        let deep = String(repeating: "(", count: 5000) + "moved"
        #expect(error(deep)?.reason == .tooDeep(limit: FilterParser.depthLimit))
        let nots = String(repeating: "not ", count: 5000) + "moved"
        #expect(error(nots)?.reason == .tooDeep(limit: FilterParser.depthLimit))
        let long = Array(repeating: "moved", count: 500).joined(separator: " or ")
        #expect(error(long)?.reason == .tooMany(limit: FilterParser.testLimit))
    }

    @Test(arguments: 0..<300) func `no text brings it down, and every error has a place in it`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "safety", "<", "0.3", "and", "or", "not", "(", ")", "\"", "'", "/", "~", "=", "!", "\\", " ", "has:",
            "note",
            "prompt", "bucket", "A", "\u{1B}[31m", "é", "\u{202E}", "1e5", "\u{0}", "🙂",
        ]
        let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined(separator: Bool.random(using: &random) ? " " : "")
        guard let error = self.error(text) else { return }
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.unicodeScalars.count)
        #expect(!error.message.isEmpty)
    }

    @Test func `the place of a pattern is found again`() {
        let pattern = FilterPattern("(", isExpression: true)
        #expect(FilterParser.range(of: pattern, in: "moved or prompt ~ /(/", RandomFilters.fields) == 18..<21)
    }
}
