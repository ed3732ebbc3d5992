import RoundModel
import Testing
import Verdicts

struct ReviewQueueTests {
    @Test(arguments: [
        ReviewQueue.estimation(.accepted), .estimation(.adversarial), .hunt, .list, .settlement, .certificate,
        .repetition(.discarded),
    ]) func `queues are read as they are written`(_ queue: ReviewQueue) {
        #expect(ReviewQueue(queue.text) == queue)
        #expect(ReviewQueue(queue.text + " ") == nil)
    }
}
