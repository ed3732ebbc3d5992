import RoundScoring
import Testing

@Suite struct FlowControlTests {
    /// Plays a server of so many workers, each of which takes a second for a row; tells the limit after so many answers.
    private func play(workers: Int, answers: Int, bound: Int = 64) -> FlowControl {
        var flow = FlowControl(bound: bound)
        var time = 0.0
        var ends: [Double] = []
        for _ in 0..<answers {
            while flow.hasRoom {
                flow.begin()
                // A request waits for a worker that is free.
                let start = ends.count < workers ? time : max(time, ends.sorted(by: >)[workers - 1])
                ends.append(start + 1)
            }
            ends.sort()
            time = ends.removeFirst()
            flow.end(rows: 1, at: time)
        }
        return flow
    }

    @Test func `more are under way while more bring more`() {
        #expect(play(workers: 1000, answers: 2000).limit == 64)
    }

    @Test func `it stays near what a server can do at once`() {
        let flow = play(workers: 8, answers: 3000)
        #expect(flow.limit >= 8)
        #expect(flow.limit <= 40)
    }

    @Test func `too much to do means half as many, once for those that were under way`() {
        var flow = FlowControl(bound: 64, start: 32)
        for _ in 0..<32 { flow.begin() }
        #expect(!flow.hasRoom)
        for _ in 0..<16 { flow.endOverloaded() }
        #expect(flow.limit == 16)
        #expect(flow.running == 16)
        for _ in 0..<200 { flow.endOverloaded() }
        #expect(flow.limit >= 1)
    }

    @Test func `there is always room for one`() {
        var flow = FlowControl(bound: 0)
        #expect(flow.hasRoom)
        flow.begin()
        #expect(!flow.hasRoom)
        flow.endOverloaded()
        #expect(flow.hasRoom)
    }

    @Test func `pauses grow, end somewhere, and are never shorter than asked for`() {
        let pause = RetryPause()
        #expect(pause.seconds(after: 1, asked: nil, share: 1) == 0.5)
        #expect(pause.seconds(after: 3, asked: nil, share: 1) == 2)
        #expect(pause.seconds(after: 500, asked: nil, share: 1) == 30)
        #expect(pause.seconds(after: 1, asked: 7, share: 0) == 7)
        #expect(pause.seconds(after: 1, asked: nil, share: 0) == 0.25)
    }
}
