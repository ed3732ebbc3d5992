internal import TOMLText

/// Everything that is wrong with a campaign's file.
public struct CampaignProblems: Error, Hashable, Sendable {
    /// The file, as it was named.
    public var file: String
    /// Whether it could not be read at all.
    public var isUnreadable: Bool
    /// In the order of their lines.
    public var problems: [Problem]

    /// One thing that is wrong, and the line, from 1; 0 for none.
    public struct Problem: Hashable, Sendable {
        public var line: Int
        public var message: String
    }

    init(file: String, isUnreadable: Bool, problems: [Problem]) {
        self.file = file
        self.isUnreadable = isUnreadable
        self.problems = problems
    }

    init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason):
            let text = "it cannot be read: \(reason)"
            self.init(file: file, isUnreadable: true, problems: [Problem(line: 0, message: text)])
        case .syntax(let file, let line, let column, let reason):
            let text = "column \(column): not TOML: \(reason)"
            self.init(file: file, isUnreadable: false, problems: [Problem(line: line, message: text)])
        }
    }

    /// 66 where it cannot be read, else 65.
    public var exitStatus: Int32 { isUnreadable ? 66 : 65 }

    /// A line for each problem, with its place.
    public var messages: [String] {
        problems.map { $0.line > 0 ? "\(file):\($0.line): \($0.message)" : "\(file): \($0.message)" }
    }
}
