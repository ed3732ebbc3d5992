import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// What is stated of an exported set, against what is in it.
struct ExportAuditTests {
    private static func accepted(_ round: AuditedRound) throws -> BucketAudit {
        try AuditReport.buckets(AuditSource(of: round.judged), at: round.thresholds)[Int(Bucket.accepted.rawValue)]
    }

    private static func sampled(items: Int, errors: Double, labels: Int, seed: UInt64) -> (AuditedRound, [UInt32]) {
        var round = AuditedRound(items: items, errors: errors, seed: seed)
        let sample = Array(round.queue(.accepted).items.prefix(labels))
        for item in sample { round.label(item) }
        return (round, sample)
    }

    private static func isWrong(_ item: UInt32, _ round: AuditedRound) -> Bool { round.truth[Int(item)] != .accepted }

    @Test func `mistakes of the sample that are called wrong again in a list stay in the sample`() throws {
        var (round, sample) = Self.sampled(items: 4_000, errors: 0.14, labels: 200, seed: 3)
        let before = try Self.accepted(round)
        for item in sample where Self.isWrong(item, round) { round.label(item, queue: .list, isBlind: false) }
        let after = try Self.accepted(round)
        #expect(after.exported == before.exported)
        #expect(after.errorRate == before.errorRate)
        #expect(after.hunted == 0)
        let stated = try #require(after.exported.errorRate.estimate)
        #expect(stated.interval.contains(try #require(round.wrongShare(exported: .accepted))))
    }

    @Test func `all of the sample looked at again leaves a figure`() throws {
        var (round, sample) = Self.sampled(items: 2_000, errors: 0.2, labels: 100, seed: 4)
        let before = try Self.accepted(round)
        for item in sample { round.label(item, queue: .list, isBlind: false) }
        #expect(try Self.accepted(round).exported == before.exported)
    }

    @Test func `a mistake that was called right later is in the set, and known to be wrong`() throws {
        var (round, sample) = Self.sampled(items: 2_000, errors: 0.2, labels: 100, seed: 5)
        let before = try Self.accepted(round)
        let wrong = sample.filter { Self.isWrong($0, round) }.prefix(5)
        for item in wrong { round.label(item, .helpful, queue: .list, isBlind: false) }
        let after = try Self.accepted(round)
        #expect(after.exported.size == before.exported.size + wrong.count)
        let (one, other) = (try #require(before.exported.wrong), try #require(after.exported.wrong))
        #expect(other.lower == one.lower + wrong.count && other.upper == one.upper + wrong.count)
    }

    @Test func `what was looked at before the sample began is known whole`() throws {
        var round = AuditedRound(items: 1_000, errors: 0.3, seed: 6)
        let order = round.queue(.accepted).items
        for item in order.dropFirst(100) { round.label(item, queue: .hunt, isBlind: false) }
        for item in order.prefix(100) { round.label(item) }
        let audit = try Self.accepted(round)
        #expect(audit.exported.errorRate.estimate?.method == .census)
        #expect(audit.exported.errorRate.estimate?.interval == Interval(lower: 0, upper: 0))
    }

    /// A verdict that was taken back was seen all the same.
    @Test func `a hunt after a label that was taken back is no stratum of its own`() throws {
        var round = AuditedRound(items: 1_000, errors: 0.3, seed: 6)
        let order = round.queue(.accepted).items
        round.label(order[0])
        round.take(.undo(EntryID(writer: 1, turn: 1)))
        for item in order.dropFirst(100) { round.label(item, queue: .hunt, isBlind: false) }
        for item in order.prefix(100) { round.label(item) }
        #expect(try Self.accepted(round).exported.errorRate.estimate?.method != .census)
    }

    @Test func `what verdicts on many at once bring in is told apart, and no rate counts it`() throws {
        var (round, _) = Self.sampled(items: 2_000, errors: 0.1, labels: 100, seed: 7)
        let before = try Self.accepted(round)
        let others = round.members(.discarded)
        for item in others.prefix(300) { round.label(item, .helpful, queue: .list, isBlind: false, seconds: nil) }
        // One that somebody looked at.
        round.label(others[300], .helpful, queue: .list, isBlind: false)
        let after = try Self.accepted(round).exported
        #expect(after.unseen == 300 && after.broughtIn == 1)
        #expect(after.size == before.exported.size + 301)
        let (covered, whole) = (try #require(after.errorRate.estimate), try #require(after.wholeErrorRate.estimate))
        #expect(covered.population.size == before.exported.size + 1)
        #expect(whole.population.size == after.size)
        #expect(whole.interval.upper >= Double(300) / Double(after.size))
        #expect(whole.interval.contains(try #require(round.wrongShare(exported: .accepted))))
    }

    @Test func `what verdicts on many at once take out is not taken for mistakes`() throws {
        var (round, sample) = Self.sampled(items: 2_000, errors: 0.1, labels: 100, seed: 8)
        let rest = Set(round.members(.accepted)).subtracting(sample).sorted()
        let right = rest.filter { !Self.isWrong($0, round) }.prefix(200)
        for item in right { round.label(item, .unsafe, queue: .list, isBlind: false, seconds: nil) }
        let stated = try #require(try Self.accepted(round).exported.errorRate.estimate)
        #expect(stated.interval.contains(try #require(round.wrongShare(exported: .accepted))))
    }
}
