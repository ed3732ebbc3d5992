import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

struct DenseSampleTests {
    @Test func `near is what another call would come of if its scores were a little off`() {
        let theta = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)
        let design = SampleDesign(safetyBand: 0.1, helpBand: 0.05, floor: 0.25)
        func isNear(_ safety: Double, _ help: Double) -> Bool {
            design.isNear(safety: safety, helpfulness: help, at: theta)
        }
        #expect(isNear(0.65, 0.9) && isNear(0.9, 0.42) && !isNear(0.9, 0.9))
        #expect(isNear(0.25, 0.9) && !isNear(0.1, 0.4))
        // Its helpfulness is near the line, and changes nothing: it is not safe by far.
        #expect(!isNear(0.45, 0.41) && isNear(0.55, 0.41))
        #expect(SampleDesign(safetyBand: 0, helpBand: 0, floor: 0).floor > 0)
    }

    /// Every beginning of the order holds the first of each stratum, so it is a simple random sample of each.
    @Test func `the order is that of the permanent numbers in each stratum, and denser near the lines`() {
        let round = AuditedRound(items: 6_000, errors: 0.1, seed: 41, contents: 4_000)
        let queue = round.denseQueue()
        let simple = round.queue(.accepted)
        #expect(queue.size == simple.size && Set(queue.items) == Set(simple.items))
        #expect(queue.nearSize == queue.items.count { round.isNear($0) } && queue.nearSize > 0)
        for isNear in [true, false] {
            let part = queue.items.filter { round.isNear($0) == isNear }
            #expect(part == simple.items.filter { round.isNear($0) == isNear })
        }
        let beginning = queue.items.prefix(300)
        let near = beginning.count { round.isNear($0) }
        let (dense, rare) = (
            Double(near) / Double(queue.nearSize), Double(300 - near) / Double(queue.size - queue.nearSize)
        )
        #expect(rare > 0 && abs(rare / dense - 0.25) < 0.1)
    }

    @Test func `its figure comes with the planned number, weighs the strata, and is final`() throws {
        var round = AuditedRound(items: 3_000, errors: 0.1, seed: 42, nearLine: true)
        round.labelDensely(70, planned: 120)
        let before = try round.accepted()
        #expect(before.planned == .labels(120) && before.errorRate == .missing(labels: 50))
        #expect(before.sampled == 70 && before.waiting == 0 && before.gapCount == 0)
        let queue = round.denseQueue()
        let items = queue.items.prefix(120)
        for item in items.dropFirst(70) { round.label(item) }
        let audit = try round.accepted()
        let strata = try [true, false].map { isNear in
            let part = items.filter { round.isNear($0) == isNear }
            return try FiniteSample(
                population: isNear ? queue.nearSize : queue.size - queue.nearSize,
                checked: part.count,
                wrong: part.count { round.truth[Int($0)] != .accepted }
            )
        }
        let estimate = try #require(audit.errorRate.estimate)
        let check = try StrataCheck(strata)
        #expect(estimate.interval == (try check.inversion(alpha: 0.05)).shares(of: queue.size))
        #expect(abs(estimate.value - check.total / Double(queue.size)) < 1e-12)
        #expect(estimate.labels == 120 && estimate.method == .stratifiedHypergeometric)
        let running = try #require(audit.errorRateWhileLabelling.estimate)
        #expect(running.interval == (try check.confidenceSequence(alpha: 0.05)).shares(of: queue.size))
        #expect(running.method == .stratifiedSequence && running.method.holdsAtAnyTime)
        let dense = try #require(audit.dense)
        #expect(dense.near.checked == strata[0].checked && dense.far.size == strata[1].population)
        #expect(dense.near.probability == Double(strata[0].checked) / Double(queue.nearSize))
        for item in queue.items[120..<160] { round.label(item) }
        #expect(try round.accepted().errorRate == audit.errorRate)
        #expect(try round.accepted().errorRateWhileLabelling.estimate?.labels == 160)
        // The set that is exported is stated by the same sample.
        #expect(try round.accepted().exported.errorRate.estimate?.method == .stratifiedSequence)
    }

    @Test func `weights stay what they are when θ moves`() throws {
        var round = AuditedRound(items: 3_000, errors: 0.1, seed: 43, nearLine: true)
        round.labelDensely(150)
        let audit = try round.accepted()
        let stricter = Thresholds(adv: 0.3, safety: 0.7, help: 0.4)
        let moved = try round.accepted(at: stricter)
        #expect(moved.dense == nil && moved.planned == .elsewhere)
        #expect(try round.accepted() == audit)
        // What was drawn evenly is a sample at any thresholds: the beginning of the simple order.
        let simple = round.queue(.accepted).items
        let labelled = Set(round.denseQueue().items.prefix(150))
        let evenly = simple.prefix { labelled.contains($0) }.count
        #expect(audit.claim?.labels == evenly && evenly > 10)
        #expect(try round.report().agreement.labels == evenly)
    }

    @Test func `labels of a simple sample count, and what it left out is asked for`() throws {
        var round = AuditedRound(items: 3_000, errors: 0.1, seed: 44, nearLine: true)
        round.take(.certificate(round.densePlan(100).text))
        for item in round.queue(.accepted).items.prefix(40) { round.label(item) }
        let audit = try round.accepted()
        #expect(audit.sampled + audit.waiting == 40 && audit.gapCount > 0)
        for item in round.denseQueue().items.prefix(100) { round.label(item) }
        #expect(try round.accepted().errorRate.estimate?.labels == 100)
    }

    @Test func `what was deleted, looked at again or brought in changes no weight`() throws {
        var round = AuditedRound(items: 3_000, errors: 0.1, seed: 45, nearLine: true)
        round.labelDensely(120)
        let audit = try round.accepted()
        let items = round.denseQueue().items.prefix(120)
        let wrong = items.filter { round.truth[Int($0)] != .accepted }
        for item in wrong { round.label(item, queue: .list, isBlind: false) }
        #expect(try round.accepted().errorRate == audit.errorRate)
        let lost = try round.report(without: Set(wrong)).buckets[Int(Bucket.accepted.rawValue)]
        #expect(lost.dense != nil && lost.lost.checked == wrong.count && lost.sampled == 120)
        let (before, after) = (
            try #require(audit.exported.errorRate.estimate), try #require(lost.exported.errorRate.estimate)
        )
        #expect(abs(before.interval.upper - after.interval.upper) < 0.01)
    }

    @Test func `a plan is kept, and one that was changed by hand is none`() throws {
        let round = AuditedRound(items: 900, errors: 0.1, seed: 46)
        let plan = round.densePlan(80)
        func plans(_ text: String) -> SamplePlans {
            var other = round
            other.take(.certificate(text))
            return SamplePlans(other.record)
        }
        let text = plan.text
        #expect(plans(text).plan(of: .accepted, at: round.thresholds, seed: round.seed) == plan)
        #expect(plan.digest != round.densePlan(81).digest && text.contains(plan.digest))
        let edited = text.replacing("\"floor\":0.25", with: "\"floor\":0.5")
        #expect(edited != text)
        #expect(plans(edited).planned(.accepted, at: round.thresholds, seed: round.seed) == .never)
        // A simple sample's plan is what it was, so that earlier programs read it.
        let simple = SamplePlan(.accepted, at: round.thresholds, seed: round.seed, labels: 80).text
        #expect(simple.contains("\"version\":1") && !simple.contains("design"))
        #expect(text.contains("\"version\":2"))
    }
}
