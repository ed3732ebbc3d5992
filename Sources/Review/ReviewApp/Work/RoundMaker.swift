public import ReviewSession

/// Makes a round while it is reviewed.
public protocol RoundMaker: Sendable {
    /// Begins; what is to be told of it is reported from any thread.
    func start(_ report: @escaping @Sendable (Action) -> Void)
    /// Stops, and returns once nothing of it runs any more. Nobody reads the rows from then on.
    func stop()
}
