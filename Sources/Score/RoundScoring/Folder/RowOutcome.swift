import Basics
import JSONTree
public import RewardServers
import RoundFiles

/// What became of a row at one server, for good.
public enum RowOutcome: Hashable, Sendable {
    case score(RawScore, isBound: Bool)
    case failed(RowFailure)
    /// Nobody wants to know.
    case unasked

    /// The score; nil for none.
    public var score: RawScore? {
        guard case .score(let score, _) = self else { return nil }
        return score
    }
}

/// Why a row has no score of a server.
public struct RowFailure: Hashable, Sendable {
    /// One clause, bounded and made safe; never the row's own text.
    public var reason: String
    /// What the server answered with; nil where it did not.
    public var status: Int?
    /// How often it was asked.
    public var tries: Int

    public init(reason: String, status: Int? = nil, tries: Int) {
        self.reason = reason
        self.status = status
        self.tries = tries
    }
}

/// One line of the log: a row, a server by its number, and what became of it.
struct LoggedOutcome: Hashable {
    var row: Int
    var server: Int
    var outcome: RowOutcome

    func append(to output: inout [UInt8]) {
        // Most lines are these, one for each row: a score is digits, and nothing of it needs an escape.
        if case .score(let score, false) = outcome {
            output += #"{"row":"#.utf8
            output += String(row).utf8
            output += #","server":"#.utf8
            output += String(server).utf8
            output += #","score":""#.utf8
            output += score.text.utf8
            output += "\"}\n".utf8
            return
        }
        var members: [OrderedJSON.Member] = [.init("row", .integer(row)), .init("server", .integer(server))]
        switch outcome {
        case .score(let score, let isBound):
            members.append(.init("score", .string(score.text)))
            if isBound { members.append(.init("bound", .bool(true))) }
        case .failed(let failure):
            members.append(.init("reason", .string(failure.reason)))
            if let status = failure.status { members.append(.init("status", .integer(status))) }
            members.append(.init("tries", .integer(failure.tries)))
        case .unasked: return
        }
        output += OrderedJSON.object(members).bytes(.compact)
        output.append(UInt8(ascii: "\n"))
    }

    /// - Returns: nil where a line is none of these.
    init?(_ tree: JSONTree) {
        guard let row = tree["row"]?.integer, let server = tree["server"]?.integer else { return nil }
        self.row = row
        self.server = server
        if let text = tree["score"]?.text, let score = RawScore(text) {
            outcome = .score(score, isBound: tree["bound"] == .bool(true))
        } else if let reason = tree["reason"]?.text {
            outcome = .failed(
                RowFailure(reason: reason, status: tree["status"]?.integer, tries: tree["tries"]?.integer ?? 0)
            )
        } else {
            return nil
        }
    }

    init(row: Int, server: Int, outcome: RowOutcome) {
        self.row = row
        self.server = server
        self.outcome = outcome
    }
}

/// How far the output was when the line was written.
struct Checkpoint: Hashable {
    /// Rows that are in the output or among the failed.
    var rows = 0
    var scored = 0
    var failed = 0
    /// Bytes of the two files.
    var scoredBytes = 0
    var failedBytes = 0
    /// Of the rows' own bytes, each with a line feed.
    var digest = ""
    /// Rows whose probability is a bound, by server.
    var bounds: [Int] = []
    /// Requests that might be under way, by server.
    var limits: [Int] = []

    func append(to output: inout [UInt8]) {
        let line: OrderedJSON = [
            "rows": .integer(rows), "scored": .integer(scored), "failed": .integer(failed),
            "scored_bytes": .integer(scoredBytes), "failed_bytes": .integer(failedBytes), "digest": .string(digest),
            "bounds": .array(bounds.map(OrderedJSON.integer)), "limits": .array(limits.map(OrderedJSON.integer)),
        ]
        output += line.bytes(.compact)
        output.append(UInt8(ascii: "\n"))
    }

    init() {}

    init?(_ tree: JSONTree) {
        guard let rows = tree["rows"]?.integer, let scored = tree["scored"]?.integer,
            let failed = tree["failed"]?.integer, let scoredBytes = tree["scored_bytes"]?.integer,
            let failedBytes = tree["failed_bytes"]?.integer, let digest = tree["digest"]?.text
        else { return nil }
        self.rows = rows
        self.scored = scored
        self.failed = failed
        self.scoredBytes = scoredBytes
        self.failedBytes = failedBytes
        self.digest = digest
        bounds = (tree["bounds"]?.elements ?? []).compactMap(\.integer)
        limits = (tree["limits"]?.elements ?? []).compactMap(\.integer)
    }
}

extension ScoringResult {
    /// What came of a run that was as far as this at its end.
    init(_ checkpoint: Checkpoint, of request: ScoringRequest) {
        self.init(
            rows: checkpoint.rows,
            scored: checkpoint.scored,
            failed: checkpoint.failed,
            failedPath: checkpoint.failed > 0 ? NameBeside.failedRows(of: request.output) : nil,
            bounds: Dictionary(zip(request.servers.map(\.name), checkpoint.bounds)) { $1 },
            digest: checkpoint.digest
        )
    }
}
