public import RoundExport
import TOMLText

/// Reads a card: what a person says of a data set, as TOML.
public enum CardFile {
    /// - Throws: everything that is wrong with it, by line.
    public static func read(path: String) throws(CardProblems) -> DatasetCard {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(path: path)
        } catch {
            throw CardProblems(error)
        }
        return try read(document)
    }

    /// As above, of a text.
    public static func parse(_ text: String, file: String) throws(CardProblems) -> DatasetCard {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(text, file: file)
        } catch {
            throw CardProblems(error)
        }
        return try read(document)
    }

    private static func read(_ document: TOMLDocument) throws(CardProblems) -> DatasetCard {
        var reader = CardReader(document)
        guard let card = reader.read(), reader.problems.isEmpty else {
            throw CardProblems(file: document.file, isUnreadable: false, problems: reader.problems)
        }
        return card
    }
}

/// Everything that is wrong with a card.
public struct CardProblems: Error, Hashable, Sendable {
    /// One thing, and its line, from 1; 0 for none.
    public struct Problem: Hashable, Sendable {
        public var line: Int
        public var message: String
    }

    public var file: String
    public var isUnreadable: Bool
    public var problems: [Problem]

    init(file: String, isUnreadable: Bool, problems: [Problem]) {
        self.file = file
        self.isUnreadable = isUnreadable
        self.problems = problems.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
    }

    init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason):
            self.init(
                file: file,
                isUnreadable: true,
                problems: [Problem(line: 0, message: "it cannot be read: \(reason)")]
            )
        case .syntax(let file, let line, let column, let reason):
            let message = "column \(column): not TOML: \(reason)"
            self.init(file: file, isUnreadable: false, problems: [Problem(line: line, message: message)])
        }
    }

    /// 66 where it cannot be read, else 65.
    public var exitStatus: Int32 { isUnreadable ? 66 : 65 }

    /// A line for each problem, with its place.
    public var messages: [String] {
        problems.map { $0.line > 0 ? "\(file):\($0.line): \($0.message)" : "\(file): \($0.message)" }
    }
}
