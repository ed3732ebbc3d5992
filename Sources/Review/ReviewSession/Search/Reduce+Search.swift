import RoundModel

extension ReviewState {
    mutating func openSearch() {
        open(SearchDialog(find.search?.pattern))
    }

    /// Shows only what was found, or all again.
    mutating func toggleOnlyHits() {
        guard let search = find.search else { return refuse("nothing is searched for yet; \(key(.search)) searches") }
        guard search.isOnly || search.hits.count > 0 else {
            return refuse("\(search.pattern.title) is in no item\(search.isRunning ? " so far" : "")")
        }
        find.search?.isOnly.toggle()
        let count = DecimalText.counted(search.hits.count, "item")
        message = Message(.done, search.isOnly ? "all items again" : "only the \(count) with \(search.pattern.title)")
    }

    /// Starts a search, in place of the one that is there; an empty pattern ends searching.
    mutating func begin(_ pattern: SearchPattern) -> [Effect] {
        guard !pattern.text.isEmpty else { return endSearch() }
        find.searches += 1
        let isOnly = find.search?.isOnly ?? false
        find.search = SearchState(pattern, number: find.searches)
        find.search?.isOnly = isOnly
        reading.seeksHighlight = true
        let waits = round.isReading ? ", once the round is read" : ""
        message = Message(.done, "searching for \(pattern.title)\(waits)")
        return []
    }

    /// The search that is to begin; it waits until the round is read, since its hits are of the whole round.
    mutating func missingSearch() -> (any Job)? {
        guard let search = find.search, !search.isStarted, !round.isReading else { return nil }
        find.search?.isStarted = true
        return SearchJob(number: search.number, pattern: search.pattern, start: list.selectedItem ?? 0)
    }

    /// Lets a search begin anew, since the items it spoke of are no more.
    mutating func restartSearch() -> [Effect] {
        guard let old = find.search else { return [] }
        find.searches += 1
        find.search = SearchState(old.pattern, number: find.searches)
        return [.stop(.search)]
    }

    /// Forgets the search, so that all items are shown again.
    mutating func endSearch() -> [Effect] {
        guard let search = find.search else { return [] }
        find.search = nil
        message = Message(.done, "\(search.pattern.title) is no longer searched for")
        return [.stop(.search)]
    }

    /// Esc first stops a search that runs, then forgets it; false where there is none.
    mutating func stopSearch() -> [Effect]? {
        guard let search = find.search else { return nil }
        guard search.isRunning else { return endSearch() }
        find.search?.isRunning = false
        let found = DecimalText.counted(search.hits.count, "item")
        message = Message(
            .done,
            "search stopped at \(Int(search.fraction * 100)) %: \(found) with \(search.pattern.title)"
        )
        return [.stop(.search)]
    }

    mutating func take(_ update: SearchUpdate) {
        switch update {
        case .progressed(let number, let hits, let fraction, let isComplete):
            guard find.search?.number == number, find.search?.isRunning == true else { return }
            find.search?.hits = hits
            find.search?.fraction = fraction
            find.search?.revision += 1
            find.search?.isRunning = !isComplete
            if isComplete { tellAboutSearch() }
        case .refused(let number, let problem):
            guard let search = find.search, search.number == number else { return }
            find.search = nil
            if dialog == nil { open(SearchDialog(search.pattern, problem: problem)) }
        case .failed(let number, let text):
            guard find.search?.number == number else { return }
            find.search?.isRunning = false
            message = Message(.failure, text)
        case .hitFound(let request, let place):
            takeHit(request, place)
        case .highlighted(let highlights):
            takeHighlights(highlights)
        }
    }

    private mutating func tellAboutSearch() {
        guard let search = find.search, message == nil || message?.kind == .done else { return }
        let count = search.hits.count
        message =
            count > 0
            ? Message(.done, "\(DecimalText.counted(count, "item")) with \(search.pattern.title)")
            : Message(.notice, "no prompt or response has \(search.pattern.title)")
    }

    mutating func stepToHit(forward: Bool) -> [Effect] {
        guard let search = find.search else {
            refuse("nothing is searched for yet; \(key(.search)) searches")
            return []
        }
        guard search.hits.count > 0 else {
            refuse("\(search.pattern.title) is in no item\(search.isRunning ? " so far" : "")")
            return []
        }
        guard let query = listQuery else {
            refuse("invalid rows are not searched")
            return []
        }
        let request = HitRequest(revision: listRevision, query: query, item: list.selectedItem, forward: forward)
        find.hit = request
        return [.work(HitJob(request: request, population: listPopulation, hits: search.hits))]
    }

    private mutating func takeHit(_ request: HitRequest, _ place: ItemListQuery.Place?) {
        if find.hit == request { find.hit = nil }
        guard request.revision == listRevision, request.query == listQuery, let search = find.search else { return }
        guard let place else {
            return refuse("\(search.pattern.title) is not in this list; \(key(.onlyHits)) shows all that have it")
        }
        if place.isWrapped { message = Message(.notice, "went round the \(request.forward ? "end" : "beginning")") }
        moveCursor(to: place.row)
        reading.seeksHighlight = true
    }

    /// What the reading pane needs to show where the search matches in the item under the cursor.
    mutating func missingHighlights() -> (any Job)? {
        guard let search = find.search, let item = currentItem, search.hits.contains(Int(item)),
            case .item(let text) = texts[item]
        else { return nil }
        let wanted = TextHighlights(search: search.number, item: item)
        let isHere = reading.highlights.map { $0.search == wanted.search && $0.item == item } ?? false
        guard !isHere, reading.askedHighlights.ask(wanted) else { return nil }
        return HighlightJob(number: search.number, pattern: search.pattern, item: item, text: text)
    }

    private mutating func takeHighlights(_ highlights: TextHighlights) {
        reading.askedHighlights.take(TextHighlights(search: highlights.search, item: highlights.item))
        if highlights.search == find.search?.number { reading.highlights = highlights }
    }

    /// Scrolls to the first match of an item that a step led to, if that is out of sight.
    mutating func seekHighlight() {
        guard reading.seeksHighlight, let line = panes.firstHighlightedLine else { return }
        reading.seeksHighlight = false
        guard line >= reading.scroll + panes.readingRows || line < reading.scroll else { return }
        reading.scroll = max(0, line - panes.readingRows / 3)
        clampReading()
    }
}
