public import Basics

/// Reads rounds.
public enum RoundLoader {
    /// Reads a round to its end, on all cores, and returns it whole.
    ///
    /// Blocks until then: call it off the thread that owns the screen.
    ///
    /// - Parameters:
    ///   - cancellation: stops the load soon after it is thrown, also while a pipe keeps it waiting.
    ///   - observer: sees each block of rows on the way.
    ///   - onSnapshot: called from the calling thread with what has come, in order: at the first rows, then at most 30
    ///     times a second, and not for the whole; while no row was valid, without items.
    /// - Throws: why the round cannot be used; rows that came before are then not to be taken for the round.
    /// - Complexity: O(bytes).
    public static func load(
        _ request: RoundRequest,
        cancellation: Cancellation = Cancellation(),
        observer: (any BlockObserver)? = nil,
        onSnapshot: (@Sendable (LoadedRound) -> Void)? = nil
    ) throws(RoundFilesError) -> LoadedRound {
        try load(
            request,
            settings: LoadSettings(),
            cancellation: cancellation,
            observer: observer,
            onSnapshot: onSnapshot
        )
    }

    /// As above, with sizes of one's own.
    static func load(
        _ request: RoundRequest,
        settings: LoadSettings,
        cancellation: Cancellation = Cancellation(),
        observer: (any BlockObserver)? = nil,
        onSnapshot: (@Sendable (LoadedRound) -> Void)? = nil
    ) throws(RoundFilesError) -> LoadedRound {
        try RoundLoad(
            request,
            settings: settings,
            cancellation: cancellation,
            observer: observer,
            onSnapshot: onSnapshot
        ).run()
    }
}
