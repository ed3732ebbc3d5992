public import AuditStatistics
public import RoundModel
public import Verdicts

/// A certificate as manifests and commands claim it, and whether a review's verdicts bear it out.
public struct CertificateClaim: Codable, Sendable {
    let plan: CertificateRecord.Plan
    let result: CertificateRecord.Result
    /// The plans before; nil for one of the older kind.
    let history: CertificateRecord.History?
    /// What was said after the result; nil where nothing has changed, and for one of the older kind.
    let changes: CertificateRecord.Changes?

    private enum CodingKeys: String, CodingKey {
        case plan, result, history, changes
    }

    /// What the verdicts of a plan come to.
    ///
    /// - Parameter record: the review's, for its other plans.
    /// - Complexity: O(candidates + labels + plans × verdicts).
    public init(_ status: CertificateStatus, in record: ReviewRecord) {
        plan = CertificateRecord.Plan(status.plan)
        result = CertificateRecord.Result(status)
        guard status.plan.isDerived else {
            (history, changes) = (nil, nil)
            return
        }
        history = CertificateHistory(of: status.plan, in: record).map(CertificateRecord.History.init)
        changes = status.changes.items > 0 ? CertificateRecord.Changes(status.changes) : nil
    }

    /// - Throws: `CertificateProblem` for one of a later form, and what a decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        plan = try container.decode(CertificateRecord.Plan.self, forKey: .plan)
        result = try container.decode(CertificateRecord.Result.self, forKey: .result)
        guard max(plan.version, result.version) <= CertificateRecord.version else {
            throw CertificateProblem.unreadable("it was written by a newer redsieve; use that one")
        }
        history = try container.decodeIfPresent(CertificateRecord.History.self, forKey: .history)
        changes = try container.decodeIfPresent(CertificateRecord.Changes.self, forKey: .changes)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(plan, forKey: .plan)
        try result.encodeClaim(to: container.superEncoder(forKey: .result))
        try container.encodeIfPresent(history, forKey: .history)
        try container.encodeIfPresent(changes, forKey: .changes)
    }

    /// Reads what was written of a claim.
    ///
    /// - Parameter json: an object as UTF-8.
    /// - Throws: `unreadable` for another form, or a later one.
    public init(json: some Sequence<UInt8>) throws(CertificateProblem) {
        self = try CertificateRecord.read(CertificateClaim.self, from: json)
    }

    /// What it says, in a few words: `certified`.
    public var outcome: String { result.outcome.replacingUnderscores }
    /// Verdicts of its sample.
    public var labels: Int { result.judged }
    /// Wrong items among those checked of the certified set; nil where nothing is certified.
    public var wrong: Int? { result.wrong }
    /// The certified thresholds; nil where nothing is certified.
    public var thresholds: Thresholds? { isCertified ? result.thresholds?.thresholds : nil }
    /// The items that these accept: lines, but rows in one of the older kind.
    public var size: Int? { result.size }
    /// What it promises of the unsafe responses; nil for a promise about the accepted items.
    public var misses: MissPlan.Target? { plan.misses.flatMap { MissPlan.Target(recordName: $0.target) } }
    /// What it promises, in words; nil where its plan cannot be told.
    public var promise: String? { (try? plan.kept())?.promise }
    /// What it promises of the unsafe responses, in words; nil for a promise about the accepted items.
    public var promiseOfMisses: String? { misses == nil ? nil : promise }
    /// True where it says that something is certified.
    public var isCertified: Bool { result.outcome == "certified" }
    /// True where it says that the sample was judged and nothing is certified.
    public var hasFailed: Bool { result.outcome == CertificateRecord.Result.failed }
    /// True for one whose seed was drawn and not derived, and which counts rows.
    public var isOlder: Bool { plan.version == 1 }
    /// Items of its sample whose verdicts had changed after the result, when it was written.
    public var changed: Int { changes?.items ?? 0 }
    /// Whether what was exported at some thresholds is the certified set: with these thresholds, and without items that came in or
    /// went out though nobody looked at them.
    ///
    /// - Parameter coverage: what verdicts did there; nil where nobody tells, as of an older kind of plan.
    public func isExported(at thresholds: Thresholds, _ coverage: ExportCoverage?) -> Bool {
        self.thresholds == thresholds && coverage?.isRead ?? true
    }
    /// What it says of the plans before.
    public var plansBefore: CertificateHistory? { history?.history }
}

extension CertificateRecord {
    /// The plans that a review had before one.
    struct History: Codable, Hashable {
        var number: Int
        var before: [Earlier]
        var spent: Double
        var rehearsal: Bool

        struct Earlier: Codable, Hashable {
            var hash: String
            var alpha: Double
            var delta: Double
            var judged: Int
            var outcome: String
        }

        enum CodingKeys: String, CodingKey {
            case number, before
            case spent = "delta_spent"
            case rehearsal
        }

        init(_ history: CertificateHistory) {
            number = history.number
            spent = history.spent
            rehearsal = history.isRehearsal
            before = history.before.map {
                Earlier(hash: $0.hash, alpha: $0.alpha, delta: $0.delta, judged: $0.judged, outcome: $0.outcome)
            }
        }

        var history: CertificateHistory {
            CertificateHistory(
                number: number,
                before: before.map {
                    CertificateHistory.Plan(
                        hash: $0.hash,
                        alpha: $0.alpha,
                        delta: $0.delta,
                        judged: $0.judged,
                        outcome: $0.outcome
                    )
                },
                spent: spent,
                isRehearsal: rehearsal
            )
        }
    }

    /// What was said of a sample after its result.
    struct Changes: Codable, Hashable {
        var items: Int
        var first: String
        var now: String

        init(_ changes: CertificateChanges) {
            items = changes.items
            first = changes.first?.recordName ?? ""
            now = changes.now?.recordName ?? ""
        }
    }
}

extension String {
    var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
