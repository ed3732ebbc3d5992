import RoundModel

/// Which items are not to be trained on, by what the export is to be held against.
public struct LeakState: Sendable {
    /// What is looked for: those of a round by some settings.
    public struct Request: Hashable, Sendable {
        let round: Int
        let settings: GuardSettings
    }

    /// Those that were found last; nil where nobody looked.
    public private(set) var found: Leaks?
    /// What they are of.
    private var known: Request?
    private var asked = Asked<Request>()
    /// Changes whenever they do.
    private(set) var revision = 0

    /// True while they are looked for.
    var isLooking: Bool { asked.isPending }

    /// Why an item is not to be trained on; nil where it may be, and where nobody looked.
    public func reason(of item: UInt32) -> Leaks.Reason? { found?.reason(of: item) }

    /// What is to be looked for; nil where that is known, or on its way.
    mutating func wanted(_ settings: GuardSettings, round: Int) -> LeakJob? {
        var settings = settings
        // What becomes of leaks decides nothing about which there are.
        (settings.dropsEvaluation, settings.dropsSeen) = (false, false)
        let request = Request(round: round, settings: settings)
        guard known != request, asked.askOnce(request) else { return nil }
        return LeakJob(request: request)
    }

    /// Forgets them, since the round that is read anew has other items.
    mutating func forgetItems() {
        if found != nil { revision += 1 }
        (found, known) = (nil, nil)
        asked.forget()
    }

    /// Takes what was found.
    mutating func take(_ leaks: Leaks?, of request: Request) {
        asked.take(request)
        guard let leaks else { return }
        (found, known) = (leaks, request)
        revision += 1
    }
}
