import Basics
import HTTPClient
import RewardServers
import TOMLKit
import TOMLText

/// Reads `rewards.toml`: a table for each server.
public enum RewardsFile {
    /// The servers that a file describes, in the order safety, helpfulness, others by name.
    ///
    /// - Throws: everything that is wrong with it, by line.
    public static func read(path: String) throws(RewardsProblems) -> [ServerSettings] {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(path: path)
        } catch {
            throw RewardsProblems(error)
        }
        return try read(document)
    }

    /// As above, of a text.
    public static func parse(_ text: String, file: String) throws(RewardsProblems) -> [ServerSettings] {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(text, file: file)
        } catch {
            throw RewardsProblems(error)
        }
        return try read(document)
    }

    private static func read(_ document: TOMLDocument) throws(RewardsProblems) -> [ServerSettings] {
        var problems: [RewardsProblem] = []
        var servers: [ServerSettings] = []
        let names = document.table.keys.sorted { order($0) < order($1) }
        for name in names {
            guard let table = document.table[name]?.table else {
                problems.append(.init(document, [name], "\"\(name)\" must be a table of a server, such as [safety]"))
                continue
            }
            var reader = ServerReader(name: name, table: table, document: document)
            if let server = reader.read() { servers.append(server) }
            problems += reader.problems
        }
        if names.isEmpty {
            problems.append(
                .init(document, [], "it names no server; redsieve score --rewards-template prints an example")
            )
        }
        guard problems.isEmpty else {
            throw RewardsProblems(file: document.file, isUnreadable: false, problems: problems)
        }
        return servers
    }

    private static func order(_ name: String) -> (Int, String) {
        (["safety": 0, "helpfulness": 1][name] ?? 2, name)
    }
}

/// Everything that is wrong with a file of servers.
public struct RewardsProblems: Error, Hashable, Sendable {
    public var file: String
    public var isUnreadable: Bool
    public var problems: [RewardsProblem]

    init(file: String, isUnreadable: Bool, problems: [RewardsProblem]) {
        self.file = file
        self.isUnreadable = isUnreadable
        self.problems = problems
    }

    init(_ problem: TOMLProblem) {
        switch problem {
        case .unreadable(let file, let reason):
            self.init(
                file: file,
                isUnreadable: true,
                problems: [.init(line: 0, message: "it cannot be read: \(reason)")]
            )
        case .syntax(let file, let line, let column, let reason):
            let message = "column \(column): not TOML: \(reason)"
            self.init(file: file, isUnreadable: false, problems: [.init(line: line, message: message)])
        }
    }

    /// 66 where it cannot be read, else 65.
    public var exitStatus: Int32 { isUnreadable ? 66 : 65 }

    /// A line for each problem, with its place.
    public var messages: [String] {
        problems.map { $0.line > 0 ? "\(file):\($0.line): \($0.message)" : "\(file): \($0.message)" }
    }
}

/// One thing that is wrong, and the line, from 1; 0 for none.
public struct RewardsProblem: Hashable, Sendable {
    public var line: Int
    public var message: String

    init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    init(_ document: TOMLDocument, _ path: [String], _ message: String) {
        line = path.isEmpty ? 0 : document.lines.line(of: path)
        self.message = message
    }
}
