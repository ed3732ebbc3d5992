/// Where one field of a row stands.
struct FieldLocation: Hashable, Sendable {
    /// As it is shown: the keys joined by dots.
    var name: String
    /// The keys of the objects to open, outermost first, and the places, from 0, in the arrays among them; for a column
    /// its name alone.
    var keys: [[UInt8]]
    /// The column's index, for delimited text.
    var column: Int?
}

extension FieldLocation {
    /// Where a path leads if each dot in it stands between two keys.
    init(path: String) {
        self.init(
            name: path,
            keys: path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init),
            column: nil
        )
    }
}
