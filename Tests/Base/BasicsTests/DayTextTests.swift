import Basics
import Testing

@Suite struct DayTextTests {
    /// Noon in Greenwich, which is the same day nearly everywhere.
    private let noon = 1_764_504_000

    @Test func `a day is written out`() { #expect(DayText.day(noon).contains(" November 2025")) }

    @Test func `one day is told once, two as a span`() {
        #expect(DayText.span(noon, noon + 60) == "on \(DayText.day(noon))")
        let later = noon + 9 * 86_400
        #expect(DayText.span(noon, later) == "from \(DayText.day(noon)) to \(DayText.day(later))")
        #expect(DayText.day(later).contains(" December 2025"))
    }

    @Test(arguments: [Int.max, Int.min]) func `a moment that no calendar has is left out`(_ seconds: Int) {
        #expect(DayText.day(seconds).isEmpty && DayText.span(0, seconds).isEmpty)
    }
}
