/// The names of a table's columns: each has one, and no two have the same, so that a row can be an object of JSON.
struct ColumnNames: Equatable {
    /// UTF-8, one for each column.
    private(set) var names: [[UInt8]] = []
    /// The columns without a name of their own. Their empty cells are no fields.
    private(set) var nameless: Set<Int> = []
    /// The names that the header gives to several columns.
    private(set) var repeated: Set<String> = []
    /// What was changed, one clause each, for a person.
    private(set) var notes: [String] = []

    /// Gives names to the columns of a header.
    ///
    /// Blanks around a name are none of it. A column whose name another one before it has gets a number behind it, one
    /// without a name is called after its place, and neither takes a name that the header has for another column.
    /// - Complexity: O(bytes).
    init(_ header: [[UInt8]]) {
        let given = header.map { cell in
            let name = cell.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed()
            // Bytes that are not UTF-8 would break every row that is written with them.
            return Array(String(decoding: Array(name), as: UTF8.self).utf8)
        }
        var taken = Set(given)
        var seen: Set<[UInt8]> = []
        var numbers: [[UInt8]: Int] = [:]
        var renamed: [(name: [UInt8], to: [UInt8])] = []
        for (column, name) in given.enumerated() {
            if name.isEmpty {
                nameless.insert(column)
                names.append(Self.free(Array("column_\(column + 1)".utf8), in: &taken, &numbers))
            } else if seen.insert(name).inserted {
                names.append(name)
            } else {
                names.append(Self.free(name, from: 2, in: &taken, &numbers))
                renamed.append((name, names[column]))
                repeated.insert(String(decoding: name, as: UTF8.self))
            }
        }
        note(renamed)
    }

    private mutating func note(_ renamed: [(name: [UInt8], to: [UInt8])]) {
        if !nameless.isEmpty {
            let columns = nameless.sorted()
            let shown = columns.prefix(4).map { "\($0 + 1)" }.joined(separator: ", ")
            let more = columns.count > 4 ? " and \(columns.count - 4) more" : ""
            let first = String(decoding: names[columns[0]], as: UTF8.self)
            notes.append(
                columns.count == 1
                    ? "column \(shown) has no name: its cells are called \(first), empty ones are left out"
                    : "columns \(shown)\(more) have no name: their cells are called \(first) and so on, empty ones are left out"
            )
        }
        for (name, other) in renamed.prefix(4) {
            let (name, other) = (String(decoding: name, as: UTF8.self), String(decoding: other, as: UTF8.self))
            notes.append("a second column is called \(name): it is read as \(other)")
        }
        if renamed.count > 4 {
            notes.append("\(renamed.count - 4) more columns have the name of another and got a number")
        }
    }

    /// The name itself, or with the first free number behind it.
    private static func free(
        _ name: [UInt8],
        from first: Int? = nil,
        in taken: inout Set<[UInt8]>,
        _ numbers: inout [[UInt8]: Int]
    ) -> [UInt8] {
        var number = numbers[name] ?? first ?? 1
        while true {
            let candidate = number == 1 ? name : name + Array("_\(number)".utf8)
            number += 1
            guard taken.insert(candidate).inserted else { continue }
            numbers[name] = number
            return candidate
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
