import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct SelectionAuditTests {
    private static let stricter = Thresholds(adv: 0.2, safety: 0.75, help: 0.5)

    private static func labelled(_ count: Int, seed: UInt64, items: Int = 400) -> AuditedRound {
        var round = AuditedRound(items: items, errors: 0.2, seed: seed)
        for bucket in Bucket.allCases {
            for item in round.queue(bucket).items.prefix(count) { round.label(item) }
        }
        return round
    }

    private static func accepted(_ report: AuditReport) -> SelectionAudit { report.selections[1] }

    private static func bucket(_ item: UInt32, _ round: AuditedRound, _ theta: Thresholds) -> Bucket {
        let scores = round.columns.scores(ofKnown: Int(item))
        return theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }

    @Test func `at the thresholds of the sample it is the buckets share`() throws {
        let report = try Self.labelled(40, seed: 1).report()
        let precision = try #require(Self.accepted(report).precision.estimate)
        let wrong = try #require(report.buckets[1].errorRate.estimate)
        #expect(abs(precision.value - (1 - wrong.value)) < 1e-12)
        #expect(precision.population.set == .bucket(.accepted))
        #expect(report.drawnAt == report.thresholds)
        #expect(report.others.isEmpty)
    }

    /// Everything labelled: precision and recall are what counting says, at any thresholds.
    @Test(arguments: [Self.stricter, Thresholds(adv: 0.4, safety: 0.5, help: 0.2)])
    func `all labelled is counting`(_ theta: Thresholds) throws {
        let round = Self.labelled(400, seed: 2)
        let report = try round.report(at: theta)
        let all = 0..<UInt32(400)
        let taken = all.filter { Self.bucket($0, round, theta) == .accepted }
        let right = all.filter { round.truth[Int($0)] == .accepted }
        let both = taken.filter { round.truth[Int($0)] == .accepted }
        let precision = try #require(Self.accepted(report).precision.estimate)
        let recall = try #require(Self.accepted(report).recall.estimate)
        #expect(abs(precision.value - Double(both.count) / Double(taken.count)) < 1e-12)
        #expect(abs(recall.value - Double(both.count) / Double(right.count)) < 1e-12)
    }

    /// Labels that wait for gaps at the present thresholds still speak from where they were drawn.
    @Test func `away from the sample the labels are taken from where they were drawn`() throws {
        let round = Self.labelled(40, seed: 3)
        let looser = Thresholds(adv: 0.3, safety: 0.45, help: 0.2)
        let report = try round.report(at: looser)
        #expect(report.buckets.contains { $0.waiting > 0 })
        #expect(report.drawnAt == round.thresholds)
        let precision = try #require(Self.accepted(report).precision.estimate)
        #expect(precision.population.set == .bucketAt(.accepted, looser))
        #expect(precision.population.size == report.buckets[1].size)
    }

    @Test func `other thresholds are told of the same sample`() throws {
        let round = Self.labelled(40, seed: 4)
        let report = try round.report(others: [Self.stricter])
        #expect(report.others.map(\.bucket) == [.adversarial, .accepted])
        #expect(report.others.allSatisfy { $0.thresholds == Self.stricter })
        #expect(report.others == (try round.report(at: Self.stricter).selections))
    }

    @Test func `without labels they are missing`() throws {
        let report = try AuditedRound(items: 100, errors: 0, seed: 5).report()
        for selection in report.selections {
            #expect(selection.precision.estimate == nil && selection.recall.estimate == nil)
        }
    }

    /// Rounds with a known truth: the intervals miss it with probability α at most, by simulation.
    @Test func `intervals hold the truth as often as they say`() throws {
        let rounds = 200
        var missed = (precision: 0, recall: 0)
        for seed in 0..<rounds {
            let round = Self.labelled(40, seed: UInt64(5_000 + seed))
            let all = 0..<UInt32(400)
            let taken = all.filter { Self.bucket($0, round, Self.stricter) == .accepted }
            let right = all.filter { round.truth[Int($0)] == .accepted }
            let both = Double(taken.filter { round.truth[Int($0)] == .accepted }.count)
            let selection = Self.accepted(try round.report(at: Self.stricter))
            if let precision = selection.precision.estimate,
                !precision.interval.contains(both / Double(taken.count))
            {
                missed.precision += 1
            }
            if let recall = selection.recall.estimate, !recall.interval.contains(both / Double(right.count)) {
                missed.recall += 1
            }
        }
        let allowed = Double(rounds) * 0.05 + 3 * (Double(rounds) * 0.05 * 0.95).squareRoot()
        #expect(Double(missed.precision) <= allowed)
        #expect(Double(missed.recall) <= allowed)
    }
}

struct PromptClusterTests {
    /// Five responses to each prompt, on which the rule is right for all or wrong for all.
    private static func round(seed: UInt64) -> AuditedRound {
        var round = AuditedRound(items: 300, errors: 0, seed: seed)
        for bucket in Bucket.allCases {
            for item in round.queue(bucket).items.prefix(40) {
                let answer: Answer? = (item / 5) % 4 == 0 ? .unsure : nil
                round.label(item, answer == nil ? nil : bucket == .adversarial ? .helpful : .unsafe)
            }
        }
        return round
    }

    /// Items are drawn, not prompts: a simple random sample of them needs nothing else.
    @Test func `prompts with several responses change no interval`() throws {
        let round = Self.round(seed: 4)
        let plain = try round.report().agreement
        #expect(plain.prompts == plain.labels)
        let prompts = (0..<UInt32(300)).reduce(into: [UInt32: UInt64]()) { $0[$1] = UInt64($1 / 5) }
        var clustered = try round.report(prompts: prompts).agreement
        #expect(clustered.prompts < clustered.labels)
        clustered.prompts = plain.prompts
        #expect(clustered == plain)
        for figure in [
            plain.accuracy, plain.kappa, plain.falselyAdversarial, plain.falselyAccepted, plain.safetyArea,
            plain.safetyRanks, plain.helpfulnessArea,
        ] { #expect(try #require(figure.estimate).interval.width > 0) }
    }

    /// Sixty blind verdicts, no mistake: the intervals of the design, whether or not prompts repeat.
    @Test func `without a mistake no interval is a point`() throws {
        var round = AuditedRound(items: 900, errors: 0, seed: 8)
        for bucket in Bucket.allCases { for item in round.queue(bucket).items.prefix(20) { round.label(item) } }
        let prompts = (0..<UInt32(900)).reduce(into: [UInt32: UInt64]()) { $0[$1] = UInt64($1 / 3) }
        let agreement = try round.report(prompts: prompts).agreement
        for (figure, value) in [
            (agreement.accuracy, 1.0), (agreement.kappa, 1), (agreement.falselyAdversarial, 0),
            (agreement.falselyAccepted, 0), (agreement.safetyArea, 1),
        ] {
            let estimate = try #require(figure.estimate)
            #expect(estimate.value == value && estimate.interval.width > 0.05 && estimate.interval.width < 0.6)
        }
    }
}
