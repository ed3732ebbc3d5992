import RoundModel

/// Lists the fields of rows to find the roles among them. Of the lists in a row those are opened that a given path leads
/// through, whichever of its dots stand between keys and whichever within one.
struct FieldLister {
    private let paths: [FieldPath]
    private var opened: Set<[[UInt8]]> = []
    private var parser: RowParser
    /// Lists in lists that one row may have opened.
    private static let depthLimit = 64

    /// - Parameter names: the paths that were given for roles.
    init(names: [String]) throws(RoundFilesError) {
        paths = names.map(FieldPath.init)
        parser = try RowParser(.json, paths: [])
    }

    /// Notes a row's fields, nested ones with the keys of the objects around them.
    ///
    /// - Returns: false for a row that is no object, or an empty one.
    mutating func note(
        _ row: UnsafeRawBufferPointer,
        in found: inout FoundFields
    ) throws(RoundFilesError) -> Bool {
        var fields: [Field] = []
        for _ in 0..<Self.depthLimit {
            fields = []
            guard parser.visitFields(of: row, { fields.append(Field($0)) }), !fields.isEmpty else { return false }
            let lists = fields.filter { $0.kind == .list }.map(\.keys)
            let new = Set(lists.flatMap { list in paths.compactMap { $0.keys(through: list) } }).subtracting(opened)
            if new.isEmpty { break }
            opened.formUnion(new)
            parser = try RowParser(.json, paths: opened.map { (FieldRole.id, $0) })
        }
        var chats: Set<[UInt8]> = []
        for field in fields {
            found.add(keys: field.keys, kind: field.kind)
            let isOpened = field.keys.count > 2 && opened.contains { $0.first == field.keys[0] }
            if isOpened || (field.keys.count == 1 && field.isListOfObjects) {
                chats.insert(field.keys[0])
            } else if field.keys.count == 1, field.kind != .null, field.kind != .list {
                found.chats.note(other: field.keys[0])
            }
        }
        // What was opened stays a list that paths lead through.
        for keys in opened {
            for depth in 1..<keys.count where FieldLocation.isTurn(keys[depth]) {
                found.add(keys: Array(keys[..<depth]), kind: .list)
            }
        }
        try found.chats.note(lists: chats, of: row)
        return true
    }

    /// One field of the row, copied.
    private struct Field {
        var keys: [[UInt8]]
        var kind: ValueKind
        var isListOfObjects: Bool

        init(_ field: RowField) {
            keys = field.keys
            let value = field.value
            isListOfObjects = false
            switch field.isString ? UInt8(ascii: "\"") : value.first {
            case UInt8(ascii: "\"")?:
                kind = RowField.number(value) == nil ? .text : .number
            case UInt8(ascii: "["):
                kind = .list
                let first = value.dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
                isListOfObjects = first == UInt8(ascii: "{")
            case UInt8(ascii: "{"): kind = .object
            case UInt8(ascii: "t"), UInt8(ascii: "f"): kind = .boolean
            case UInt8(ascii: "n") where field.isNull: kind = .null
            default: kind = .number
            }
        }
    }
}
