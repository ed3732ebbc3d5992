import Basics
import Testing

@Suite struct ThrottleTests {
    /// Which of three reports pass.
    private func passed(_ throttle: Throttle, urgent: Set<Int> = []) -> [Bool] {
        var throttle = throttle
        return (0..<3).map { throttle.isDue(isUrgent: urgent.contains($0)) }
    }

    @Test func `the first report passes at once unless it is to wait`() {
        #expect(passed(Throttle(every: .seconds(100_000))) == [true, false, false])
        #expect(passed(Throttle(every: .seconds(100_000), isDueAtOnce: false)) == [false, false, false])
        #expect(passed(Throttle(every: .zero)) == [true, true, true])
    }

    @Test func `an urgent report passes, and the next waits for it`() {
        #expect(passed(Throttle(every: .seconds(100_000), isDueAtOnce: false), urgent: [1]) == [false, true, false])
    }
}
