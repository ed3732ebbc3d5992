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
        joinMembers()
        guard round.count > 0 || round.report != nil else {
            return [missingFold(), missingKeep()].compactMap { $0.map(Effect.work) }
        }
        return [
            missingIndex(), missingCount(), missingGrid(), missingLayer(), missingList(), missingPreview(),
            missingHighlights(),
            missingSearch(), missingFields(), missingFilter(), missingFacets(), missingContent(), missingFold(),
            missingMatch(), missingQueue(), missingBulk(), missingProof(), missingCertificate(),
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

    private mutating func missingList() -> (any Job)? {
        guard let query = listQuery else { return nil }
        let visible = visibleRows
        let around = max(0, visible.lowerBound - ListRequest.margin)..<visible.upperBound + ListRequest.margin
        var wanted = ListRequest(revision: listRevision, query: query, rows: around)
        let isHere = wanted.isSameList(as: list.listed)
        if isHere, list.window.covers(visible), list.follow == nil { return nil }
        if list.asked.isPending, wanted.isSameList(as: list.asked.request), list.follow == nil {
            // What is on its way may follow an item to other rows; once it is here, there is more to know.
            if !isHere || list.asked.request?.rows.contains(visible) == true { return nil }
        }
        if let item = list.follow ?? list.followed {
            (list.follow, list.followed) = (nil, item)
            wanted.follow = item
        } else if !isHere {
            // While rows still come, a cursor that nobody has moved stays at the top.
            let follows = round.isComplete || list.cursor > 0 || reading.isOpen
            wanted.follow = follows ? list.selectedItem : nil
        }
        guard list.asked.ask(wanted) else { return nil }
        return ListJob(request: wanted, population: listPopulation)
    }

    /// What the list is to show; nil for invalid rows, which are no items.
    var listQuery: ItemListQuery? {
        list.tab.members.map(query)
    }

    /// Some items in the order of the list.
    func query(_ members: ItemListQuery.Members) -> ItemListQuery {
        ItemListQuery(
            members: members,
            order: list.order,
            descending: list.descending,
            thresholds: thresholds.now,
            baseline: thresholds.baseline,
            safetyStep: round.step(of: .safety).value,
            helpStep: round.step(of: .help).value
        )
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

    private mutating func missingTexts() -> (any Job)? {
        guard !round.isStale else { return nil }
        if list.tab == .invalid, queue == nil { return missingInvalidTexts() }
        let wanted = round.content.texts.ask(for: nearItems)
        guard !wanted.isEmpty else { return nil }
        return TextsJob(round: round.revision, items: wanted, columns: round.columns)
    }

    private mutating func missingInvalidTexts() -> (any Job)? {
        guard let rows = round.report?.invalidRows, !rows.isEmpty else { return nil }
        let top = min(list.top, rows.count)
        let visible = top..<min(rows.count, top + max(1, panes.listRows))
        var wanted: [Int: InvalidRow] = [:]
        for row in visible where list.invalidTexts[row] == nil && !list.askedInvalidTexts.contains(row) {
            wanted[row] = rows[row]
        }
        guard !wanted.isEmpty else { return nil }
        list.askedInvalidTexts.formUnion(wanted.keys)
        return InvalidTextsJob(round: round.revision, rows: wanted)
    }
}
