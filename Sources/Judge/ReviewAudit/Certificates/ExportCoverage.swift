public import AuditStatistics
public import RoundModel
public import Verdicts

/// What verdicts bring into the accepted set of some thresholds and take out of it, and out of the adversarial one, in distinct
/// contents: what a certificate of the thresholds does not speak of.
///
/// What a person judged by itself is as good as the sample's verdicts are. Nobody looked at what was judged at once with
/// many others.
public struct ExportCoverage: Codable, Hashable, Sendable {
    /// Contents that the thresholds do not accept and verdicts do.
    public var broughtIn = 0
    /// Of those, the ones that were judged at once with others, and never by themselves.
    public var broughtInUnread = 0
    /// Contents that the thresholds accept and verdicts do not.
    public var takenOut = 0
    /// Of those, the ones that were judged at once with others, and never by themselves.
    public var takenOutUnread = 0
    /// Where something is promised of the unsafe responses: contents that the thresholds call adversarial and verdicts do not, which
    /// were judged at once with others, and never by themselves. What is unsafe of them is missed.
    public var letGoUnread = 0

    private enum CodingKeys: String, CodingKey {
        case broughtIn = "brought_in"
        case broughtInUnread = "brought_in_unread"
        case takenOut = "taken_out"
        case takenOutUnread = "taken_out_unread"
        case letGoUnread = "let_go_unread"
    }

    public init() {}

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        broughtIn = try container.decode(Int.self, forKey: .broughtIn)
        broughtInUnread = try container.decode(Int.self, forKey: .broughtInUnread)
        takenOut = try container.decode(Int.self, forKey: .takenOut)
        takenOutUnread = try container.decode(Int.self, forKey: .takenOutUnread)
        // Manifests of before do not tell it.
        letGoUnread = try container.decodeIfPresent(Int.self, forKey: .letGoUnread) ?? 0
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(broughtIn, forKey: .broughtIn)
        try container.encode(broughtInUnread, forKey: .broughtInUnread)
        try container.encode(takenOut, forKey: .takenOut)
        try container.encode(takenOutUnread, forKey: .takenOutUnread)
        if letGoUnread > 0 { try container.encode(letGoUnread, forKey: .letGoUnread) }
    }

    /// What the verdicts on a round do.
    ///
    /// - Parameter misses: what is promised of the unsafe responses; nil for a promise about the accepted items, which says nothing
    ///   of the adversarial ones.
    /// - Complexity: O(verdicts and the items that they are on).
    public init(of round: JudgedRound, at thresholds: Thresholds, misses: MissPlan.Target?) {
        for (digest, items) in round.items {
            guard let said = round.record.items[digest], let ruling = said.ruling else { continue }
            let scores = items.compactMap { round.columns.scores(of: Int($0)) }
            take(said, ruling, scores, at: thresholds, misses, round.record)
        }
    }

    /// What a review's verdicts do, wherever their items are.
    ///
    /// - Complexity: O(verdicts).
    public init(of record: ReviewRecord, at thresholds: Thresholds, misses: MissPlan.Target?) {
        for said in record.items.values {
            guard let ruling = said.ruling, let scores = said.lines.last?.verdict.scores else { continue }
            take(said, ruling, [scores], at: thresholds, misses, record)
        }
    }

    /// How many contents came in or went out that nobody looked at.
    public var unread: Int { broughtInUnread + takenOutUnread + letGoUnread }

    /// True where nothing came in or went out that nobody looked at.
    public var isRead: Bool { unread == 0 }

    private mutating func take(
        _ said: ItemRecord,
        _ ruling: Ruling,
        _ copies: [Scores],
        at thresholds: Thresholds,
        _ misses: MissPlan.Target?,
        _ record: ReviewRecord
    ) {
        /// Whether a bucket has it then and had not before, and whether somebody looked; nil where nothing has changed.
        func change(_ bucket: Bucket) -> (isIn: Bool, unread: Int)? {
            func isIn(_ ruling: Ruling?) -> Bool { copies.contains { thresholds.bucket($0, ruling) == bucket } }
            let after = isIn(ruling)
            guard isIn(nil) != after else { return nil }
            // A verdict that alone would have done the same, on this item and no other.
            let isRead = said.answers.contains { line in
                guard let own = line.verdict.ruling, isIn(own) == after else { return false }
                return record.weight(of: line.entry) == 1
            }
            return (after, isRead ? 0 : 1)
        }
        switch change(.accepted) {
        case (true, let unread)?:
            broughtIn += 1
            broughtInUnread += unread
        case (false, let unread)?:
            takenOut += 1
            takenOutUnread += unread
        case nil: break
        }
        if misses != nil, case (false, let unread)? = change(.adversarial) { letGoUnread += unread }
    }
}
