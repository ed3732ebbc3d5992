/// A small JSON value whose objects keep the order of their keys, so that a contract's order is what stands in a file.
public enum OrderedJSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Written as the shortest decimal that reads back as the same double; NaN and infinities as null.
    case number(Double)
    /// Text that is valid Unicode.
    case string(String)
    /// Text as bytes: UTF-8, in which a lone surrogate may stand in its three-byte form.
    case text([UInt8])
    /// Values in their order.
    case array([OrderedJSON])
    /// Members in their order; nothing checks that their keys differ.
    case object([Member])

    /// One key of an object and its value.
    public struct Member: Hashable, Sendable {
        /// The key, not yet escaped.
        public var key: String
        /// What stands behind the colon.
        public var value: OrderedJSON

        public init(_ key: String, _ value: OrderedJSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a key, of the first where it stands twice; nil where this is no object or has no such key.
    ///
    /// - Complexity: O(members).
    public subscript(_ key: String) -> OrderedJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

extension OrderedJSON: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension OrderedJSON: ExpressibleByDictionaryLiteral {
    /// An object with its keys in the order in which they are written.
    public init(dictionaryLiteral elements: (String, OrderedJSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
