/// How far an export has come.
public struct ExportProgress: Hashable, Sendable {
    /// What an export is at; the stages come in this order.
    public enum Stage: Hashable, Sendable {
        /// Rows are read, told apart and written.
        case rows
        /// What was written is brought to the disk.
        case syncing
    }

    /// What is being done now.
    public var stage: Stage
    /// Items read and written so far, 0 to `total`.
    public var rows: Int
    /// All items of the round.
    public var total: Int

    /// The share of the rows that is done, 0 to 1; 1 for a round without items.
    public var fraction: Double { total > 0 ? Double(rows) / Double(total) : 1 }

    public init(stage: Stage, rows: Int, total: Int) {
        self.stage = stage
        self.rows = rows
        self.total = total
    }
}
