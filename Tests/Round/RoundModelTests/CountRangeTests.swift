import RoundModel
import Testing

@Suite struct CountRangeTests {
    @Test func `a count that is known is one number, and another has both ends`() {
        #expect(CountRange(1204).text == "1,204")
        #expect(CountRange(low: 1180, high: 1240).text == "1,180 to 1,240")
        #expect(CountRange(low: -3, high: 40).signedText == "−3 to +40")
        #expect(CountRange(low: 120, high: 124).percent(of: 1000) == "12.0 to 12.4 %")
        #expect(CountRange(low: 120, high: 120).percent(of: 1000) == "12.0 %")
        #expect(CountRange(low: 120, high: 131).wholePercent(of: 1000) == "12-13")
    }

    @Test(arguments: [
        (412_345_678, 413_345_678, "412M to 414M"), (1_180_999, 1_181_001, "1.18M to 1.19M"),
        (999_400, 999_600, "999k to 1.00M"), (999, 1000, "999 to 1.00k"), (0, 12_345, "0 to 12.4k"),
    ])
    func `where room is short the ends are rounded outwards`(_ low: Int, _ high: Int, _ text: String) {
        #expect(CountRange(low: low, high: high).text(width: 8) == text)
    }

    @Test func `in the smallest room it says what it is at most`() {
        #expect(CountRange(low: 3, high: 40).brief(width: 8) == "3 to 40")
        #expect(CountRange(low: 1180, high: 1240).brief(width: 8) == "to 1,240")
        #expect(CountRange(low: 1180, high: 12_401).brief(width: 8) == "to 12.5k")
        #expect(CountRange(1204).brief(width: 8) == "1,204")
    }
}
