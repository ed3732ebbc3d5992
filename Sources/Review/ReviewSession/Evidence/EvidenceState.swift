public import ItemFilter
public import ReviewAudit
import RoundModel
import Verdicts

/// What the verdicts show, for the screen.
public struct EvidenceState: Sendable {
    /// What is known of the buckets; empty before the first answer. It may lag behind the verdicts and θ for a moment.
    public internal(set) var buckets: [BucketAudit] = []
    /// The newest whole report, likewise; nil before the first.
    public internal(set) var report: AuditReport?
    /// The same in words.
    public internal(set) var lines: [AuditLine] = []
    /// Why there is none; nil where there is one, or one is on its way.
    public internal(set) var problem: String?
    /// What was asked for last.
    var asked: EvidenceKey?
    /// What `report` answers.
    var told: EvidenceKey?

    /// True while a newer report is on its way.
    public var isLagging: Bool { asked != told }
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
    var records: ItemRecords
    var plans: SamplePlans
    var items: SharedMap<ItemDigest, [UInt32]>
    var columns: ScoreColumns
    var content: ContentKeys
    var seed: UInt64

    /// The contents that something was said of.
    public var count: Int { records.count }

    /// The items whose prompts the answer wants to know, ascending; a worker's task.
    ///
    /// - Complexity: O(verdicts).
    public var labelled: [UInt32] { key.isWhole ? AuditReport.labelled(records, items: items, seed: seed) : [] }

    /// The answer; a worker's task.
    ///
    /// - Parameters:
    ///   - prompts: a number for the prompt of each labelled item.
    ///   - kinds: what kind of item each of them is, by some fields.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public func answer(prompts: [UInt32: UInt64], kinds: [ItemKinds] = []) -> Evidence {
        let theta = key.thresholds
        do {
            guard key.isWhole else {
                return .buckets(
                    try AuditReport.buckets(
                        records,
                        items: items,
                        in: columns,
                        keys: content,
                        seed: seed,
                        at: theta,
                        plans: plans
                    )
                )
            }
            return .whole(
                try AuditReport(
                    records,
                    items: items,
                    in: columns,
                    keys: content,
                    seed: seed,
                    at: theta,
                    others: key.baseline == theta ? [] : [key.baseline],
                    plans: plans,
                    prompts: prompts,
                    kinds: kinds
                )
            )
        } catch {
            return .failed("the verdicts do not fit this round (\(error)); read it again with round.reload")
        }
    }
}
