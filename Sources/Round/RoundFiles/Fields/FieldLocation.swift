/// Where one field of a row stands.
struct FieldLocation: Hashable, Sendable {
    /// As it is shown: the keys joined by dots.
    var name: String
    /// The keys of the objects to open, outermost first, and the places, from 0, in the arrays among them, or the turns of
    /// the lists among them; for a column its name alone.
    var keys: [[UInt8]]
}
