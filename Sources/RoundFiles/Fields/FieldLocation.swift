/// Where one field of a row stands.
struct FieldLocation: Hashable, Sendable {
    /// As it is shown: the keys joined by dots.
    var name: String
    /// The keys of the objects to open, outermost first; for a column its name alone.
    var keys: [[UInt8]]
    /// The column's index, for delimited text.
    var column: Int?
}
