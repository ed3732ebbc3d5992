/// What somebody was asked for last, and whether the answer is still on its way.
///
/// Whoever needs something asks for it where it is neither here nor on its way. So nothing is asked twice, and what was
/// here once and was thrown away since is asked for again.
public struct Asked<Request: Hashable & Sendable>: Hashable, Sendable {
    /// The newest request, whether or not its answer has come; nil where there was none, or it no longer counts.
    public private(set) var request: Request?
    /// True until its answer has come.
    public private(set) var isPending = false

    public init() {}

    /// Notes that something is wanted that is not here.
    ///
    /// - Returns: true where it is to be asked for; false where it is on its way.
    package mutating func ask(_ wanted: Request) -> Bool {
        guard !isPending || request != wanted else { return false }
        (request, isPending) = (wanted, true)
        return true
    }

    /// Notes that something is wanted whose answer stays until something else is wanted.
    ///
    /// - Returns: true where it is to be asked for; false where it was asked for last, answered or not.
    package mutating func askOnce(_ wanted: Request) -> Bool {
        guard request != wanted else { return false }
        return ask(wanted)
    }

    /// Notes an answer; that to an earlier request changes nothing.
    package mutating func take(_ answered: Request) {
        if request == answered { isPending = false }
    }

    /// True where the answer to a request is awaited.
    package func awaits(_ wanted: Request) -> Bool { isPending && request == wanted }

    /// Forgets the request: its answer counts no more.
    package mutating func forget() { self = Asked() }
}

/// Tells one try of a job from another, and which items it was about.
public struct Ticket: Hashable, Sendable {
    /// The snapshot, as in `RoundState.revision`.
    public let round: Int
    /// The number of the try.
    public let number: Int
}
