/// What kind of item each of some items is, by one field of its row, such as its category.
public struct ItemKinds: Hashable, Sendable {
    /// The field as people write it.
    public var field: String
    /// The value of each item that has one, by the item's number; it may be no valid UTF-8.
    public var values: [UInt32: [UInt8]]

    public init(field: String, values: [UInt32: [UInt8]]) {
        self.field = field
        self.values = values
    }
}
