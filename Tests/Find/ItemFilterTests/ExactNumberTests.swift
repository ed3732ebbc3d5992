import ItemFilter
import TestSupport
import Testing

@Suite struct ExactNumberTests {
    @Test(arguments: [
        ("0", "-0.00", 0), ("1", "1.000", 0), ("100", "1e2", 0), ("0.001", "1E-3", 0), ("-2", "-1", -1), ("2", "-3", 1),
        ("9007199254740993", "9007199254740992", 1), ("-9007199254740993", "-9007199254740992", -1),
        ("123456789012345678901234567890", "123456789012345678901234567891", -1), ("0.5", "0.05", 1),
        ("12", "1.2e1", 0),
        ("0", "1", -1), ("0", "-1", 1), ("+5", "5", 0), ("1e300", "1e299", 1), ("9", "10", -1),
        ("0.00012", "0.000119", 1),
    ])
    func `numbers are ordered by their digits`(_ one: String, _ other: String, _ order: Int) throws {
        let (first, second) = (try #require(ExactNumber(one.utf8)), try #require(ExactNumber(other.utf8)))
        #expect(first.order(to: second) == order)
        #expect(second.order(to: first) == -order)
        #expect((first == second) == (order == 0))
        #expect(ExactNumber(first.text.utf8) == first)
    }

    @Test(arguments: ["", "-", ".", "1x", "1e", "1.2.3", "e5", "1e99999999999999999999", " 1"])
    func `what is no number is none`(_ text: String) {
        #expect(ExactNumber(text.utf8) == nil)
    }

    @Test func `whole numbers are ordered as Swift orders them`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let one = Int64.random(in: .min ... .max, using: &random)
            let near = one.addingReportingOverflow(Int64.random(in: -3...3, using: &random)).partialValue
            let order = one < near ? -1 : one > near ? 1 : 0
            #expect(ExactNumber("\(one)".utf8)?.order(to: try #require(ExactNumber("\(near)".utf8))) == order)
        }
    }
}
