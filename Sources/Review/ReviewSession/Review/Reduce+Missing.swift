import RoundModel

extension ReviewState {
    /// What the screen needs and nobody has been asked for yet.
    ///
    /// Derived from the state after every action, so that no action has to remember what follows from it.
    mutating func missing() -> [Effect] {
        plot.followAxes(plotContext)
        noteShown()
        clock.notePaces(fractions)
        missingResume()
        find.join(itemRevision)
        guard round.count > 0 || round.report != nil else {
            return [missingFold(), missingKeep()].compactMap { $0.map(Effect.work) }
        }
        return [
            missingIndex(), missingWish(), missingCount(), missingGrid(), missingLayer(), missingSort(), missingList(),
            missingPreview(), missingExportCounts(), missingLeaks(),
            missingHighlights(),
            missingSearch(), missingFields(), missingFilter(), missingFacets(), missingContent(), missingFold(),
            missingMatch(), missingQueue(), missingOffers(), missingBulk(), missingEvidence(), missingCurve(),
            missingCertificate(),
            missingKeep(), missingTexts(), missingReading(),
        ].compactMap { $0.map(Effect.work) }
    }
}
