public import RoundModel
public import Verdicts

/// What verdicts bring into the accepted set of some thresholds and take out of it, in distinct contents: what a
/// certificate of the thresholds does not speak of.
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

    private enum CodingKeys: String, CodingKey {
        case broughtIn = "brought_in"
        case broughtInUnread = "brought_in_unread"
        case takenOut = "taken_out"
        case takenOutUnread = "taken_out_unread"
    }

    public init() {}

    /// What the verdicts on a round do.
    ///
    /// - Complexity: O(verdicts and the items that they are on).
    public init(of round: JudgedRound, at thresholds: Thresholds) {
        for (digest, items) in round.items {
            guard let said = round.record.items[digest], let ruling = said.ruling else { continue }
            let scores = items.compactMap { round.columns.scores(of: Int($0)) }
            take(said, ruling, scores, at: thresholds, round.record)
        }
    }

    /// What a review's verdicts do, wherever their items are.
    ///
    /// - Complexity: O(verdicts).
    public init(of record: ReviewRecord, at thresholds: Thresholds) {
        for said in record.items.values {
            guard let ruling = said.ruling, let scores = said.lines.last?.verdict.scores else { continue }
            take(said, ruling, [scores], at: thresholds, record)
        }
    }

    /// True where nothing came in or went out that nobody looked at.
    public var isRead: Bool { broughtInUnread == 0 && takenOutUnread == 0 }

    private mutating func take(
        _ said: ItemRecord,
        _ ruling: Ruling,
        _ copies: [Scores],
        at thresholds: Thresholds,
        _ record: ReviewRecord
    ) {
        func isAccepted(_ ruling: Ruling?) -> Bool { copies.contains { thresholds.bucket($0, ruling) == .accepted } }
        let (before, after) = (isAccepted(nil), isAccepted(ruling))
        guard before != after else { return }
        // A verdict that alone would have done the same, on this item and no other.
        let isRead = said.answers.contains { line in
            guard let own = line.verdict.ruling, isAccepted(own) == after else { return false }
            return record.weight(of: line.entry) == 1
        }
        if after {
            broughtIn += 1
            broughtInUnread += isRead ? 0 : 1
        } else {
            takenOut += 1
            takenOutUnread += isRead ? 0 : 1
        }
    }
}
