import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

struct CertificateStatusTests {
    private static func certified(errors: Double = 0, labels: Int? = nil, isAtAnyTime: Bool = false) throws
        -> CertifiedRound
    {
        try CertifiedRound(
            AuditedRound(items: 600, errors: errors, seed: 12),
            CertificateWish(alpha: 0.05, delta: 0.05, labels: labels, isAtAnyTime: isAtAnyTime)
        )
    }

    @Test func `without a label all are missing`() throws {
        let certified = try Self.certified()
        let status = try certified.status()
        #expect(status.missing == certified.sample.items)
        #expect(status.missing.count == certified.plan.sampleSize)
        #expect(status.passed == nil)
        #expect(!status.isSettled)
        #expect(status.certificate.outcome == .unfinished(missing: certified.plan.sampleSize))
        #expect(status.result == ["no result yet: judge every item of the sample first"])
    }

    @Test func `one label is one less`() throws {
        var certified = try Self.certified()
        certified.label(0..<1)
        let status = try certified.status()
        #expect(status.missing == Array(certified.sample.items.dropFirst()))
        #expect(status.certificate.labels == 1)
        #expect(status.progress.hasPrefix("1 of "))
    }

    @Test func `all right certifies the loosest`() throws {
        var certified = try Self.certified()
        let count = certified.plan.sampleSize
        certified.label(0..<count, .helpful)
        let status = try certified.status()
        #expect(status.isSettled)
        let passed = try #require(status.passed)
        #expect(passed.thresholds == certified.plan.plan.loosest)
        #expect(passed.size == certified.plan.population)
        #expect(passed.finding.checked == count)
        #expect(passed.finding.wrong == 0)
        #expect(status.result[0].contains("certified: θ safety"))
        #expect(status.result[1].contains("n = \(count), x = 0 wrong, p = "))
        // As the plain formulas have it.
        let sample = try FiniteSample(population: passed.size, checked: count, wrong: 0)
        #expect(passed.finding.pValue == (try RiskPValue.hypergeometric(sample, alpha: 0.05)))
    }

    @Test func `all wrong certifies nothing and says so`() throws {
        var certified = try Self.certified()
        certified.label(0..<certified.plan.sampleSize, .unsafe)
        let status = try certified.status()
        #expect(status.isSettled)
        #expect(status.passed == nil)
        #expect(status.certificate.outcome == .notCertified(atLeast: nil))
        #expect(status.result[0].contains("not certified, "))
        #expect(status.result[0].contains("no number of further verdicts"))
    }

    @Test func `some mistakes too many say how many labels more`() throws {
        var certified = try Self.certified()
        let count = certified.plan.sampleSize
        certified.label(0..<6, .unsafe)
        certified.label(6..<count, .helpful)
        let status = try certified.status()
        guard case .notCertified(let more?) = status.certificate.outcome else {
            Issue.record("\(status.certificate.outcome)")
            return
        }
        #expect(more > 0)
        #expect(status.result[0].contains("at least \(DecimalText.counted(more, "more verdict"))"))
        #expect(status.nextLabels > count)
    }

    @Test func `answers count as they are meant`() throws {
        var certified = try Self.certified()
        let answers: [Answer] = [.helpful, .safe, .notHelpful, .unsafe, .unsure]
        for (place, answer) in answers.enumerated() { certified.label(place..<place + 1, answer) }
        // A skipped one has no label, and a list or an open answer gives it none.
        certified.label(5..<6, .skip)
        certified.round.label(certified.sample.items[6], .helpful, queue: .list)
        let draw = Verdict.Draw(seed: certified.plan.seed, number: certified.sample.numbers[7])
        certified.round.label(certified.sample.items[7], .helpful, queue: .certificate, draw: draw, isBlind: false)
        certified.label(8..<9, .helpful)
        let status = try certified.status()
        #expect(status.judged.map(\.label.isWrong) == [false, false, true, true, true])
        #expect(status.missing.prefix(3) == certified.sample.items[5..<8])
        // Behind the gap it waits.
        #expect(status.labelled.contains(certified.sample.items[8]))
    }

