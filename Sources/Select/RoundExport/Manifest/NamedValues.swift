/// Values by the cases of an enumeration: in JSON an object whose keys stand in the order of the cases.
public struct NamedValues<Name, Value>: Codable, Hashable, Sendable
where
    Name: CaseIterable & RawRepresentable<String> & Hashable & Sendable,
    Value: Codable & Hashable & Sendable
{
    /// What each case has; none for a case that has nothing.
    public var values: [Name: Value]

    public init(_ values: [Name: Value]) { self.values = values }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        values = [:]
        for name in Name.allCases {
            values[name] = try container.decodeIfPresent(Value.self, forKey: AnyKey(name.rawValue))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for name in Name.allCases { try container.encodeIfPresent(values[name], forKey: AnyKey(name.rawValue)) }
    }
}

/// Counts by any names: in JSON an object whose keys stand in the order of the names.
public struct NamedCounts: Codable, Hashable, Sendable {
    /// The count of each name.
    public var counts: [String: Int]

    public init(_ counts: [String: Int]) { self.counts = counts }

    public init(from decoder: any Decoder) throws { counts = try [String: Int](from: decoder) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            try container.encode(count, forKey: AnyKey(name))
        }
    }
}

/// A key that is only known when the program runs.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
