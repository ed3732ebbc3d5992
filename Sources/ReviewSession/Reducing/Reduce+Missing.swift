import RoundModel

extension ReviewState {
    /// What the screen needs and nobody has been asked for yet.
    ///
    /// Derived from the state after every action, so that no action has to remember what follows from it.
    mutating func missing() -> [Effect] {
        guard round.count > 0 || round.report != nil else { return [] }
        return [missingCount(), missingGrid(), missingList(), missingPreview()].compactMap { $0 } + missingTexts()
    }

    private mutating func missingCount() -> Effect? {
        let wanted = CountRequest(
            revision: round.revision,
            thresholds: thresholds.now,
            baseline: thresholds.baseline
        )
        guard requests.count != wanted else { return nil }
        requests.count = wanted
        return .count(wanted, round.columns)
    }

    private mutating func missingGrid() -> Effect? {
        guard let viewport = round.viewport, panes.plotColumns > 0, panes.plotRows > 0 else { return nil }
        let dots = plotDrawing.dotsPerCell
        let wanted = GridRequest(
            revision: round.revision,
            viewport: viewport,
            columns: panes.plotColumns * dots.columns,
            rows: panes.plotRows * dots.rows
        )
        guard requests.grid != wanted else { return nil }
        requests.grid = wanted
        return .bin(wanted, round.columns)
    }

    private mutating func missingList() -> Effect? {
        guard let members = list.tab.members else { return nil }
        let wanted = ListRequest(
            revision: round.revision,
            query: ItemListQuery(
                members: members,
                order: list.order,
                descending: list.descending,
                thresholds: thresholds.now,
                baseline: thresholds.baseline,
                safetyStep: round.step(of: .safety).value,
                helpStep: round.step(of: .help).value
            )
        )
        guard requests.list != wanted else { return nil }
        requests.list = wanted
        // While rows still come, a cursor that nobody has moved stays at the top.
        let follows = round.isComplete || list.cursor > 0 || reading.isOpen
        return .list(wanted, round.columns, follow: follows ? list.selectedItem : nil)
    }

    private mutating func missingPreview() -> Effect? {
        guard case .export(let export) = dialog, requests.preview != export.settings else { return nil }
        requests.preview = export.settings
        return .previewExport(export.settings, thresholds.now)
    }

    private mutating func missingTexts() -> [Effect] {
        if list.tab == .invalid { return missingInvalidTexts() }
        let wanted = visibleItems.filter { list.texts[$0] == nil && !requests.texts.contains($0) }
        guard !wanted.isEmpty else { return [] }
        requests.texts.formUnion(wanted)
        return [.readTexts(wanted, round.columns)]
    }

    private mutating func missingInvalidTexts() -> [Effect] {
        guard let rows = round.report?.invalidRows, !rows.isEmpty else { return [] }
        let top = min(list.top, rows.count)
        let visible = top..<min(rows.count, top + max(1, panes.listRows))
        var wanted: [Int: InvalidRow] = [:]
        for row in visible where list.invalidTexts[row] == nil && !requests.invalidTexts.contains(row) {
            wanted[row] = rows[row]
        }
        guard !wanted.isEmpty else { return [] }
        requests.invalidTexts.formUnion(wanted.keys)
        return [.readInvalidTexts(wanted)]
    }
}