    @Test func `labels of the estimation queue with the same seed count`() throws {
        var certified = try Self.certified()
        let draw = Verdict.Draw(seed: certified.plan.seed, number: certified.sample.numbers[0])
        certified.round.label(certified.sample.items[0], .helpful, draw: draw)
        #expect(try certified.status().judged.count == 1)
        let other = Verdict.Draw(seed: certified.plan.seed &+ 1, number: 0.5)
        certified.round.label(certified.sample.items[1], .helpful, draw: other)
        #expect(try certified.status().judged.count == 1)
    }

    @Test func `labels of another seed are no part of a buckets sample`() throws {
        var round = AuditedRound(items: 300, errors: 0, seed: 3)
        let (items, numbers) = (round.queue(.accepted).items, round.queue(.accepted).numbers)
        round.label(items[0], draw: Verdict.Draw(seed: round.seed, number: numbers[0]))
        round.label(items[1], queue: .certificate, draw: Verdict.Draw(seed: round.seed, number: numbers[1]))
        round.label(items[9], queue: .certificate, draw: Verdict.Draw(seed: 77, number: 0.2))
        let audit = try round.report().buckets[Int(Bucket.accepted.rawValue)]
        #expect(audit.sampled == 2)
        #expect(audit.gapCount == 0)
    }

    @Test func `what is taken back before the result is missing again`() throws {
        var certified = try Self.certified()
        let count = certified.plan.sampleSize
        certified.label(0..<count - 1, .helpful)
        let before = try certified.status().text
        let next = try #require(certified.round.record.nextUndo(of: "ann"))
        certified.round.take(.undo(next.id))
        let status = try certified.status()
        #expect(status.missing == Array(certified.sample.items.suffix(2)))
        #expect(status.changes.items == 0 && status.passed == nil)
        certified.round.take(.redo(next.id))
        #expect(try certified.status().text == before)
    }

    @Test func `reviewers who disagree count as a mistake until it is settled`() throws {
        var certified = try Self.certified()
        certified.label(0..<1, .helpful)
        certified.label(0..<1, .unsafe, by: "bob")
        #expect(try certified.status().judged.map(\.label.isWrong) == [true])
        certified.round.label(certified.sample.items[0], .helpful, by: "eve", queue: .settlement, isBlind: false)
        #expect(try certified.status().judged.map(\.label.isWrong) == [false])
    }

    @Test func `at any time it is judged at any time`() throws {
        var certified = try Self.certified(labels: 200, isAtAnyTime: true)
        #expect(certified.sample.items.count > 200)
        var done = 0
        while try certified.status().passed == nil, done < 200 {
            certified.label(done..<done + 1, .helpful)
            done += 1
        }
        let status = try certified.status()
        #expect(status.isSettled)
        // One more than the 59 of a single look, and no more than were planned.
        #expect((60...200).contains(done))
        // What was tested counts as it was.
        certified.label(0..<20, .unsafe)
        let later = try certified.status()
        #expect(later.text == status.text)
        #expect(later.changes.items == min(20, done) && later.changes.now != later.changes.first)
    }

    @Test func `another round takes another plan`() throws {
        let certified = try Self.certified()
        let other = AuditedRound(items: 500, errors: 0, seed: 12)
        let problem = #expect(throws: CertificateProblem.self) {
            try CertificateSample(certified.plan, in: other.columns, keys: other.keys)
        }
        #expect(problem?.message.contains("needs a new plan") == true)
        #expect(
            CertificateStatus(
                of: JudgedRound(
                    certified.round.record,
                    seed: other.seed,
                    in: other.columns,
                    keys: other.keys,
                    items: [:]
                )
            ) == nil
        )
    }
}
