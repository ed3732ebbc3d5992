/// The time as the session is told it, and what follows from that.
struct SessionClock: Sendable {
    /// When the present action happened.
    private(set) var now = Moment()
    /// How fast what goes through all rows goes.
    private(set) var paces: [PacedWork: Pace] = [:]

    /// Begins with an action.
    mutating func begin(_ moment: Moment) { now = moment }

    /// Notes how fast everything goes.
    ///
    /// - Parameter fractions: how far what runs is, 0 to 1.
    mutating func notePaces(_ fractions: [PacedWork: Double]) {
        paces = paces.filter { fractions[$0.key] != nil }
        for (work, fraction) in fractions {
            paces[work, default: Pace(fraction, at: now.clock)].note(fraction, at: now.clock)
        }
    }
}

extension ReviewState {
    /// When the present action happened.
    var moment: Moment { clock.now }

    /// How fast what goes through all rows goes.
    public var paces: [PacedWork: Pace] { clock.paces }
}
