public import RoundModel

/// Counts of a round on a net of lines, as the job made them where the round lies, and what they were made from.
public struct RoundGrid: Sendable {
    /// What the grid was counted from, and what was found.
    public let record: GridRecord
    /// The counts.
    public let counts: ScoreGrid
}
