public import ItemFilter

/// What is said in place of a value that cannot be shown.
public enum FacetWords {
    /// For a value that is empty, or none.
    ///
    /// - Parameter all: the values that it stands among.
    public static func absent(_ value: FacetValue, among all: [FacetValue]) -> String {
        absent(value, isBinned: all.contains { $0.bin != nil })
    }

    /// - Parameter isBinned: whether it stands among ranges of numbers.
    static func absent(_ value: FacetValue, isBinned: Bool) -> String {
        value.value != nil ? "empty text" : isBinned ? "no number" : "no value"
    }
}
