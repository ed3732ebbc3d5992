import ReviewSession
import Testing

@testable import ReviewApp

@Suite struct FramePatienceTests {
    private let start = ContinuousClock.now

    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    @Test func `what is quick is waited for, and no longer than a frame may take`() {
        var patience = FramePatience()
        #expect(patience.left(at: at(0)) == 0)
        patience.note(.list, isNew: true, at: at(0))
        #expect(patience.left(at: at(0)) == 8)
        #expect(patience.left(at: at(3)) == 5)
        #expect(patience.left(at: at(8)) == 0)
        #expect(patience.left(at: at(20)) == 0)
        patience.note(nil, isNew: false, at: at(5))
        #expect(patience.left(at: at(5)) == 0)
        patience.note(.list, isNew: true, at: at(100))
        #expect(patience.left(at: at(100)) == 8)
    }

    @Test func `what took too long is not waited for until it is quick again`() {
        var patience = FramePatience()
        patience.note(.list, isNew: true, at: at(0))
        patience.note(nil, isNew: false, at: at(50))
        patience.note(.list, isNew: true, at: at(100))
        #expect(patience.left(at: at(100)) == 0)
        // Another part has its own time.
        patience.note(nil, isNew: false, at: at(104))
        patience.note(.texts, isNew: true, at: at(200))
        #expect(patience.left(at: at(200)) == 8)
        patience.note(nil, isNew: false, at: at(201))
        patience.note(.list, isNew: true, at: at(300))
        #expect(patience.left(at: at(300)) == 8)
    }

    @Test func `keys that come before anything is finished are not held back for it`() {
        var patience = FramePatience()
        for key in 0..<10 {
            patience.note(.list, isNew: true, at: at(33 * key))
            patience.note(.list, isNew: false, at: at(33 * key + 1))
            #expect(patience.left(at: at(33 * key + 1)) == (key == 0 ? 7 : 0))
        }
    }

    @Test func `rows and their texts are one wait`() {
        var patience = FramePatience()
        patience.note(.list, isNew: true, at: at(0))
        patience.note(.texts, isNew: false, at: at(6))
        #expect(patience.left(at: at(6)) == 2)
    }
}
