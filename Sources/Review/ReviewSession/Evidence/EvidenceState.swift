public import ItemFilter
public import ReviewAudit
import RoundModel
import Verdicts

/// What the verdicts show, for the screen.
public struct EvidenceState: Sendable {
    /// What is known of the buckets; empty before the first answer. It may lag behind the verdicts and θ for a moment.
    public private(set) var buckets: [BucketAudit] = []
    /// The newest whole report, likewise; nil before the first.
    public private(set) var report: AuditReport?
    /// What it shows, in sentences.
    public private(set) var sentences: [AuditLine] = []
    /// Its figures with their methods.
    public private(set) var figures: [AuditLine] = []
    /// Why there is none; nil where there is one, or one is on its way.
    public private(set) var problem: String?
    /// What was asked for last.
    private var asked = Asked<EvidenceKey>()
    /// What `report` answers.
    private var told: EvidenceKey?
    /// What evidence, curves and offers are made from now, so that each finds what another has.
    private var made: (revisions: [Int], source: AuditSource)?
    /// What is known of the orders of the round's buckets, whatever the verdicts.
    private var orders: (round: Int, orders: SampleOrders)?

    /// True while a newer report is on its way.
    public var isLagging: Bool { asked.request != told }

    /// What is to be asked for, where something on the screen tells it; nil where it is here or on its way.
    ///
    /// - Parameter isWhole: false where only the buckets are wanted, as while a sample is worked through.
    mutating func wanted(isWhole: Bool, _ context: EvidenceContext) -> EvidenceRequest? {
        guard let source = source(context) else { return nil }
        let key = EvidenceKey(
            round: context.round.revision,
            verdicts: context.verdicts.revision,
            thresholds: context.thresholds.now,
            baseline: context.thresholds.baseline,
            isWhole: isWhole
        )
        guard asked.askOnce(key) else { return nil }
        return EvidenceRequest(key: key, source: source)
    }

    /// What is made from the verdicts, the same as long as they and the round stay; nil where something of it is not known.
    mutating func source(_ context: EvidenceContext) -> AuditSource? {
        let (round, verdicts) = (context.round, context.verdicts)
        guard round.isComplete, let content = round.content.keys, let seed = verdicts.sampleSeed else { return nil }
        // What is made while many verdicts are taken over would each time be of a part of them.
        guard !verdicts.isTakingOver, verdicts.matching.ticket == nil else { return nil }
        let revisions = [round.revision, verdicts.revision]
        if let made, made.revisions == revisions { return made.source }
        let orders = self.orders?.round == round.revision ? self.orders?.orders ?? SampleOrders() : SampleOrders()
        self.orders = (round.revision, orders)
        let source = AuditSource(
            verdicts.record.items,
            items: verdicts.items,
            in: round.columns,
            keys: content,
            seed: seed,
            plans: SamplePlans(verdicts.record),
            orders: orders,
            whole: round.grid?.drawn
        )
        made = (revisions, source)
        return source
    }

    /// The distinct items of a bucket at some thresholds; nil where the newest answer is about others.
    func distinct(of bucket: Bucket, at thresholds: Thresholds, round: Int) -> Int? {
        guard let told, told.round == round, told.thresholds == thresholds else { return nil }
        return buckets.first { $0.bucket == bucket }?.size
    }

    /// Takes over what a worker found.
    mutating func take(_ key: EvidenceKey, _ found: Evidence) {
        (told, problem) = (key, nil)
        switch found {
        case .buckets(let buckets): self.buckets = buckets
        case .whole(let report):
            (buckets, self.report) = (report.buckets, report)
            (sentences, figures) = (report.sentences, report.figures + AuditLine.moreWays)
        case .failed(let why): (report, problem) = (nil, why)
        }
    }

    /// Forgets all of it, since the items are others now.
    mutating func forget() { self = EvidenceState() }
}

/// What a report follows from.
public struct EvidenceKey: Hashable, Sendable {
    var round: Int
    var verdicts: Int
    var thresholds: Thresholds
    var baseline: Thresholds
    /// False where only the buckets are wanted, as while a sample is worked through.
    var isWhole: Bool
}

/// What the verdicts show, as far as it was asked for.
public enum Evidence: Sendable {
    case buckets([BucketAudit])
    case whole(AuditReport)
    /// It cannot be told, and why.
    case failed(String)
}

/// Find out what the verdicts show.
public struct EvidenceRequest: Sendable {
    /// What tells it from others.
    public internal(set) var key: EvidenceKey
    /// The round's revision.
    public var revision: Int { key.round }
    let source: AuditSource

    /// The contents that something was said of.
    public var count: Int { source.records.count }

    /// The items whose prompts the answer wants to know, ascending; a worker's task.
    ///
    /// - Complexity: O(verdicts).
    public var labelled: [UInt32] { key.isWhole ? source.labelled : [] }

    /// The answer; a worker's task.
    ///
    /// - Parameters:
    ///   - prompts: a number for the prompt of each labelled item.
    ///   - kinds: what kind of item each of them is, by some fields.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public func answer(prompts: [UInt32: UInt64], kinds: [ItemKinds] = []) -> Evidence {
        let theta = key.thresholds
        if let obstacle = source.whole?.obstacle(at: theta) { return .failed(obstacle) }
        do {
            guard key.isWhole else { return .buckets(try AuditReport.buckets(source, at: theta)) }
            return .whole(
                try AuditReport(
                    source,
                    at: theta,
                    others: key.baseline == theta ? [] : [key.baseline],
                    prompts: prompts,
                    kinds: kinds
                )
            )
        } catch {
            return .failed("the verdicts do not fit this round (\(error)); read it again with round.reload")
        }
    }
}
