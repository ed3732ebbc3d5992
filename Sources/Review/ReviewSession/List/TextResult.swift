public import RoundModel

/// A text that was asked for.
public enum TextResult: Hashable, Sendable {
    /// A decoded item.
    case item(ItemText)
    /// The bytes of an invalid row, or their beginning.
    case row([UInt8])
    /// Why it could not be read.
    case failed(String)
}
