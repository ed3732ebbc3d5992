import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct AuditReportTests {
    private static func bucket(_ bucket: Bucket, _ report: AuditReport) -> BucketAudit {
        report.buckets[Int(bucket.rawValue)]
    }

    @Test(arguments: 0..<6) func `counts are those of the plain prefix`(_ seed: UInt64) throws {
        var round = AuditedRound(items: 300, errors: 0.2, seed: seed)
        let queue = round.queue(.accepted)
        for item in queue.items.prefix(25) { round.label(item) }
        // Behind a gap, and outside of any sample.
        for item in queue.items[27..<31] { round.label(item) }
        round.label(queue.items[40], queue: .hunt, isBlind: false)
        let audit = Self.bucket(.accepted, try round.report())
        #expect(audit.size == round.members(.accepted).count)
        #expect(audit.sampled == 25)
        #expect(audit.wrong == queue.items.prefix(25).count { round.truth[Int($0)] != .accepted })
        #expect(audit.gaps == Array(queue.items[25..<27]))
        #expect(audit.gapCount == 2)
        #expect(audit.waiting == 4)
        #expect(audit.hunted == 1)
        let expected = try BucketCheck(
            AuditPopulation(.bucket(.accepted), size: audit.size),
            checked: 25,
            wrong: audit.wrong
        )
        #expect(audit.errorRate == (try expected.errorRate(alpha: 0.05, .done)))
        #expect(audit.errorRateWhileLabelling == (try expected.errorRate(alpha: 0.05, .labelling)))
        for item in queue.items[25..<27] { round.label(item) }
        #expect(Self.bucket(.accepted, try round.report()).sampled == 31)
    }

    /// A copy of what was judged has its label wherever it stands, and nothing waits for the items before it.
    @Test func `labels of copies wait for nothing`() throws {
        var round = AuditedRound(items: 300, errors: 0.1, seed: 9, contents: 60)
        for item in round.queue(.accepted).items.prefix(5) { round.label(item) }
        for audit in try round.report().buckets {
            #expect(audit.waiting == 0 && audit.gapCount == 0 && audit.waitingText == nil)
        }
        #expect(Self.bucket(.accepted, try round.report()).sampled >= 5)
    }

    @Test func `a move of theta loses no label`() throws {
        var round = AuditedRound(items: 400, errors: 0.1, seed: 3)
        for item in round.queue(.accepted).items.prefix(40) { round.label(item) }
        let stricter = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)
        let audit = Self.bucket(.accepted, try round.report(at: stricter))
        let inside = round.queue(.accepted).items.prefix(40).count {
            round.columns.scores(ofKnown: Int($0)).safety > 0.8
        }
        // What is left of a prefix is a prefix.
        #expect(audit.sampled == inside)
        #expect(audit.gapCount == 0)
        let looser = Thresholds(adv: 0.3, safety: 0.4, help: 0.4)
        let more = Self.bucket(.accepted, try round.report(at: looser))
        #expect(more.sampled + more.waiting == 40)
        #expect(more.gapCount > 0)
    }

    @Test func `without labels it says how many are missing`() throws {
        let report = try AuditedRound(items: 200, errors: 0.1, seed: 1).report()
        for audit in report.buckets {
            #expect(audit.errorRate == .missing(labels: 1))
            #expect(audit.claim?.isShown == false && audit.claim?.more ?? 0 > 0)
            #expect(audit.toEstimate > 0)
        }
        #expect(report.agreement.accuracy.estimate == nil)
        #expect(report.agreement.safetyArea == .missing(labels: 4))
        #expect(report.reviewers.krippendorff == .noItems)
    }

    @Test func `one label and all one way have their figures`() throws {
        var round = AuditedRound(items: 200, errors: 0, seed: 2)
        let queue = round.queue(.accepted)
        round.label(queue.items[0])
        let one = try #require(Self.bucket(.accepted, try round.report()).errorRate.estimate)
        #expect(one.value == 0)
        #expect(one.interval.upper > 0.9)
        for item in queue.items.dropFirst() { round.label(item) }
        let all = Self.bucket(.accepted, try round.report())
        #expect(all.errorRate.estimate?.method == .census)
        #expect(all.claim?.isShown == true && all.claim?.more == 0 && all.claim?.upperBound == 0)
        #expect(all.errorRate.estimate?.interval == Interval(lower: 0, upper: 0))
        #expect(try round.report().agreement.safetyArea.estimate == nil)
    }

    @Test func `an empty bucket has no rate`() throws {
        let round = AuditedRound(items: 50, errors: 0, seed: 2)
        let report = try round.report(at: Thresholds(adv: 0.3, safety: 2, help: 0.4))
        #expect(Self.bucket(.accepted, report).size == 0)
        #expect(Self.bucket(.accepted, report).errorRate == .noItems)
    }

    @Test func `unsure stays in the sample and skip does not`() throws {
        var round = AuditedRound(items: 200, errors: 0, seed: 5)
        let items = round.queue(.accepted).items
        round.label(items[0])
        round.label(items[1], .unsure)
        round.label(items[2], .skip)
        round.label(items[3])
        let audit = Self.bucket(.accepted, try round.report())
        #expect(audit.sampled == 2)
        #expect(audit.unsure == 1)
        #expect(audit.gaps == [items[2]])
    }

    /// The order counts: what the first labels showed stays shown.
    @Test func `that few are wrong is shown by the sample in its order, with unsure ones as wrong`() throws {
        var round = AuditedRound(items: 4_000, errors: 0, seed: 8)
        let items = round.queue(.accepted).items
        for item in items.prefix(80) { round.label(item) }
        let before = try #require(Self.bucket(.accepted, try round.report()).claim)
        let more = try #require(before.more)
        #expect(!before.isShown && more > 0 && more < 10 && before.upperBound > 0.05)
        let counts = "n = 80 of \(DecimalText.grouped(items.count)), 0 wrong or unsure"
        #expect(before.line.text.hasPrefix("not shown: \(counts)"))
        for item in items[80..<(80 + more)] { round.label(item) }
        let shown = try #require(Self.bucket(.accepted, try round.report()).claim)
        #expect(shown.isShown && shown.upperBound <= 0.05)
        #expect(shown.line.text.hasSuffix("at most 5.0 % wrong with 95 % confidence, however often you look"))
        // Nobody could tell: these might be mistakes, and they come too late to unsay it.
        for item in items[(80 + more)..<(84 + more)] { round.label(item, .unsure) }
        let later = try #require(Self.bucket(.accepted, try round.report()).claim)
        #expect(later.shownAt == 80 + more && later.wrong == 4 && later.upperBound == shown.upperBound)
        #expect(later.line.text.hasPrefix("shown after \(80 + more): n = \(84 + more)"))
        // Had they come first, nothing would be shown.
        var other = AuditedRound(items: 4_000, errors: 0, seed: 8)
        for item in items.prefix(4) { other.label(item, .unsure) }
        for item in items[4..<(84 + more)] { other.label(item) }
        #expect(try Self.bucket(.accepted, other.report()).claim?.isShown == false)
    }

    @Test func `open answers say nothing about agreement`() throws {
        var round = AuditedRound(items: 300, errors: 0.3, seed: 6)
        for bucket in Bucket.allCases {
            for (number, item) in round.queue(bucket).items.prefix(20).enumerated() {
                round.label(item, isBlind: number % 2 == 0)
            }
        }
        let agreement = try round.report().agreement
        #expect(agreement.labels == 30)
        #expect(agreement.counts.map { $0.reduce(0, +) } == [10, 10, 10])
        let accuracy = try #require(agreement.accuracy.estimate)
        let weights = Bucket.allCases.map { Double(round.members($0).count) / 300 }
        let expected = zip(weights, agreement.counts.enumerated()).reduce(0) { sum, part in
            sum + part.0 * Double(part.1.element[part.1.offset]) / 10
        }
        #expect(abs(accuracy.value - expected) < 1e-12)
    }

    @Test func `several reviewers are compared`() throws {
        var round = AuditedRound(items: 300, errors: 0.2, seed: 7)
        for (number, item) in round.queue(.accepted).items.prefix(40).enumerated() {
            round.label(item, by: "ann")
            round.label(item, number % 4 == 0 ? .unsafe : .helpful, by: "bob")
        }
        let reviewers = try round.report().reviewers
        #expect(reviewers.answers == ["ann": 40, "bob": 40])
        #expect(reviewers.overlap == 40)
        #expect(reviewers.contested > 0)
        #expect(reviewers.pairs.map(\.items) == [40])
        #expect(reviewers.krippendorff.estimate != nil)
    }

    /// Who opens what somebody judged, and reads their verdict first, agrees with them for that reason.
    @Test func `agreement among reviewers counts blind first verdicts alone`() throws {
        var round = AuditedRound(items: 300, errors: 0.2, seed: 7)
        let items = round.queue(.accepted).items
        for item in items.prefix(40) {
            round.label(item, by: "ann", queue: .list, isBlind: false)
            round.label(item, by: "bob", queue: .list, isBlind: false)
        }
        let open = try round.report().reviewers
        #expect(open.krippendorff == .missing(labels: 2))
        #expect(open.overlap == 40 && open.compared == 0)
        #expect(open.manners == [.callInSight: 40, .afterAnothers: 40])
        #expect(open.pairs.allSatisfy { $0.items == 0 })
        for (number, item) in items.dropFirst(40).prefix(20).enumerated() {
            round.label(item, .helpful, by: "ann")
            round.label(item, number % 2 == 0 ? .unsafe : .helpful, by: "bob")
            // What was changed since says nothing of what they said on their own.
            round.label(item, .helpful, by: "bob", queue: .list, isBlind: false)
        }
        let blind = try round.report().reviewers
        #expect(blind.compared == 20 && blind.changed == 10)
        #expect(blind.pairs.map(\.items) == [20])
        #expect(try #require(blind.krippendorff.estimate).value < 0.5)
    }

    @Test func `a call that was seen before the verdict was given anew is no part of agreement`() throws {
        var round = AuditedRound(items: 300, errors: 0.3, seed: 8)
        let items = round.queue(.accepted).items
        for item in items.prefix(20) { round.label(item) }
        let before = try round.report()
        for item in items.prefix(20) { round.label(item, .helpful) }
        let after = try round.report()
        #expect(after.agreement.counts == before.agreement.counts)
        // The rates follow what is said last in the sample.
        #expect(Self.bucket(.accepted, after).wrong == 0 && Self.bucket(.accepted, before).wrong > 0)
    }

    @Test(arguments: [0, 1, -0.1, 1.5, .nan]) func `alpha lies between none and one`(_ alpha: Double) {
        #expect(throws: AuditError.self) {
            try AuditedRound(items: 10, errors: 0, seed: 1).report(alpha: alpha)
        }
    }

    /// Samples of rounds with a known truth: the interval misses it with probability α at most, by simulation.
    @Test(arguments: [0.02, 0.1, 0.4]) func `intervals hold the truth as often as they say`(_ errors: Double) throws {
        let rounds = 200
        var missed = 0
        var missedWhileLabelling = 0
        for seed in 0..<rounds {
            var round = AuditedRound(items: 400, errors: errors, seed: UInt64(1_000 + seed))
            let members = round.members(.accepted)
            let truth = Double(members.count { round.truth[Int($0)] != .accepted }) / Double(members.count)
            var isMissed = false
            for (number, item) in round.queue(.accepted).items.prefix(40).enumerated() {
                round.label(item)
                guard number % 8 == 7 else { continue }
                let audit = Self.bucket(.accepted, try round.report())
                let live = try #require(audit.errorRateWhileLabelling.estimate)
                if !live.interval.contains(truth) { isMissed = true }
                if number == 39 {
                    let done = try #require(audit.errorRate.estimate)
                    if !done.interval.contains(truth) { missed += 1 }
                }
            }
            if isMissed { missedWhileLabelling += 1 }
        }
        // α, and three standard errors of so many rounds.
        let allowed = Double(rounds) * 0.05 + 3 * (Double(rounds) * 0.05 * 0.95).squareRoot()
        #expect(Double(missed) <= allowed)
        #expect(Double(missedWhileLabelling) <= allowed)
    }
}
