extension RowTroubles.Kind {
    /// What such a row holds, as it stands behind "with".
    public var title: String {
        switch self {
        case .keyTwice: "a key twice"
        case .keyTwiceInside: "a key twice in an inner object"
        case .keyCaseInside: "keys in an inner object that differ in small and capital letters alone"
        case .nulInKey: "a NUL character in a key"
        case .loneSurrogate: "a lone surrogate"
        case .longInteger: "a number with more digits than 64 bits take"
        case .hugeNumber: "a number too large for a double"
        case .deep: "more than 62 objects and lists in one another"
        case .veryDeep: "more than 126 objects and lists in one another"
        case .longLine: "more than 16 MiB"
        }
    }

    /// The readers that refuse a file with such rows.
    ///
    /// Found by trying with datasets 5.2, pandas, Polars and DuckDB.
    public var readers: [String] {
        switch self {
        case .keyTwice: ["datasets", "DuckDB"]
        case .keyTwiceInside: ["datasets", "Polars", "DuckDB"]
        case .keyCaseInside, .veryDeep, .longLine: ["DuckDB"]
        case .nulInKey, .deep: ["datasets"]
        case .loneSurrogate: ["datasets", "pandas", "Polars", "DuckDB"]
        case .longInteger: ["pandas"]
        case .hugeNumber: ["datasets", "Polars"]
        }
    }
}

extension RowTroubles {
    /// What there is of, in the order of the cases.
    public var kinds: [Kind] { Kind.allCases.filter { self[$0] > 0 } }

    /// Rows and readers in one clause for a person: `2 rows with a key twice: datasets and DuckDB refuse a file with
    /// such`; nil where there is nothing.
    public var clause: String? {
        guard let first = kinds.first else { return nil }
        let rows = kinds.map { kind in
            let count = kind == first ? DecimalText.counted(self[kind], "row") : DecimalText.grouped(self[kind])
            return "\(count) with \(kind.title)"
        }
        let all = Set(kinds.flatMap(\.readers))
        let readers = Kind.loneSurrogate.readers.filter(all.contains)
        let refuse = readers.count == 1 ? "refuses" : "refuse"
        return "\(rows.joined(separator: ", ")): \(Self.list(readers)) \(refuse) a file with such"
    }

    /// `datasets, Polars and DuckDB`.
    public static func list(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}
