import RewardServers
import RoundFiles

/// A row that was read and has not gone into a file yet.
struct PendingRow {
    var row: UnscoredRow
    /// By server; nil while it is not known.
    var outcomes: [RowOutcome?]

    var hasFailed: Bool { outcomes.contains { if case .failed? = $0 { true } else { false } } }

    var isDone: Bool { outcomes.allSatisfy { $0 != nil } }

    /// What a server is asked about it; nil where it has no texts.
    var asked: RewardRow? {
        guard case .success(let texts) = row.texts else { return nil }
        return RewardRow(texts, row: row.bytes)
    }
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
