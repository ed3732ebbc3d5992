public import RoundModel

/// What the items hold: their contents, which samples and copies are told by, and the texts of some.
public struct ContentState: Sendable {
    /// The texts of some.
    public internal(set) var texts = ItemTexts()
    /// What they are; nil until something needs them.
    public private(set) var keys: ContentKeys?
    /// How far reading them has come, 0 to 1; nil while nobody does.
    public private(set) var fraction: Double?
    /// Why they could not be read, until something asks for them again.
    private var problem: String?
    /// The round whose contents were asked for last.
    private var asked = Asked<Int>()

    /// Takes note that somebody asks for them, though they could not be read before.
    mutating func tryAgain() { problem = nil }

    /// Has them read.
    ///
    /// - Returns: true where they are to be asked for; false where they are here or on their way, or cannot be read.
    mutating func ask(of round: Int) -> Bool {
        guard keys == nil, problem == nil, asked.ask(round) else { return false }
        fraction = 0
        return true
    }

    /// Takes over what a worker tells.
    ///
    /// - Returns: whether they are there, once that is known; nil before, and where it is about another round.
    mutating func take(_ update: ContentUpdate, of round: Int) -> Result<Void, WorkFailure>? {
        switch update {
        case .progressed(let revision, let fraction):
            if revision == round, keys == nil { self.fraction = fraction }
            return nil
        case .read(let revision, let keys):
            guard end(revision, of: round) else { return nil }
            self.keys = keys
            return .success(())
        case .failed(let revision, let why):
            guard end(revision, of: round) else { return nil }
            problem = why
            return .failure(WorkFailure(why))
        }
    }

    private mutating func end(_ revision: Int, of round: Int) -> Bool {
        guard revision == round, asked.awaits(revision) else { return false }
        asked.take(revision)
        fraction = nil
        return true
    }

    /// Forgets what they are, since the items are others now.
    mutating func forget() {
        (keys, fraction, problem) = (nil, nil, nil)
        asked.forget()
    }
}
