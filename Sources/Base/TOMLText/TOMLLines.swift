/// Where something stands in a TOML text, all from 1.
public struct TOMLPlace: Hashable, Sendable {
    /// The line of the key, or of the header of a table.
    public var line: Int
    /// The character of that line at which the key begins.
    public var column: Int
    /// The character at which its value begins; that of the key where it has none.
    public var valueColumn: Int
}

/// Finds the place of a key in a TOML text, which the parser does not tell once it has accepted the text.
public struct TOMLLines: Sendable {
    /// Where each key and table is first named, by its whole path with dots.
    private let places: [String: TOMLPlace]

    /// - Complexity: O(bytes).
    public init(_ text: String) {
        var places: [String: TOMLPlace] = [:]
        var table = ""
        var listed: [String: Int] = [:]
        // By scalars: a line end of two is one character, and no line feed.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
        for (index, line) in lines.enumerated() {
            let content = line.drop(while: isBlank)
            let column = line.count - content.count + 1
            var place = TOMLPlace(line: index + 1, column: column, valueColumn: column)
            var path = table
            if content.first == "[" {
                let name = Self.plain(content.drop { $0 == "[" }.prefix { $0 != "]" })
                table = name
                if content.dropFirst().first == "[" {
                    // The second table of a list is `name.1`; the first is found by the bare name too.
                    table = "\(name).\(listed[name, default: 0])"
                    listed[name, default: 0] += 1
                    if places[name] == nil { places[name] = place }
                }
                path = table
            } else if content.first != "#", let equals = content.firstIndex(of: "=") {
                let key = Self.plain(content[..<equals])
                path = table.isEmpty ? key : "\(table).\(key)"
                let value = content[content.index(after: equals)...].drop(while: isBlank)
                if !value.isEmpty { place.valueColumn = line.count - value.count + 1 }
            }
            if places[path] == nil { places[path] = place }
        }
        self.places = places
    }

    /// The place of a key by the names that lead to it, in a list of tables with the number of the table, from 0, behind the
    /// list's; that of the table around it where the key is written in a way that is not recognised, and the first
    /// character where that is not either.
    public func place(of path: [String]) -> TOMLPlace {
        for count in stride(from: path.count, to: 0, by: -1) {
            if let place = places[path[..<count].joined(separator: ".")] { return place }
        }
        return TOMLPlace(line: 1, column: 1, valueColumn: 1)
    }

    /// The line, from 1, of a key, likewise.
    public func line(of path: [String]) -> Int { place(of: path).line }

    private static func plain(_ name: Substring.UnicodeScalarView) -> String {
        String(String.UnicodeScalarView(name.filter { !" \t\r\"'".unicodeScalars.contains($0) }))
    }
}
