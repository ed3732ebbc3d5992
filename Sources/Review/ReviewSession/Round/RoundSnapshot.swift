public import RoundModel

/// What a load hands over each time it has more: everything so far.
public struct RoundSnapshot: Sendable {
    /// The items that have come, numbered as they will stay.
    public let columns: ScoreColumns
    /// What was found so far.
    public let report: LoadReport
    /// The distribution of safety scores, from a sample until the round is complete; nil without items.
    public let safety: ScoreSummary?
    /// The distribution of helpfulness scores, likewise.
    public let helpfulness: ScoreSummary?
    /// How far the load had come then.
    public let meter: LoadMeter
    /// True for the last snapshot, which holds the whole round.
    public let isComplete: Bool

    /// Summarises the scores.
    ///
    /// - Complexity: O(n) for a part of a round, O(n log n) for the whole.
    public init(columns: ScoreColumns, report: LoadReport, meter: LoadMeter, isComplete: Bool) {
        self.columns = columns
        self.report = report
        func summary(_ name: ScoreName) -> ScoreSummary? {
            isComplete ? columns.summary(of: name) : columns.provisionalSummary(of: name)
        }
        safety = summary(.safety)
        helpfulness = summary(.helpfulness)
        self.meter = meter
        self.isComplete = isComplete
    }
}
