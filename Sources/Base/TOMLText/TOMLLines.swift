/// Finds the line of a key in a TOML text, which the parser does not tell once it has accepted the text.
public struct TOMLLines: Sendable {
    /// Where each key and table is first named, by its whole path with dots.
    private let places: [String: Int]

    /// - Complexity: O(bytes).
    public init(_ text: String) {
        var places: [String: Int] = [:]
        var table = ""
        // By scalars: a line end of two is one character, and no line feed.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            var path = table
            if content.first == "[" {
                table = Self.plain(content.drop { $0 == "[" }.prefix { $0 != "]" })
                path = table
            } else if content.first != "#", let equals = content.firstIndex(of: "=") {
                let key = Self.plain(content[..<equals])
                path = table.isEmpty ? key : "\(table).\(key)"
            }
            if places[path] == nil { places[path] = index + 1 }
        }
        self.places = places
    }

    /// The line, from 1, of a key by the names that lead to it; that of the table around it where the key is written in
    /// a way that is not recognised, and 1 where that is not either.
    public func line(of path: [String]) -> Int {
        for count in stride(from: path.count, to: 0, by: -1) {
            if let line = places[path[..<count].joined(separator: ".")] { return line }
        }
        return 1
    }

    private static func plain(_ name: Substring.UnicodeScalarView) -> String {
        String(String.UnicodeScalarView(name.filter { !" \t\r\"'".unicodeScalars.contains($0) }))
    }
}
