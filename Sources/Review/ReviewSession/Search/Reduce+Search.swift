import RoundModel

/// What a search is to the rest of the review: what it does by itself stands in `Searching` and `SearchState`.
extension ReviewState {
    mutating func openSearch() {
        open(SearchDialog(find.search?.pattern))
    }

    /// Shows only what was found, or all again.
    mutating func toggleOnlyHits() {
        message = find.searching.toggleOnly() ?? noSearch
    }

    /// Why nothing can be done with what was found, where nothing is searched for.
    private var noSearch: Message { Message(.refusal, "there is no search yet; \(key(.search)) searches") }

    /// Starts a search, in place of the one that is there; an empty pattern ends searching.
    mutating func begin(_ pattern: SearchPattern) -> [Effect] {
        guard !pattern.text.isEmpty else { return endSearch() }
        find.searching.begin(pattern)
        reading.seek()
        let waits = round.isReading ? ", once the round is read" : ""
        message = Message(.done, "searching for \(pattern.title)\(waits)")
        return []
    }

    /// The search that is to begin; it waits until the round is read, since its hits are of the whole round.
    mutating func missingSearch() -> (any Job)? {
        guard !round.isReading, let search = find.searching.wanted() else { return nil }
        return SearchJob(number: search.number, pattern: search.pattern, start: list.selectedItem ?? 0)
    }

    /// Lets a search begin anew, since the items it spoke of are no more.
    mutating func restartSearch() -> [Effect] {
        find.searching.restart() ? [.stop(.search)] : []
    }

    /// Forgets the search, so that all items are shown again.
    mutating func endSearch() -> [Effect] {
        guard let search = find.search else { return [] }
        find.searching.end()
        message = Message(.done, "\(search.pattern.title) is off: the search has ended")
        return [.stop(.search)]
    }

    /// Esc first stops a search that runs, then forgets it; false where there is none.
    mutating func stopSearch() -> [Effect]? {
        guard let search = find.search else { return nil }
        guard search.isRunning else { return endSearch() }
        say(find.searching.stop())
        return [.stop(.search)]
    }

    mutating func take(_ update: SearchUpdate) {
        switch update {
        case .progressed(let number, let hits, let fraction, let isComplete):
            let isOver = find.searching.take(number, hits, fraction: fraction, isComplete: isComplete)
            if isOver, message == nil || message?.kind == .done { say(find.search?.outcome) }
        case .refused(let number, let problem):
            guard let pattern = find.searching.refuse(number) else { return }
            if dialog == nil { open(SearchDialog(pattern, problem: problem)) }
        case .failed(let number, let text):
            if find.searching.fail(number) { message = Message(.failure, text) }
        case .hitFound(let request, let place):
            takeHit(request, place)
        case .highlighted(let highlights):
            takeHighlights(highlights)
        }
    }

    mutating func stepToHit(forward: Bool) -> [Effect] {
        guard let search = find.search else {
            message = noSearch
            return []
        }
        if reading.showsContext {
            // The texts are searched, so what is found stands there.
            reading.toTop()
            reading.seek()
            return []
        }
        if isItemWhole, reading.stepToHit(forward: forward, in: panes) { return [] }
        guard search.hits.count > 0 else {
            refuse(search.nothingText)
            return []
        }
        guard queue == nil else {
            let way = forward ? "below" : "above"
            refuse("\(search.pattern.title) is not further \(way) in this text")
            return []
        }
        guard let query = listQuery else {
            refuse("invalid rows are not searched")
            return []
        }
        let request = HitRequest(revision: listRevision, query: query, item: list.selectedItem, forward: forward)
        find.searching.ask(request)
        return [.work(HitJob(request: request, population: listPopulation, hits: search.hits))]
    }

    private mutating func takeHit(_ request: HitRequest, _ place: ItemListQuery.Place?) {
        find.searching.take(request)
        guard request.revision == listRevision, request.query == listQuery, let search = find.search else { return }
        guard let place else {
            return refuse("\(search.pattern.title) is not in this list; \(key(.onlyHits)) shows all that have it")
        }
        if place.isWrapped { message = Message(.notice, "search wrapped to the \(request.forward ? "top" : "bottom")") }
        moveCursor(to: place.row)
        reading.seek()
    }

    /// What the reading pane needs to show where the search matches in the item under the cursor.
    mutating func missingHighlights() -> (any Job)? {
        guard let search = find.search, let item = currentItem, search.hits.contains(Int(item)),
            case .item(let text) = texts[item]
        else { return nil }
        let wanted = TextHighlights(search: search.number, item: item)
        guard reading.wants(wanted) else { return nil }
        return HighlightJob(number: search.number, pattern: search.pattern, item: item, text: text)
    }

    /// Where the search matches in the item that is read; nil where that is not known, or nothing is searched.
    public var shownHighlights: TextHighlights? {
        guard let highlights = reading.highlights, highlights.search == find.search?.number,
            highlights.item == currentItem
        else { return nil }
        return highlights
    }

    private mutating func takeHighlights(_ highlights: TextHighlights) {
        reading.take(highlights, of: find.search?.number)
    }
}
