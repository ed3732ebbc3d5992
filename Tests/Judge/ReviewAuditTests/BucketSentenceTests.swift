import AuditStatistics
import RoundModel
import Testing
import Verdicts

@testable import ReviewAudit

/// What a bucket's verdicts show, in a sentence.
struct BucketSentenceTests {
    /// A round with some of its accepted items checked, the first ones wrong.
    private static func accepted(
        of items: Int = 900,
        checked: Int,
        wrong: Int,
        unsure: Int = 0,
        planned: Int? = nil
    ) throws -> BucketAudit {
        var round = AuditedRound(items: items, errors: 0, seed: 61)
        if let planned {
            let plan = SamplePlan(.accepted, at: round.thresholds, seed: round.seed, labels: planned)
            round.take(.certificate(plan.text))
        }
        for (number, item) in round.queue(.accepted).items.prefix(checked).enumerated() {
            round.label(item, number < wrong ? .unsafe : number < wrong + unsure ? .unsure : .helpful)
        }
        return try #require(try round.report().buckets.first { $0.bucket == .accepted })
    }

    @Test func `the interval of the sentence is the one that may be watched, rounded outwards`() throws {
        let audit = try Self.accepted(checked: 30, wrong: 4)
        let interval = try #require(audit.errorRateWhileLabelling.estimate?.interval)
        let (lower, upper) = (Int((interval.lower * 100).rounded(.down)), Int((interval.upper * 100).rounded(.up)))
        #expect(
            audit.sentence
                == "30 checked, 4 wrong; the true error rate is likely between \(lower) % and \(upper) %."
        )
        let more = try #require(audit.claim?.more)
        #expect(audit.prospects.first == "\(more) more without a mistake would show that at most 5 % are wrong.")
    }

    /// A goal says beforehand what no mistake will show, and that is what is said then.
    @Test(arguments: [1, 20, 59]) func `no mistake shows what the goal promised`(_ checked: Int) throws {
        let audit = try Self.accepted(checked: checked, wrong: 0)
        let promise = try #require(SampleGoals(of: audit.size).meaning(of: checked))
        let limit = try #require(promise.split(separator: ",").dropFirst().first)
        #expect(audit.sentence == "\(checked) checked, none wrong; the true error rate is likely\(limit.dropLast(4)).")
    }

    @Test func `a claim is said once the sequence shows it`() throws {
        let audit = try Self.accepted(checked: 90, wrong: 0)
        #expect(audit.claim?.isShown == true)
        let shown = try #require(audit.claim?.shownAt)
        #expect(audit.prospects == ["At most 5 % are wrong, with 95 % confidence (shown by the first \(shown))."])
        #expect(try Self.accepted(checked: 30, wrong: 12).prospects[0].hasPrefix("More than 5 % are wrong; "))
        let census = try Self.accepted(of: 120, checked: 120, wrong: 5)
        #expect(census.sentence.hasPrefix("all \(census.size) checked, 5 wrong; the error rate is "))
        #expect(census.prospects[0].hasPrefix("More than 5 %"))
    }

    /// The rate of a planned number is that of so many, and watching it is no part of it.
    @Test func `the planned number is what its rate is of`() throws {
        let before = try Self.accepted(checked: 39, wrong: 2, planned: 40)
        #expect(before.prospects.contains("1 more complete the planned 40; the rate is then final."))
        let audit = try Self.accepted(checked: 40, wrong: 2, planned: 40)
        let fixed = try #require(audit.errorRate.estimate)
        #expect(
            audit.sentence == "40 checked, 2 wrong; the true error rate is likely \(LikelyText.text(fixed.interval))."
        )
        let later = try Self.accepted(checked: 50, wrong: 2, planned: 40)
        #expect(
            later.sentence.contains(
                "by the planned 40, the true error rate is likely \(LikelyText.text(fixed.interval))"
            )
        )
        let many = try Self.accepted(checked: 80, wrong: 2, planned: 40)
        let running = try #require(many.errorRateWhileLabelling.estimate)
        #expect(many.sentence.hasSuffix("the true error rate is likely \(LikelyText.text(running.interval))."))
    }

    @Test func `nothing checked, nobody could tell, nothing there`() throws {
        let none = try Self.accepted(checked: 0, wrong: 0)
        #expect(none.sentence == "none of \(none.size) items checked.")
        #expect(
            none.prospects.count == 1
                && none.prospects[0].hasSuffix(" without a mistake would show that at most 5 % are wrong.")
        )
        #expect(try Self.accepted(checked: 3, wrong: 0, unsure: 3).sentence == "3 checked, none wrong, 3 unsure.")
        let round = AuditedRound(items: 50, errors: 0, seed: 62)
        let empty = try round.report(at: Thresholds(adv: 0, safety: 2, help: 2)).buckets[Int(Bucket.accepted.rawValue)]
        #expect(empty.sentence == "no item at these thresholds." && empty.prospects.isEmpty)
    }

    /// The foot of a sample says what the evidence says of it: before the planned number is reached, then, and after.
    @Test(arguments: [(20, 0), (30, 4), (39, 2), (40, 2), (50, 2), (79, 3), (80, 2), (120, 5)], [nil, 40])
    func `the foot of a sample has the words and numbers of the sentence`(
        _ counts: (checked: Int, wrong: Int),
        _ planned: Int?
    ) throws {
        let audit = try Self.accepted(checked: counts.checked, wrong: counts.wrong, planned: planned)
        #expect(audit.soFar.label == "error rate" && audit.soFar.kind == .figure)
        let parts = audit.sentence.dropLast().split(separator: "; ")
        var rate = String(parts[1].replacing("the true error rate is ", with: ""))
        let isBehind = planned != nil && (41..<80).contains(counts.checked)
        #expect(rate.hasPrefix("by the planned 40, ") == isBehind)
        if isBehind { rate = rate.replacing("by the planned 40, ", with: "") + " by the planned 40" }
        #expect(audit.soFar.text == "\(rate) (\(parts[0]))")
        // The report's bars are drawn of the same.
        let shown = try #require(audit.shownRate)
        #expect(rate.hasPrefix("likely \(LikelyText.text(shown.interval))"))
    }

    /// Whoever reads the sentence at every number of labels is misled at most as often as it says, though it takes one of two
    /// intervals: exactly, by following every number of mistakes.
    @Test(arguments: [(80, 5), (120, 7), (150, 8), (120, 20)])
    func `a sentence that is watched is ever wrong at most once in twenty`(_ size: Int, _ truth: Int) throws {
        let rate = Double(truth) / Double(size)
        let population = AuditPopulation(.bucket(.accepted), size: size)
        var still = [1.0]
        var misled = 0.0
        for n in 1...size {
            var next = [Double](repeating: 0, count: n + 1)
            for (x, mass) in still.enumerated() where mass > 0 {
                let wrong = Double(truth - x) / Double(size - n + 1)
                next[x] += mass * (1 - wrong)
                next[x + 1] += mass * max(0, wrong)
            }
            for x in next.indices where next[x] > 1e-9 {
                let interval: Interval
                if x == 0 {
                    let labels = repeatElement(false, count: n)
                    let claim = try LimitClaim(population, labels: labels, atMost: BucketAudit.limit, alpha: 0.05)
                    interval = Interval(lower: 0, upper: claim.upperBound)
                } else {
                    let check = try BucketCheck(population, checked: n, wrong: x)
                    interval = try #require(try check.errorRate(alpha: 0.05, .labelling).estimate).interval
                }
                if !interval.contains(rate) {
                    misled += next[x]
                    next[x] = 0
                }
            }
            still = next
        }
        #expect(misled <= 0.05)
    }
}
