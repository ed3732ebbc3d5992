internal import RoundModel

extension RoundSummary {
    /// Which readers refuse what `rows` writes of this round, each a sentence: that format passes the rows' bytes through.
    ///
    /// Found by trying with datasets 5.2, pandas, Polars and DuckDB.
    public var troubleNotes: [String] {
        RowTroubles.Kind.allCases.compactMap { kind in
            let count = report.troubles[kind]
            guard count > 0 else { return nil }
            let rows = DecimalText.counted(count, "row")
            return "\(rows) of the round \(Self.words(for: kind, isOne: count == 1))\(Self.remedy(for: kind))."
        }
    }

    private static func words(for kind: RowTroubles.Kind, isOne: Bool) -> String {
        let hold = isOne ? "holds" : "hold"
        let go = isOne ? "goes" : "go"
        return switch kind {
        case .keyTwice: "\(hold) a key twice: datasets and DuckDB refuse a file with such rows"
        case .keyTwiceInside:
            "\(hold) a key twice in an inner object: datasets, Polars and DuckDB refuse a file with such rows"
        case .keyCaseInside:
            "\(hold) keys in an inner object that differ in small and capital letters alone: DuckDB refuses a file with "
                + "such rows"
        case .nulInKey: "\(hold) a NUL character in a key: datasets refuses a file with such rows"
        case .loneSurrogate:
            "\(hold) a lone surrogate: datasets, pandas, Polars and DuckDB refuse a file with such rows"
        case .longInteger:
            "\(hold) a number with more digits than 64 bits take: pandas refuses a file with such rows"
        case .hugeNumber:
            "\(hold) a number too large for a double: datasets and Polars refuse a file with such rows"
        case .deep: "\(go) more than 62 objects and lists deep: datasets refuses a file with such rows"
        case .veryDeep: "\(go) more than 126 objects and lists deep: DuckDB refuses a file with such rows"
        case .longLine: "\(isOne ? "is" : "are") longer than 16 MiB: DuckDB may refuse a file with such rows"
        }
    }

    /// The formats for trainers write two texts of a row, and no more.
    private static func remedy(for kind: RowTroubles.Kind) -> String {
        kind == .longLine ? "; its maximum_object_size can be raised" : "; formats for trainers mend it"
    }
}
