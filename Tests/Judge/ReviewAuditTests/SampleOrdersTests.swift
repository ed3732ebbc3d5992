import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewAudit

/// The beginnings of the buckets' orders that are kept between verdicts.
struct SampleOrdersTests {
    @Test func `what is kept is what a pass would find, however far, at whatever thresholds`() {
        let round = AuditedRound(items: 9_000, errors: 0, seed: 17, contents: 7_000)
        let orders = SampleOrders()
        var random = SeededGenerator(seed: 18)
        let thetas = [0.5, 0.6, 0.7, 0.55, 0.65].map { Thresholds(adv: 0.3, safety: $0, help: 0.4) }
        var ends: [Double?] = [nil, nil, nil]
        for step in 0..<120 {
            // A sample grows verdict by verdict, and some are taken back.
            let at = Int.random(in: 0..<3, using: &random)
            let longer = (ends[at] ?? 0) + Double.random(in: 0..<0.03, using: &random)
            ends[at] = step % 11 == 10 ? nil : min(1, longer)
            let theta = step % 4 == 3 ? thetas.randomElement(using: &random) ?? thetas[0] : thetas[0]
            let seed: UInt64 = step % 17 == 16 ? 6 : 5
            let expected = EstimationQueue.distinctQueues(
                upTo: ends,
                at: theta,
                in: round.columns,
                keys: round.keys,
                seed: seed
            )
            let found = orders.queues(upTo: ends, at: theta, in: round.columns, keys: round.keys, seed: seed)
            #expect(found == expected, "\(step)")
        }
    }

    /// Each verdict of a review asks for the evidence anew.
    @Test func `evidence with orders of before is the same as without`() throws {
        var round = AuditedRound(items: 3_000, errors: 0.1, seed: 19)
        let orders = SampleOrders()
        let items = round.queue(.accepted).items.prefix(60)
        for (number, item) in items.enumerated() {
            round.label(item)
            guard number % 6 == 0 else { continue }
            let source = AuditSource(
                round.record.items,
                items: SharedMap(round.items),
                in: round.columns,
                keys: round.keys,
                seed: round.seed,
                plans: SamplePlans(round.record),
                orders: orders
            )
            let kept = try AuditReport.buckets(source, at: round.thresholds)
            #expect(try kept == AuditReport.buckets(AuditSource(of: round.judged), at: round.thresholds))
        }
    }
}
