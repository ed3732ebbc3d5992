/// Everything that is wrong with a TOML file that a person wrote, at once.
public struct TOMLProblems: Error, Hashable, Sendable {
    /// The file, as it was named.
    public var file: String
    /// Whether it could not be read at all.
    public var isUnreadable: Bool
    public var problems: [Problem]

    /// One thing that is wrong, and the line, from 1; 0 for none.
    public struct Problem: Hashable, Sendable {
        public var line: Int
        public var message: String
    }

    /// - Parameter problems: in the order in which they are told.
    public init(file: String, _ problems: [Problem]) {
        self.file = file
        isUnreadable = false
        self.problems = problems
    }

    /// What keeps the file from being read as TOML.
    public init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason):
            self.init(file: file, [Problem(line: 0, message: "it cannot be read: \(reason)")])
            isUnreadable = true
        case .syntax(let file, let line, let column, let reason):
            self.init(file: file, [Problem(line: line, message: "column \(column): not TOML: \(reason)")])
        }
    }

    /// 66 where it cannot be read, else 65.
    public var exitStatus: Int32 { isUnreadable ? 66 : 65 }

    /// A line for each problem, with its place.
    public var messages: [String] {
        problems.map { $0.line > 0 ? "\(file):\($0.line): \($0.message)" : "\(file): \($0.message)" }
    }
}

extension TOMLDocument {
    /// Reads a file of which everything that is wrong is told at once.
    public static func reading(path: String) throws(TOMLProblems) -> TOMLDocument {
        do throws(TOMLProblem) { return try TOMLDocument(path: path) } catch { throw TOMLProblems(error) }
    }

    /// As above, of a text.
    public static func reading(_ text: String, file: String) throws(TOMLProblems) -> TOMLDocument {
        do throws(TOMLProblem) { return try TOMLDocument(text, file: file) } catch { throw TOMLProblems(error) }
    }
}
