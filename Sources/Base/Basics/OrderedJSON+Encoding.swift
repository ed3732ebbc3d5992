extension OrderedJSON {
    /// A value as its own `encode(to:)` spells it, the keys of its objects in the order in which they are encoded.
    ///
    ///     struct Point: Codable { var y = 2.5; var x = 1 }
    ///     OrderedJSON(encoding: Point()).description(.compact)  // {"y":2.5,"x":1}
    ///
    /// Null for a value that refuses to be encoded, and for one with a whole number beyond 64 bits.
    /// - Complexity: O(members).
    public init(encoding value: some Encodable) {
        let place = EncodedPlace()
        do { try place.set(value, at: []) } catch { place.setNull() }
        self = place.json
    }
}

/// One place of a value on its way to JSON: what was encoded there so far.
private final class EncodedPlace {
    private enum Form {
        case nothing
        case single(OrderedJSON)
        case array([EncodedPlace])
        case object([(key: String, place: EncodedPlace)])
    }

    private var form = Form.nothing

    var json: OrderedJSON {
        switch form {
        case .nothing: [:]
        case .single(let value): value
        case .array(let places): .array(places.map(\.json))
        case .object(let members): .object(members.map { OrderedJSON.Member($0.key, $0.place.json) })
        }
    }

    /// How many elements an array has so far.
    var count: Int { if case .array(let places) = form { places.count } else { 0 } }

    func beginObject() { if case .nothing = form { form = .object([]) } }

    func beginArray() { if case .nothing = form { form = .array([]) } }

    func member(_ key: any CodingKey) -> EncodedPlace {
        let place = EncodedPlace()
        guard case .object(var members) = form else { return place }
        form = .nothing
        members.append((key.stringValue, place))
        form = .object(members)
        return place
    }

    func element() -> EncodedPlace {
        let place = EncodedPlace()
        guard case .array(var places) = form else { return place }
        form = .nothing
        places.append(place)
        form = .array(places)
        return place
    }

    func setNull() { form = .single(.null) }

    func set(_ value: some Encodable, at path: [any CodingKey]) throws {
        switch value {
        case let value as Bool: form = .single(.bool(value))
        case let value as String: form = .single(.string(value))
        case let value as any BinaryInteger:
            guard let whole = Int(exactly: value) else {
                throw EncodingError.invalidValue(value, .init(codingPath: path, debugDescription: "beyond 64 bits"))
            }
            form = .single(.integer(whole))
        case let value as any BinaryFloatingPoint: form = .single(.number(Double(value)))
        default: try value.encode(to: OrderedEncoder(place: self, codingPath: path))
        }
    }
}

private struct OrderedEncoder: Encoder {
    let place: EncodedPlace
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        place.beginObject()
        return KeyedEncodingContainer(OrderedMembers(place: place, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        place.beginArray()
        return OrderedElements(place: place, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        OrderedSingle(place: place, codingPath: codingPath)
    }
}

private struct OrderedMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let place: EncodedPlace
    let codingPath: [any CodingKey]

    private func encoder(_ key: any CodingKey) -> OrderedEncoder {
        OrderedEncoder(place: place.member(key), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { place.member(key).setNull() }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try place.member(key).set(value, at: codingPath + [key])
    }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        encoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder(SuperKey()) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

private struct OrderedElements: UnkeyedEncodingContainer {
    let place: EncodedPlace
    let codingPath: [any CodingKey]
    var count: Int { place.count }

    private func encoder() -> OrderedEncoder { OrderedEncoder(place: place.element(), codingPath: codingPath) }

    func encodeNil() { place.element().setNull() }

    func encode(_ value: some Encodable) throws { try place.element().set(value, at: codingPath) }

    func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder() }
}

private struct OrderedSingle: SingleValueEncodingContainer {
    let place: EncodedPlace
    let codingPath: [any CodingKey]

    func encodeNil() { place.setNull() }

    func encode(_ value: some Encodable) throws { try place.set(value, at: codingPath) }
}

private struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }

    init() {}
    init?(stringValue: String) {}
    init?(intValue: Int) { nil }
}
