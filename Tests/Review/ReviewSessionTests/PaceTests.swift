import RoundModel
import TestSupport
import Testing

@testable import ReviewSession

struct PaceTests {
    @Test func `it tells rate and time left once it can`() throws {
        var pace = Pace(0, at: 10)
        #expect(pace.secondsLeft == nil)
        pace.note(0.1, at: 10.2)
        #expect(pace.perSecond == nil, "most work is over before anybody asks")
        pace.note(0.25, at: 11)
        #expect(pace.perSecond == 0.25)
        #expect(pace.secondsLeft == 3)
        // Asked again with nothing new, it says the same.
        pace.note(0.25, at: 12)
        #expect(pace.secondsLeft == 3)
        pace.note(1, at: 14)
        #expect(pace.secondsLeft == 0)
    }

    @Test func `what begins anew has a new pace`() {
        var pace = Pace(0.5, at: 0)
        pace.note(0.9, at: 2)
        pace.note(0.1, at: 3)
        #expect(pace.perSecond == nil)
        pace.note(0.3, at: 5)
        #expect(pace.secondsLeft.map { abs($0 - 7) < 1e-9 } == true)
    }

    @Test func `a search has one while it runs`() throws {
        var state = SessionDriver(ExampleRound.clustered(items: 100)).state
        _ = reduce(&state, .run(.search, argument: "lock", line: ""), at: Moment(clock: 5))
        let number = try #require(state.find.search?.number)
        func report(_ fraction: Double, at clock: Double, isComplete: Bool = false) {
            let progress = Action.search(
                .progressed(
                    number,
                    ItemSet([1, 2], universe: 100),
                    fraction: fraction,
                    isComplete: isComplete
                )
            )
            _ = reduce(&state, progress, at: Moment(clock: clock))
        }
        report(0.2, at: 6)
        report(0.4, at: 7)
        #expect(state.paces[.search]?.secondsLeft.map { abs($0 - 3) < 1e-9 } == true)
        #expect(state.paces[.export] == nil)
        report(1, at: 9, isComplete: true)
        #expect(state.paces.isEmpty)
    }
}
