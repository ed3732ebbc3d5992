import RoundModel

/// How a search begins, goes on and ends.
extension FindState {
    /// Begins a search in place of the one that is there.
    mutating func beginSearch(_ pattern: SearchPattern, isOnly: Bool = false) {
        searches += 1
        search = SearchState(pattern, number: searches)
        search?.isOnly = isOnly
    }

    /// Lets the search begin anew, since the items it spoke of are no more.
    ///
    /// - Returns: false where there is none.
    mutating func restartSearch() -> Bool {
        guard let search else { return false }
        beginSearch(search.pattern)
        return true
    }

    /// The search with a number, while it runs: what is told of another one is of no use.
    private func runs(_ number: Int) -> Bool { search?.number == number && search?.isRunning == true }

    /// Takes over hits that were found.
    ///
    /// - Returns: true where the search has come to its end by that.
    mutating func takeHits(_ number: Int, _ hits: ItemSet, fraction: Double, isComplete: Bool) -> Bool {
        guard runs(number) else { return false }
        search?.hits = hits
        search?.fraction = fraction
        search?.revision += 1
        search?.isRunning = !isComplete
        return isComplete
    }
}

extension SearchState {
    /// Why there is no hit to go to.
    var nothingText: String { "\(pattern.title) is in no item\(isRunning ? " so far" : "")" }

    /// What came of it.
    var outcome: Message {
        hits.count > 0
            ? Message(.done, "\(DecimalText.counted(hits.count, "item")) with \(pattern.title)")
            : Message(.notice, "no prompt or response has \(pattern.title)")
    }

    /// Stops it where it is.
    ///
    /// - Returns: what there is to say about it.
    mutating func stop() -> Message {
        isRunning = false
        let found = DecimalText.counted(hits.count, "item")
        return Message(.done, "search stopped at \(Int(fraction * 100)) %: \(found) with \(pattern.title)")
    }

    /// Shows only what was found, or all again.
    ///
    /// - Returns: what there is to say about it.
    mutating func toggleOnly() -> Message {
        guard isOnly || hits.count > 0 else { return Message(.refusal, nothingText) }
        isOnly.toggle()
        let count = DecimalText.counted(hits.count, "item")
        return Message(.done, isOnly ? "only the \(count) with \(pattern.title)" : "all items again")
    }
}
