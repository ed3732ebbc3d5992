public import RoundModel

/// What the items hold: their contents, which samples and copies are told by, and the texts of some.
public struct ContentState: Sendable {
    /// The texts of some.
    public internal(set) var texts = ItemTexts()
    /// What they are; nil until something needs them.
    public internal(set) var keys: ContentKeys?
    /// How far reading them has come, 0 to 1; nil while nobody does.
    public internal(set) var fraction: Double?
    /// Why they could not be read, until something asks for them again.
    var problem: String?
    /// The round whose contents were asked for last.
    var asked = Asked<Int>()
}
