import ItemFilter

/// What filters follow and do not own: handed in where something is done with them.
struct FilteringContext {
    /// The snapshot, as in `RoundState.revision`.
    let round: Int
    /// The lines, and what they are counted against.
    let thresholds: ThresholdState
    /// How often verdicts had changed.
    let verdicts: Int
    /// How often leaks had been found.
    let leaks: Int

    /// What a worker is asked for a filter at this moment.
    func request(for expression: FilterExpression) -> FilterRequest {
        FilterRequest(
            expression: expression,
            round: round,
            thresholds: expression.followsThresholds ? thresholds.now : nil,
            baseline: expression.followsBaseline ? thresholds.baseline : nil,
            verdicts: expression.followsVerdicts ? verdicts : nil,
            leaks: expression.asksForLeaks ? leaks : nil
        )
    }
}

extension ReviewState {
    /// What filters follow, at this moment.
    var filteringContext: FilteringContext {
        FilteringContext(
            round: round.revision,
            thresholds: thresholds,
            verdicts: verdicts.revision,
            leaks: leaks.revision
        )
    }
}
