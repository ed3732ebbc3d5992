public import RoundModel

/// A round as far as it has been read: the scores in memory, the texts by their place, and what was found on the way.
///
/// A snapshot taken while loading has the same shape as the whole: its items are the round's first ones, numbered as
/// they will stay.
public final class LoadedRound: Sendable {
    /// Scores and places of the items, in the order of the round.
    public let columns: ScoreColumns
    /// Reads the rows again; of a snapshot, only those that it has.
    public let texts: RoundTexts
    /// What was found so far. Duplicate ids are counted at the end only: they are 0 in every snapshot before.
    public let report: LoadReport
    /// How far reading had come; complete for what `RoundLoader.load` returns.
    public let progress: LoadProgress

    public init(columns: ScoreColumns, texts: RoundTexts, report: LoadReport, progress: LoadProgress) {
        self.columns = columns
        self.texts = texts
        self.report = report
        self.progress = progress
    }
}
