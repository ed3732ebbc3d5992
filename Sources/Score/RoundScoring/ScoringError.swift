import Basics
public import RewardServers
public import RoundFiles

/// Why a run of scoring ended before all rows had an outcome.
public enum ScoringError: Error, Sendable {
    /// What keeps the rows from being read.
    case rows(RoundFilesError)
    case cannotWrite(path: String, reason: String)
    case cannotRead(path: String, reason: String)
    /// The output is there already; with a record beside it, an earlier run has made it.
    case outputExists(path: String, isScored: Bool)
    /// Another run has the same output.
    case inUse(path: String, holder: String)
    /// A line of the log that is none.
    case damaged(path: String, line: Int)
    /// A file of an earlier run is shorter than its log says.
    case shortened(path: String, expected: Int, found: Int)
    /// An earlier run was made otherwise; each difference is a clause.
    case otherSettings(folder: String, differences: [String])
    /// The rows that an earlier run scored are others now.
    case otherRows(folder: String, rows: Int)
    /// A row has a field of the name already.
    case alreadyScored(file: String, line: Int, name: String)
    /// Rows that failed to get a score besides those that they have cannot be tried again by themselves.
    case keptRows(output: String)
    /// A server answers in a way that no row can change; a clause says how.
    case server(name: String, problem: ServerProblem)
    /// There is no HTTP to be had, or no memory for it.
    case noHTTP
    case cancelled(rows: Int)

    /// That the output of a run is there already.
    static func exists(_ output: String) -> ScoringError {
        let isScored = FileSystem.kind(of: NameBeside.scoringRecord(of: output)) == .file
        return .outputExists(path: output, isScored: isScored)
    }

    /// Whether answers that are under way are still worth something.
    var leavesServersFit: Bool {
        if case .cancelled = self { true } else { false }
    }

    /// As sysexits.h has it; 130 where it was interrupted.
    public var exitStatus: Int32 {
        switch self {
        case .rows(let error): Int32(error.exitStatus)
        case .cannotWrite, .cannotRead: 74
        case .outputExists, .inUse: 73
        case .damaged, .shortened, .otherSettings, .otherRows, .alreadyScored: 65
        case .keptRows: 64
        case .server(_, let problem): problem.exitStatus
        case .noHTTP: 71
        case .cancelled: 130
        }
    }

    /// One line without a full stop, for a person.
    public var message: String {
        switch self {
        case .rows(let error): error.message
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason); what is scored so far is kept, and the same command goes on"
        case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)"
        case .outputExists(let path, let isScored):
            isScored
                ? "\(path) is finished: an earlier run has scored it; name another file, or --retry-failed for the rows that "
                    + "have no score in it"
                : "\(path) exists already; name another file"
        case .inUse(let path, let holder): "\(path) is being scored by another run (\(holder))"
        case .damaged(let path, let line):
            "\(path), line \(line): this is no line of a log of redsieve; --start-again scores all rows anew"
        case .shortened(let path, let expected, let found):
            "\(path) has \(found) bytes where \(expected) were written; --start-again scores all rows anew"
        case .otherSettings(let folder, let differences):
            "\(folder) was begun otherwise: \(differences.joined(separator: "; ")); --accept-change goes on all the same, "
                + "--start-again scores all rows anew"
        case .otherRows(let folder, let rows):
            "the first \(rows) rows are not those that \(folder) was begun with; --start-again scores all rows anew"
        case .alreadyScored(let file, let line, let name):
            "\(file), line \(line): the row has a field \"\(name)\" already; --rescore scores it again and keeps the old "
                + "value as \(name)_before, --as gives the new score another name"
        case .keptRows(let output):
            "the failed rows of \(output) lack a score that was added to those of the round; --add on it tries them again"
        case .server(let name, let problem): "\(name): \(problem.message)"
        case .noHTTP:
            "libcurl (7.85 or newer) cannot be loaded, and scoring needs it; on Debian the package is libcurl4"
        case .cancelled(let rows): "interrupted after \(rows) rows; the same command goes on from there"
        }
    }
}
