import RewardServers
import RoundFiles

/// A row that was read and has not gone into a file yet.
///
/// A class, since it goes from hand to hand, and what it holds need not be counted anew each time. Unchecked: who reads rows has
/// given it away before the run sets `outcomes`.
final class PendingRow: @unchecked Sendable {
    let row: UnscoredRow
    /// What a server is asked about it; nil where it has no texts.
    let asked: RewardRow?
    /// By server; nil while it is not known.
    var outcomes: [RowOutcome?] = []

    /// A row of which nothing is known yet.
    init(_ row: UnscoredRow) {
        self.row = row
        guard case .success(let texts) = row.texts else {
            asked = nil
            return
        }
        asked = RewardRow(texts, row: row.bytes)
    }

    var hasFailed: Bool { outcomes.contains { if case .failed? = $0 { true } else { false } } }

    var isDone: Bool { outcomes.allSatisfy { $0 != nil } }
}

/// Rows that go to a server together, again or for the first time.
struct Portion {
    /// By number.
    var rows: [Int]
    /// How often they were asked for.
    var tries = 0
    /// Not to be sent before; of a clock that never goes back, in seconds.
    var notBefore = 0.0
}
