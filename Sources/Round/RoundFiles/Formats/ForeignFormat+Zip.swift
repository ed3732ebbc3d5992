/// Zip archives, and the many kinds of files that are zip archives.
extension ForeignFormat {
    /// What the first entry tells.
    init?(zip start: ArraySlice<UInt8>) {
        let bytes = Array(start.prefix(4096))
        guard bytes.starts(with: Array("PK".utf8)), bytes.count >= 4 else { return nil }
        switch (bytes[2], bytes[3]) {
        case (3, 4): self = Self.kind(ofFirst: Self.firstName(bytes), in: bytes)
        case (5, 6): self = ForeignFormat("an empty zip archive", "name the file that holds the rows")
        case (7, 8):
            self = ForeignFormat(
                "a part of a split zip archive",
                "put it together first: zip -s 0 FILE --out whole.zip"
            )
        default: return nil
        }
    }

    private static func firstName(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 30 else { return [] }
        let length = Int(bytes[26]) | Int(bytes[27]) << 8
        return Array(bytes.dropFirst(30).prefix(length))
    }

    private static func kind(ofFirst entry: [UInt8], in bytes: [UInt8]) -> ForeignFormat {
        let name = String(decoding: entry, as: UTF8.self)
        func holds(_ text: String) -> Bool { contains(Array(text.utf8), in: bytes) }
        if name == "mimetype", holds("application/vnd.oasis.opendocument") {
            return ForeignFormat("an OpenDocument file (ods)", spreadsheet)
        }
        if ["[Content_Types].xml", "_rels/", "docProps/", "xl/"].contains(where: { name.hasPrefix($0) }) {
            return ForeignFormat("an Excel workbook (xlsx)", spreadsheet)
        }
        if name.hasSuffix(".npy") {
            return ForeignFormat("NumPy arrays (npz)", "write its arrays as rows of JSON Lines or CSV with NumPy")
        }
        if name.hasSuffix("/data.pkl") || name == "data.pkl" || name.hasSuffix("/.format_version") {
            return ForeignFormat("a PyTorch file", "write its rows as JSON Lines with Python")
        }
        if ["_journal/", "header.json", "samples/", "summaries.json", "reductions.json"].contains(where: name.hasPrefix)
        {
            return ForeignFormat(
                "an Inspect AI log (.eval)",
                "write it as JSON and take its samples: inspect log dump FILE | jq -c '.samples[]' > rows.jsonl"
            )
        }
        let shown = name.isEmpty ? "NAME" : ShellText.quoted(name)
        return ForeignFormat(
            "a zip archive",
            "take the file with the rows out of it: unzip -p FILE \(shown) > rows.jsonl (unzip -l FILE lists the names)"
        )
    }

    private static let spreadsheet = "save the sheet as CSV (UTF-8), or " + pandas("read_excel")

    /// How Python's pandas makes JSON Lines of a file.
    static func pandas(_ reader: String) -> String {
        "convert it: python3 -c 'import pandas, sys; "
            + "pandas.\(reader)(sys.argv[1]).to_json(sys.argv[2], orient=\"records\", lines=True)' FILE rows.jsonl"
    }

    private static func contains(_ part: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }
}
