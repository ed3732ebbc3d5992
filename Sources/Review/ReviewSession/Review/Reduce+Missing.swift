import RoundModel

extension ReviewState {
    /// What the screen needs and nobody has been asked for yet.
    ///
    /// Derived from the state after every action, so that no action has to remember what follows from it.
    mutating func missing() -> [Effect] {
        plot.followAxes(plotContext)
        noteShown()
        notePaces()
        missingResume()
        find.join(itemRevision)
        guard round.count > 0 || round.report != nil else {
            return [missingFold(), missingKeep()].compactMap { $0.map(Effect.work) }
        }
        return [
            missingIndex(), missingCount(), missingGrid(), missingLayer(), missingList(), missingPreview(),
            missingHighlights(),
            missingSearch(), missingFields(), missingFilter(), missingFacets(), missingContent(), missingFold(),
            missingMatch(), missingQueue(), missingBulk(), missingEvidence(), missingCertificate(),
            missingKeep(), missingTexts(),
        ].compactMap { $0.map(Effect.work) }
    }

    private mutating func missingIndex() -> (any Job)? {
        // While rows still come, an index would be out of date before it is made.
        guard round.isComplete, find.search?.isRunning != true, !isFiltering, counting.indexed != itemRevision else {
            return nil
        }
        counting.indexed = itemRevision
        counting.index = nil
        return IndexJob(revision: itemRevision, population: population)
    }

    /// True while items that pass the filter in force are still being found.
    private var isFiltering: Bool { find.filter.map { !$0.isComplete && $0.problem == nil } ?? false }

    private mutating func missingCount() -> (any Job)? {
        let wanted = CountRequest(revision: revision, thresholds: thresholds.now, baseline: thresholds.baseline)
        guard counting.asked != wanted else { return nil }
        counting.asked = wanted
        // With many judged items even their correction takes longer than a key may.
        if let index = counting.index, counting.indexed == itemRevision, verdicts.judged?.count ?? 0 < 50_000 {
            var tally = index.tally(wanted.thresholds, baseline: wanted.baseline)
            verdicts.judged?.correct(&tally, in: population)
            takeTally(wanted, tally)
            return nil
        }
        return CountJob(request: wanted, population: population)
    }

    private mutating func missingPreview() -> (any Job)? {
        guard let open = dialog as? ExportDialog, open.preview?.settings != open.settings,
            export.asked.ask(open.settings)
        else { return nil }
        return PreviewJob(
            round: round.revision,
            settings: open.settings,
            thresholds: thresholds.now,
            judged: verdicts.judged
        )
    }
}
