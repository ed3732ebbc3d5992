/// Finds the line of a key in a TOML text, which the parser does not tell once it has accepted the text.
struct TOMLLines {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The line, from 1, of a key within a table (nil for the top level), or of the table itself; 1 where the key is
    /// written in a way that is not recognised.
    func line(of key: String, in table: String?) -> Int {
        var current: String?
        var header = 1
        for (index, line) in lines.enumerated() {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.first == "[" {
                let name = content.dropFirst().prefix { $0 != "]" }
                current = String(name.filter { $0 != " " })
                if current == table { header = index + 1 }
                if table == nil && current == key { return index + 1 }
                continue
            }
            guard current == table else { continue }
            let name = content.prefix { $0 != "=" }.filter { !" \t\"'".contains($0) }
            if name == key, content.contains("=") { return index + 1 }
        }
        return header
    }
}
