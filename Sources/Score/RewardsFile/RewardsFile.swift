import TOMLKit
public import TOMLText

/// Reads `rewards.toml`: a table for each server.
public enum RewardsFile {
    /// The servers that a file describes, in the order safety, helpfulness, others by name.
    ///
    /// - Throws: everything that is wrong with it, by line.
    public static func read(path: String) throws(TOMLProblems) -> [ServerSettings] {
        try read(TOMLDocument.reading(path: path))
    }

    /// As above, of a text.
    public static func parse(_ text: String, file: String) throws(TOMLProblems) -> [ServerSettings] {
        try read(TOMLDocument.reading(text, file: file))
    }

    private static func read(_ document: TOMLDocument) throws(TOMLProblems) -> [ServerSettings] {
        var top = TOMLTableReader(document.table, at: [], of: document)
        var servers: [ServerSettings] = []
        let names = document.table.keys.sorted { order($0) < order($1) }
        for name in names {
            guard let table = document.table[name]?.table else {
                top.note(name, "\"\(name)\" must be a table of a server, such as [safety]")
                continue
            }
            var reader = ServerReader(name: name, table: table, document: document)
            if let server = reader.read() { servers.append(server) }
            top.take(reader.problems)
        }
        if names.isEmpty { top.note(nil, "it names no server; redsieve score --rewards-template prints an example") }
        guard top.problems.isEmpty else { throw TOMLProblems(file: document.file, top.problems) }
        return servers
    }

    private static func order(_ name: String) -> (Int, String) {
        (["safety": 0, "helpfulness": 1][name] ?? 2, name)
    }
}
