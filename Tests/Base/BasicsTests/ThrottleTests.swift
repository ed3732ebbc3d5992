import Basics
import Testing

@Suite struct ThrottleTests {
    @Test func `the first report passes at once unless it is to wait`() {
        var throttle = Throttle(every: .seconds(100_000))
        #expect(throttle.isDue())
        #expect(!throttle.isDue())
        var later = Throttle(every: .seconds(100_000), isDueAtOnce: false)
        #expect(!later.isDue())
    }

    @Test func `an urgent report passes, and the next waits for it`() {
        var throttle = Throttle(every: .seconds(100_000), isDueAtOnce: false)
        #expect(throttle.isDue(isUrgent: true))
        #expect(!throttle.isDue())
        var none = Throttle(every: .zero)
        for _ in 0..<10 { #expect(none.isDue()) }
    }
}
