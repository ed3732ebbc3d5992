import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct DenseOfferTests {
    @Test func `it is offered before the first verdict, with what it gains and loses`() throws {
        let round = AuditedRound(items: 4_000, errors: 0.1, seed: 51, nearLine: true)
        let offer = try #require(try round.accepted().offer)
        #expect(offer.basis == .assumed(share: 0.1))
        #expect(offer.simpleLabels == 200 && offer.labels <= 180 && offer.labelsIfEven >= 200)
        #expect(abs(offer.plan.share(offer.guess) - 0.1) < 0.02)
        #expect(offer.guess.near > offer.guess.far)
        let worth = try offer.worth(of: offer.labels)
        #expect(abs(worth.guessed - 200) <= 12 && worth.even <= 200)
        let lines = try round.report().lines
        #expect(lines.contains { $0.label == "denser near the lines" && $0.text.contains("if mistakes lie evenly") })
        // Near is about what the offer says.
        let queue = round.denseQueue(.accepted, offer.design)
        #expect(
            abs(Double(queue.nearSize) / Double(queue.size) - Double(offer.plan.near) / Double(offer.plan.size)) < 0.05
        )
    }

    @Test func `verdicts on other buckets say where mistakes are, and where they lie evenly nothing is offered`() throws
    {
        var even = AuditedRound(items: 4_000, errors: 0.25, seed: 52)
        for item in even.queue(.discarded).items.prefix(120) { even.label(item) }
        #expect(try even.accepted().offer == nil)
        var near = AuditedRound(items: 4_000, errors: 0, seed: 53)
        let close = SampleDesign(safetyBand: 0.05, helpBand: 0.05, floor: 1)
        for item in near.queue(.discarded).items.prefix(200) {
            let scores = near.columns.scores(ofKnown: Int(item))
            let isNear = close.isNear(safety: scores.safety, helpfulness: scores.helpfulness, at: near.thresholds)
            near.label(item, isNear && item % 2 == 0 ? .unsafe : .agree)
        }
        let offer = try #require(try near.accepted().offer)
        guard case .verdicts(labels: 200, wrong: _) = offer.basis else { return #expect(Bool(false), "\(offer.basis)") }
        #expect(offer.labels < offer.simpleLabels)
    }

    /// A design that follows from a bucket's own labels would make them say what it wants.
    @Test func `it is not offered once a bucket's sample has begun, nor for few items`() throws {
        var round = AuditedRound(items: 4_000, errors: 0.1, seed: 54)
        let first = round.queue(.accepted).items[0]
        round.label(first)
        #expect(try round.accepted().offer == nil)
        #expect(try round.report().buckets[0].offer != nil)
        var planned = AuditedRound(items: 4_000, errors: 0.1, seed: 55)
        planned.take(.certificate(planned.densePlan(100).text))
        #expect(try planned.accepted().offer == nil)
        var undone = AuditedRound(items: 4_000, errors: 0.1, seed: 56)
        undone.label(undone.queue(.accepted).items[0])
        let entry = try #require(undone.record.nextUndo(of: "ann")?.id)
        undone.take(.undo(entry))
        #expect(try undone.accepted().offer == nil)
        #expect(try AuditedRound(items: 150, errors: 0.1, seed: 57).report().buckets.allSatisfy { $0.offer == nil })
    }

    @Test func `items on one point are no nearer to a line than others`() throws {
        let round = AuditedRound(copies: (0..<500).map { _ in (count: 1, isWrong: false) }, seed: 58)
        #expect(try round.report().buckets.allSatisfy { $0.offer == nil })
    }
}
