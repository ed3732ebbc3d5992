import RoundModel

/// What the reviewer sees and did last in this run.
struct Sitting: Sendable {
    /// The item whose text is before the reviewer's eyes, and since when.
    private var shown: (item: UInt32, since: Double)?
    /// The item that the last key judged, where it led on to another one: until something else is done, a note is for it.
    private(set) var justJudged: UInt32?
    /// The names of items that were judged in this run, whose rows may have left memory since.
    private(set) var names: [UInt32: ItemName] = [:]

    /// Takes note that an item's text is before the reviewer's eyes.
    ///
    /// - Parameter clock: when, as `Moment.clock` tells it.
    mutating func see(_ item: UInt32, at clock: Double) {
        if shown?.item != item { shown = (item, clock) }
    }

    /// How long an item's text has been there, in seconds; nil where it is not.
    func seconds(on item: UInt32, until clock: Double) -> Double? {
        shown.flatMap { $0.item == item ? max(0, clock - $0.since) : nil }
    }

    /// Takes note of what an item is called.
    mutating func remember(_ name: ItemName, of item: UInt32) { names[item] = name }

    /// Takes note of the item that a key judged.
    mutating func judge(_ item: UInt32) { justJudged = item }

    /// Takes note that something else is done: a note is for what is there.
    mutating func turnAway() { justJudged = nil }

    /// Forgets which items were judged, since the items may be others now.
    mutating func forgetJudged() { (names, justJudged) = ([:], nil) }

    /// Forgets what is before the reviewer's eyes.
    mutating func forgetShown() { shown = nil }
}
