public import RoundModel

/// A search and what it has found so far.
public struct SearchState: Sendable {
    /// What is searched for.
    public let pattern: SearchPattern
    /// Tells this search's answers from those of an earlier one.
    public let number: Int
    /// Items whose prompt or response matches, as far as the search has come.
    public private(set) var hits = ItemSet(words: [], universe: 0)
    /// How far it has come, 0 to 1.
    public private(set) var fraction = 0.0
    /// False once it has come to its end.
    public private(set) var isRunning = true
    /// False while it waits for the round to be read.
    private(set) var isStarted = false
    /// True where counts, plot and lists show only the hits.
    public private(set) var isOnly: Bool
    /// Grows with each answer, so that results of fewer hits are told apart.
    public private(set) var revision = 0

    init(_ pattern: SearchPattern, number: Int, isOnly: Bool = false) {
        self.pattern = pattern
        self.number = number
        self.isOnly = isOnly
    }

    /// Takes note that a worker is told of it.
    mutating func start() { isStarted = true }

    /// Takes over hits that were found.
    mutating func take(_ found: ItemSet, fraction: Double, isComplete: Bool) {
        hits = found
        self.fraction = fraction
        revision += 1
        isRunning = !isComplete
    }

    /// Takes note that it ended early, with what it has found.
    mutating func end() { isRunning = false }

    /// Stops it where it is.
    ///
    /// - Returns: what there is to say about it.
    mutating func stop() -> Message {
        end()
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

    // MARK: Words

    /// Why there is no hit to go to.
    var nothingText: String { "\(pattern.title) is in no item\(isRunning ? " so far" : "")" }

    /// What came of it.
    var outcome: Message {
        hits.count > 0
            ? Message(.done, "\(DecimalText.counted(hits.count, "item")) with \(pattern.title)")
            : Message(.notice, "no prompt or response has \(pattern.title)")
    }
}
