import RoundModel

/// Searches: the newest one, and the step to a hit of it.
public struct Searching: Sendable {
    /// What is searched for in the texts; nil for nothing.
    public private(set) var search: SearchState?
    /// Searches so far; the number of the newest.
    private var count = 0
    /// The step to a hit that was asked for last, until it is there.
    private(set) var hit: HitRequest?

    /// Begins a search in place of the one that is there, which says whether only the hits are shown.
    mutating func begin(_ pattern: SearchPattern) {
        begin(pattern, isOnly: search?.isOnly ?? false)
    }

    private mutating func begin(_ pattern: SearchPattern, isOnly: Bool) {
        count += 1
        search = SearchState(pattern, number: count, isOnly: isOnly)
    }

    /// Lets the search begin anew, since the items it spoke of are no more.
    ///
    /// - Returns: false where there is none.
    mutating func restart() -> Bool {
        guard let search else { return false }
        begin(search.pattern, isOnly: false)
        return true
    }

    /// The search that a worker is to be told of; nil for none.
    mutating func wanted() -> SearchState? {
        guard let search, !search.isStarted else { return nil }
        self.search?.start()
        return search
    }

    /// Stops the search where it is.
    ///
    /// - Returns: what there is to say about it; nil where there is none.
    mutating func stop() -> Message? { search?.stop() }

    /// Shows only what was found, or all again.
    ///
    /// - Returns: what there is to say about it; nil where there is no search.
    mutating func toggleOnly() -> Message? { search?.toggleOnly() }

    /// Ends searching.
    mutating func end() { search = nil }

    // MARK: What is told of it

    /// Takes over hits that were found: what is told of another search is of no use.
    ///
    /// - Returns: true where the search has come to its end by that.
    mutating func take(_ number: Int, _ hits: ItemSet, fraction: Double, isComplete: Bool) -> Bool {
        guard search?.number == number, search?.isRunning == true else { return false }
        search?.take(hits, fraction: fraction, isComplete: isComplete)
        return isComplete
    }

    /// Ends a search whose pattern is none.
    ///
    /// - Returns: the pattern; nil where it is another search that goes on.
    mutating func refuse(_ number: Int) -> SearchPattern? {
        guard let search, search.number == number else { return nil }
        end()
        return search.pattern
    }

    /// Takes note of a search that ended early.
    ///
    /// - Returns: false where it is another search that goes on.
    mutating func fail(_ number: Int) -> Bool {
        guard search?.number == number else { return false }
        search?.end()
        return true
    }

    // MARK: Steps

    /// Takes note of a step that is asked for.
    mutating func ask(_ step: HitRequest) { hit = step }

    /// Takes note of where a step leads.
    mutating func take(_ step: HitRequest) {
        if hit == step { hit = nil }
    }

    /// Waits for no step any more.
    mutating func dropStep() { hit = nil }
}
