/// The fields that rows were seen to have.
struct FoundFields {
    /// The fields of the rows themselves, in the order they were first seen.
    private(set) var top: [FieldLocation] = []
    /// Every field and nested path, as it is shown, in the order they were first seen.
    private(set) var names: [String] = []
    /// The names that a header gives to several columns: the first of them keeps it.
    var repeatedColumns: Set<String> = []
    /// The fields that go by a name: several where keys hold dots.
    private var locations: [String: [FieldLocation]] = [:]
    /// What the values of the fields are.
    private(set) var kinds: [[[UInt8]]: Set<ValueKind>] = [:]
    /// The lists of turns among the rows' own fields.
    var chats = ChatLists()
    /// A hostile row could bring millions of names.
    private static let limit = 10_000

    var isEmpty: Bool { names.isEmpty }

    /// The fields that a name means; the row's own field goes before a path into an object that reads the same.
    func locations(named name: String) -> [FieldLocation] {
        if let own = top.first(where: { $0.name == name }) { return [own] }
        if let same = locations[name] { return same }
        let path = FieldPath(name)
        let met = kinds.keys.filter { path.isMet(by: $0) }
        if !met.isEmpty { return met.map { FieldLocation(name: name, keys: $0) } }
        return turns(path, name)
    }

    /// The lists that were seen.
    var lists: [[[UInt8]]] { kinds.filter { $0.value.contains(.list) }.map(\.key) }

    /// Notes a nested field and the objects around it.
    mutating func add(keys: [[UInt8]], kind: ValueKind? = nil) {
        for depth in 1...max(1, keys.count) where depth <= keys.count {
            let part = Array(keys[..<depth])
            note(FieldLocation(name: Self.shown(keys[..<depth]), keys: part))
            if depth == keys.count, let kind, kinds[part] != nil || kinds.count < Self.limit {
                kinds[part, default: []].insert(kind)
            }
        }
    }

    /// Notes a column. Names may stand twice.
    mutating func add(column name: [UInt8]) {
        let location = FieldLocation(name: String(decoding: name, as: UTF8.self), keys: [name])
        top.append(location)
        names.append(location.name)
        if locations[location.name] == nil { locations[location.name] = [location] }
    }

    private mutating func note(_ location: FieldLocation) {
        if let known = locations[location.name] {
            if known.contains(where: { $0.keys == location.keys }) { return }
            if known.count < 8 { locations[location.name]?.append(location) }
            // Two readings of one name: the row's own field is the one that is meant.
            if location.keys.count == 1 { top.append(location) }
            return
        }
        if names.count >= Self.limit { return }
        locations[location.name] = [location]
        names.append(location.name)
        if location.keys.count == 1 { top.append(location) }
    }

    /// Paths through a list whose turns are chosen by who speaks them: some turn has what stands behind.
    private func turns(_ path: FieldPath, _ name: String) -> [FieldLocation] {
        lists.compactMap { list in
            guard let keys = path.keys(through: list), FieldLocation.isTurn(keys[list.count]) else { return nil }
            let tail = keys[(list.count + 1)...]
            let isThere = kinds.keys.contains { field in
                field.count > list.count && field.starts(with: list) && field[(list.count + 1)...].elementsEqual(tail)
            }
            return isThere ? FieldLocation(name: name, keys: keys) : nil
        }
    }

    private static func shown(_ keys: ArraySlice<[UInt8]>) -> String {
        keys.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
    }
}

/// What a value is, as far as it matters to whoever looks for a field.
enum ValueKind: Hashable {
    case text, number, boolean, null, list, object
}
