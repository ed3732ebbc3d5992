public import RoundExport
public import TOMLText

/// Reads a card: what a person says of a data set, as TOML.
public enum CardFile {
    /// - Throws: everything that is wrong with it, by line.
    public static func read(path: String) throws(TOMLProblems) -> DatasetCard {
        try read(TOMLDocument.reading(path: path))
    }

    /// As above, of a text.
    public static func parse(_ text: String, file: String) throws(TOMLProblems) -> DatasetCard {
        try read(TOMLDocument.reading(text, file: file))
    }

    private static func read(_ document: TOMLDocument) throws(TOMLProblems) -> DatasetCard {
        var reader = CardReader(document)
        guard let card = reader.read(), reader.problems.isEmpty else {
            let sorted = reader.problems.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
            throw TOMLProblems(file: document.file, sorted)
        }
        return card
    }
}
