import RoundModel
import Testing

@Suite struct DecimalTextTests {
    @Test(arguments: [
        (0, 10, "0"), (10, 10, "100"), (1, 1000, "<1"), (999, 1000, ">99"), (1, 100, "1"), (99, 100, "99"),
        (245, 1000, "24"), (755, 1000, "76"), (0, 0, "–"),
    ]) func `whole per cent`(_ part: Int, _ whole: Int, _ text: String) {
        #expect(DecimalText.wholePercent(part, of: whole) == text)
    }

    @Test(arguments: [
        (0.3, 3, "0.300"), (-3.25390625, 2, "-3.25390625"), (0.1234567, 3, "0.1234567"), (5, 0, "5"),
        (1e300, 2, "1e+300"),
        (Double.leastNonzeroMagnitude, 2, "5e-324"), (0, 2, "0.00"), (123_456, 1, "123456.0"),
    ]) func `thresholds keep every digit they have`(_ value: Double, _ atLeast: Int, _ text: String) {
        #expect(DecimalText.exact(value, atLeast: atLeast) == text)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-12_466, "-12,466"), (50_000_000, "50,000,000")])
    func `thousands are grouped`(_ value: Int, _ text: String) {
        #expect(DecimalText.grouped(value) == text)
    }

    @Test(arguments: [
        (0, 10, "0 %"), (10, 10, "100 %"), (1, 10_000, "<0.1 %"), (9_999, 10_000, ">99.9 %"), (198, 1000, "19.8 %"),
        (0, 0, "–"),
    ]) func `shares are none or all only where they are`(_ part: Int, _ whole: Int, _ text: String) {
        #expect(DecimalText.percent(part, of: whole) == text)
    }

    @Test func `changes have a sign and counts their plural`() {
        #expect(DecimalText.signed(412) == "+412")
        #expect(DecimalText.signed(-4120) == "−4,120")
        #expect(DecimalText.signed(0) == "0")
        #expect(DecimalText.counted(1, "item") == "1 item")
        #expect(DecimalText.counted(0, "item") == "0 items")
    }

    @Test(arguments: [
        (412, 7, "+412"), (-318_899, 7, "−318k"), (1_254_999, 7, "+1.25M"), (-50_000_000, 7, "−50.0M"), (0, 1, "0"),
        (999_999, 7, "+999k"),
    ]) func `changes fit their column, rounded towards zero`(_ change: Int, _ width: Int, _ text: String) {
        #expect(DecimalText.signed(change, width: width) == text)
        #expect(DecimalText.grouped(1_234_567, width: 9) == "1,234,567")
        #expect(DecimalText.grouped(1_234_567, width: 8) == "1.23M")
    }

    @Test func `a count is read as it is written`() {
        for count in [0, 7, 999, 1_000, 1_234_567, -12_466] {
            #expect(DecimalText.ungrouped(DecimalText.grouped(count)) == count)
            #expect(DecimalText.ungrouped("\(count)") == count)
        }
        for typed in ["", "1 2", "1.5", "a"] { #expect(DecimalText.ungrouped(typed) == nil) }
    }
}
