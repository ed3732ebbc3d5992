import Basics
import Dispatch
import ReviewSession
import Synchronization
import Testing

@testable import ReviewApp

struct WorkLaneTests {
    @Test func `work is counted until it is done, also where it is replaced`() async {
        let work = WorkCount()
        #expect(work.isIdle)
        let lane = WorkLane("test", .newest, work: work)
        let gate = DispatchSemaphore(value: 0)
        await withCheckedContinuation { continuation in
            work.whenIdle { continuation.resume() }
            lane.start { _ in gate.wait() }
            for _ in 0..<10 { lane.start { _ in } }
            #expect(!work.isIdle)
            gate.signal()
        }
        #expect(work.isIdle)
    }

    /// Has three pieces done, the second and third of which come while the first is at work, and tells which were.
    private func done(_ rule: Lane.Rule) -> [Int] {
        let lane = WorkLane("test", rule, work: WorkCount())
        let (began, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let done = Mutex<[Int]>([])
        lane.start { _ in
            began.signal()
            gate.wait()
            done.withLock { $0.append(1) }
        }
        began.wait()
        for number in 2...3 { lane.start { _ in done.withLock { $0.append(number) } } }
        #expect(lane.isBusy)
        gate.signal()
        lane.sync {}
        #expect(!lane.isBusy)
        return done.withLock { $0 }
    }

    @Test func `a lane does all in order, or of what waits the newest`() {
        #expect(done(.inOrder) == [1, 2, 3])
        #expect(done(.newest) == [1, 3])
    }

    @Test func `what is stopped is told, and so is what waits`() {
        let lane = WorkLane("test", .inOrder, work: WorkCount())
        let (began, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let stopped = Mutex<[Bool]>([])
        lane.start { stop in
            began.signal()
            gate.wait()
            stopped.withLock { $0.append(stop.isCancelled) }
        }
        lane.start { stop in stopped.withLock { $0.append(stop.isCancelled) } }
        began.wait()
        lane.stop()
        lane.start { stop in stopped.withLock { $0.append(stop.isCancelled) } }
        gate.signal()
        lane.sync {}
        #expect(stopped.withLock { $0 } == [true, true, false])
    }
}
