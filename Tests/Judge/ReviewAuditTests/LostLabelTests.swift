import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Samples whose rows were deleted from the round since.
struct LostLabelTests {
    private static func accepted(_ report: AuditReport) -> BucketAudit { report.buckets[Int(Bucket.accepted.rawValue)] }

    private static func isWrong(_ item: UInt32, _ round: AuditedRound) -> Bool { round.truth[Int(item)] != .accepted }

    private static func sampled(items: Int, errors: Double, labels: Int, seed: UInt64) -> (AuditedRound, [UInt32]) {
        var round = AuditedRound(items: items, errors: errors, seed: seed)
        let sample = Array(round.queue(.accepted).items.prefix(labels))
        for item in sample { round.label(item) }
        return (round, sample)
    }

    private static func wrongShare(_ round: AuditedRound, without deleted: Set<UInt32>) -> Double {
        let left = round.members(.accepted).filter { !deleted.contains($0) }
        return Double(left.count { isWrong($0, round) }) / Double(left.count)
    }

    /// 121 labels of some 1,500 items, the mistakes among them deleted from the file: the sample is not clean.
    @Test func `a sample whose mistakes were deleted from the file is not taken for a clean one`() throws {
        let (round, sample) = Self.sampled(items: 6_250, errors: 0.13, labels: 121, seed: 21)
        let deleted = Set(sample.filter { Self.isWrong($0, round) })
        try #require(deleted.count > 10)
        let report = try round.report(without: deleted)
        let audit = Self.accepted(report)
        #expect(audit.sampled == 121 && audit.wrong == deleted.count)
        #expect(audit.lost == CheckedSample.Gone(checked: deleted.count, wrong: deleted.count))
        #expect(audit.lostText != nil)
        let truth = Self.wrongShare(round, without: deleted)
        for figure in [audit.errorRate, audit.errorRateWhileLabelling, audit.exported.errorRate] {
            let estimate = try #require(figure.estimate)
            #expect(estimate.interval.contains(truth))
            #expect(estimate.value > 0.05)
            #expect(estimate.labels == 121)
        }
        #expect(audit.claim?.isShown == false)
        let precision = try #require(report.selections[1].precision.estimate)
        #expect(precision.interval.contains(1 - truth))
        #expect(precision.value < 0.95)
        #expect(report.agreement.labels == 121)
        #expect(report.agreement.counts[1][1] == 121 - deleted.count)
    }

    @Test func `what was deleted without a label is no matter`() throws {
        let (round, sample) = Self.sampled(items: 1_000, errors: 0.2, labels: 40, seed: 22)
        let unlabelled = Set(round.members(.accepted)).subtracting(sample)
        let audit = Self.accepted(try round.report(without: Set(unlabelled.sorted().prefix(50))))
        #expect(audit.lost == .none && audit.lostText == nil)
        #expect(audit.sampled == 40)
    }
}
