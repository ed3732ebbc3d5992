/// A dictionary that may be handed to another thread while it goes on changing: a change copies a small part of it, not
/// all of it.
public struct SharedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// By some bits of the keys' hashes. What shares a part shares those bits, which costs its dictionary little: it
    /// places by the lowest ones and all others.
    private var parts: [[Key: Value]]
    /// The number of entries.
    public private(set) var count = 0

    /// Parts of the map; a power of two.
    private static var partCount: Int { 1024 }

    public init() { parts = Array(repeating: [:], count: Self.partCount) }

    /// The entries of a dictionary.
    ///
    /// - Complexity: O(entries).
    public init(_ entries: [Key: Value]) {
        self.init()
        for (key, value) in entries { self[key] = value }
    }

    public var isEmpty: Bool { count == 0 }

    private func part(_ key: Key) -> Int { (key.hashValue >> 40) & (Self.partCount - 1) }

    /// - Complexity: O(1), and where the map is shared a copy of a thousandth of it.
    public subscript(key: Key) -> Value? {
        get { parts[part(key)][key] }
        set {
            let part = part(key)
            let before = parts[part].count
            parts[part][key] = newValue
            count += parts[part].count - before
        }
    }

    /// Likewise; a missing value is put in first.
    public subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
        get { parts[part(key)][key] ?? fallback() }
        _modify {
            let part = part(key)
            let before = parts[part].count
            yield &parts[part][key, default: fallback()]
            count += parts[part].count - before
        }
    }

    /// Takes an entry out.
    @discardableResult
    public mutating func removeValue(forKey key: Key) -> Value? {
        let value = parts[part(key)].removeValue(forKey: key)
        if value != nil { count -= 1 }
        return value
    }

    /// The keys, in no order.
    public var keys: some Sequence<Key> { parts.lazy.flatMap(\.keys) }

    /// The values, in no order.
    public var values: some Sequence<Value> { parts.lazy.flatMap(\.values) }
}

extension SharedMap: Sequence {
    public func makeIterator() -> FlattenSequence<[[Key: Value]]>.Iterator { parts.joined().makeIterator() }
}

extension SharedMap: Equatable where Value: Equatable {
    public static func == (one: Self, other: Self) -> Bool { one.parts == other.parts }
}
