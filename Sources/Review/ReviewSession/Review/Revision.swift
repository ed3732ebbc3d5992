/// Tells apart the items that results were made from.
public struct Revision: Hashable, Sendable {
    /// The snapshot, as in `RoundState.revision`.
    public internal(set) var round: Int
    /// The search whose hits are shown alone, and how far it had come; 0 where all items are.
    public internal(set) var search = 0
    public internal(set) var hits = 0
    /// For the list of marked items: one more than how often marks had changed; 0 for all others.
    public internal(set) var marks = 0
    /// Which answer about the filter in force they are; 0 where there is none.
    public internal(set) var filter = 0
    /// How often verdicts had changed; 0 for what does not depend on them.
    public internal(set) var verdicts = 0

    /// All items of a snapshot.
    public init(round: Int) { self.round = round }
}
