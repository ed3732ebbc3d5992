extension ThresholdSources {
    /// The thresholds for a grid: those that are named, else the ones of its plan, else those its scores suggest.
    ///
    /// - Complexity: O(strips).
    public func choose(in grid: ScoreGrid) -> ChosenThresholds {
        var origins = origins
        let known = known.filled(from: grid.planned)
        for name in ThresholdName.allCases where origins[name] == nil {
            // Whoever planned the grid has given them.
            origins[name] = known[name] != nil ? .given : grid.isUnit ? .usual : .suggested
        }
        return ChosenThresholds(thresholds: grid.suggestion(for: known), origins: origins)
    }
}
