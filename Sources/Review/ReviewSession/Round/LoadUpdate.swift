/// What is told of the round while it is read.
public enum LoadUpdate: Sendable {
    /// The round as far as it has been read, or whole; it takes the place of the last one.
    case progressed(RoundSnapshot)
    /// Reading ended early: a line for the user, and the status to leave with where nothing had come.
    case failed(message: String, status: Int32)
    /// How far a round is that is made while it is read.
    case making(RoundMaking)
    /// The round is made, or no more of it will be: a line for the user.
    case made(message: String, isFailure: Bool)
}
