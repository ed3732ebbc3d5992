/// The fields that rows were seen to have.
struct FoundFields {
    /// The fields of the rows themselves, in the order they were first seen.
    private(set) var top: [FieldLocation] = []
    /// Every field and nested path, as it is shown, in the order they were first seen.
    private(set) var names: [String] = []
    /// The names that a header gives to several columns: the first of them keeps it.
    var repeatedColumns: Set<String> = []
    private var locations: [String: FieldLocation] = [:]
    /// A hostile row could bring millions of names.
    private static let limit = 10_000

    var isEmpty: Bool { names.isEmpty }

    /// The field with this name; the row's own field goes before a path into an object that reads the same.
    func location(named name: String) -> FieldLocation? {
        top.first { $0.name == name } ?? locations[name]
    }

    /// Notes a nested field and the objects around it.
    mutating func add(keys: [[UInt8]]) {
        for depth in 1...max(1, keys.count) where depth <= keys.count {
            note(FieldLocation(name: Self.shown(keys[..<depth]), keys: Array(keys[..<depth]), column: nil))
        }
    }

    /// Notes a column. Names may stand twice.
    mutating func add(column: Int, name: [UInt8]) {
        let location = FieldLocation(name: String(decoding: name, as: UTF8.self), keys: [name], column: column)
        top.append(location)
        names.append(location.name)
        if locations[location.name] == nil { locations[location.name] = location }
    }

    private mutating func note(_ location: FieldLocation) {
        if let known = locations[location.name] {
            if known.keys == location.keys || location.keys.count > 1 { return }
            // Two readings of one name: the row's own field is the one that is meant.
            if top.contains(where: { $0.name == location.name }) { return }
            top.append(location)
            return
        }
        if names.count >= Self.limit { return }
        locations[location.name] = location
        names.append(location.name)
        if location.keys.count == 1 { top.append(location) }
    }

    private static func shown(_ keys: ArraySlice<[UInt8]>) -> String {
        keys.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
    }
}
