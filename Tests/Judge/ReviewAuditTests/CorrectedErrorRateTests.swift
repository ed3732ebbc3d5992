import AuditStatistics
import ReviewAudit
import RoundModel
import Testing
import Verdicts

struct CorrectedErrorRateTests {
    /// A bucket of 300 accepted items of which 30 are wrong, and so many labels of its sample by ann.
    private func round(labels: Int) -> (round: AuditedRound, sample: [UInt32]) {
        var round = AuditedRound(copies: (0..<300).map { (1, $0 % 10 == 0) }, seed: 5)
        let sample = Array(round.queue(.accepted).items.prefix(labels))
        for item in sample { round.label(item, by: "ann") }
        return (round, sample)
    }

    private func corrected(_ round: AuditedRound) throws -> CorrectedErrorRate {
        try round.report().buckets[Int(Bucket.accepted.rawValue)].corrected
    }

    private func texts(_ round: AuditedRound) throws -> [String] { try round.report().lines.map(\.plain) }

    @Test func `of one reviewer's sample nobody knows how many slips it has`() throws {
        let (round, _) = round(labels: 60)
        let corrected = try corrected(round)
        #expect(corrected.outcome == .impossible(.oneReviewer) && corrected.reviewers == ["ann"])
        #expect(try texts(round).contains { $0.contains("without slips") && $0.contains("a second reviewer") })
        #expect(try !texts(AuditedRound(items: 50, errors: 0.1, seed: 1)).contains { $0.contains("slips") })
    }

    @Test func `a second reviewer's blind answers on some of it tell`() throws {
        var (round, sample) = round(labels: 60)
        for (place, item) in sample.prefix(20).enumerated() {
            // Two of twenty otherwise than ann.
            let isWrong = (round.truth[Int(item)] != .accepted) != (place < 2)
            round.label(item, isWrong ? .unsafe : .helpful, by: "bob")
        }
        let corrected = try corrected(round)
        guard case .corrected(let estimate, .equalSlips(let slips)) = corrected.outcome else {
            Issue.record("it can be told: \(corrected.outcome)")
            return
        }
        #expect(corrected.shared == 20 && corrected.differing == 2 && estimate.labels == 60)
        #expect((0.05...0.055).contains(slips.value))
        #expect(try texts(round).contains { $0.contains("reviewers differ on 2 of 20 items") })
    }

    @Test func `what a reviewer said later, or what settled it, is no part of it`() throws {
        var (round, sample) = round(labels: 60)
        for item in sample.prefix(20) { round.label(item, by: "bob") }
        let before = try corrected(round)
        for item in sample.prefix(8) {
            round.label(item, .unsafe, by: "bob", queue: .list, isBlind: false)
            round.label(item, .unsafe, by: "ann", isBlind: false)
            round.label(item, .unsafe, by: "ann", queue: .settlement, isBlind: false)
        }
        #expect(try corrected(round) == before)
    }

    @Test func `answers with the call in sight tell nothing`() throws {
        var round = AuditedRound(copies: (0..<300).map { (1, $0 % 10 == 0) }, seed: 5)
        for item in round.queue(.accepted).items.prefix(30) {
            round.label(item, by: "ann", isBlind: false)
            round.label(item, by: "bob", isBlind: false)
        }
        #expect(try corrected(round).outcome == .impossible(.noBlindAnswers))
        #expect(try texts(round).contains { $0.contains("no verdict of the sample was given blind") })
    }

    @Test func `a sample that the round lost a part of is not corrected`() throws {
        let (round, sample) = round(labels: 60)
        let report = try round.report(without: [sample[3], sample[9]])
        let corrected = report.buckets[Int(Bucket.accepted.rawValue)].corrected
        #expect(corrected.outcome == .lost(2))
        #expect(report.lines.contains { $0.text.contains("2 checked pairs are no longer in the round") })
    }

    /// More labels than planned change nothing of what was settled, and before they are there no rate is corrected.
    @Test func `it is of the planned number, as the rate is`() throws {
        var round = AuditedRound(copies: (0..<300).map { (1, $0 % 10 == 0) }, seed: 5)
        let plan = SamplePlan(.accepted, at: round.thresholds, seed: round.seed, labels: 40)
        round.take(.certificate(plan.text))
        let sample = round.queue(.accepted).items
        for item in sample.prefix(30) { for name in ["ann", "bob"] { round.label(item, by: name) } }
        #expect(try corrected(round).outcome == .uncounted(.missing(labels: 10)))
        for item in sample[30..<40] { for name in ["ann", "bob"] { round.label(item, by: name) } }
        let final = try corrected(round)
        #expect(final.estimate?.labels == 40)
        for item in sample[40..<70] { for name in ["ann", "bob"] { round.label(item, .unsafe, by: name) } }
        #expect(try corrected(round) == final)
    }
}
