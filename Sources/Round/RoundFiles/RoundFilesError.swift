public import RoundModel

/// Why a round cannot be read, with what a person needs to put it right.
public enum RoundFilesError: Error, Hashable, Sendable {
    /// No path was given.
    case nothingGiven
    /// Nothing stands at the path.
    case noSuchInput(path: String)
    /// The path is there and cannot be opened or read at all; `reason` is the system's.
    case unreadable(path: String, reason: String)
    /// Neither a file nor a folder nor a pipe: a socket, a device.
    case notAFile(path: String)
    /// A folder that holds no file with a round's ending.
    case noRounds(folder: String)
    /// A folder with a grid, which has counts and no rows but those of its sample.
    case grid(folder: String)
    /// Standard input can be read once only.
    case standardInputTwice
    /// Records beside the files say of a score's field that lower is better, and that higher is.
    case directionsDiffer(field: String, first: String, second: String)
    /// One file that was named twice: by another spelling, through a link, or as part of a folder.
    case sameFileTwice(first: String, second: String)
    /// A read failed midway; `reason` is the system's.
    case readFailed(path: String, offset: Int, reason: String)
    /// The temporary file that holds inflated text cannot be made, written or read again.
    case spoolFailed(folder: String, reason: String)
    /// A file is no longer what it was when it was loaded.
    case changed(path: String, change: Change)
    /// A compressed file that is cut short or damaged; `offset` is in the file as it stands on disk.
    case damagedArchive(path: String, format: String, offset: Int, problem: String)
    /// The file has no rows.
    case empty(path: String)
    /// A file found in a folder whose lines are no objects of JSON.
    case noRows(path: String)
    /// Rows, but none that can be used; `first` are the first few of them. `aid` is the field that keeps them from it, where
    /// one does.
    case noValidRow(name: String, rows: Int, first: [Sample], aid: ScoreAid? = nil)
    /// No field plays a needed role; `aid` is one that could.
    case fieldNotFound(shard: String, role: FieldRole, names: [String], aid: ScoreAid? = nil)
    /// The field that the user named is in no row.
    case namedFieldNotFound(shard: String, role: FieldRole, path: String, names: [String])
    /// Several fields fit a role equally well.
    case fieldAmbiguous(shard: String, role: FieldRole, candidates: [String])
    /// A header that gives the name of a role's column to another column as well.
    case columnTwice(shard: String, role: FieldRole, name: String)
    /// Delimited text whose first row names none of the fields, and may be a row like the others.
    case noHeader(path: String)
    /// A header row whose quotes do not add up.
    case brokenHeader(path: String, reason: InvalidRow.Reason)
    /// A header row longer than `limit` bytes: most likely a quote that never ends.
    case headerTooLong(path: String, limit: Int)
    /// One JSON array in place of JSON Lines, perhaps within `within`, a compression.
    case jsonArray(path: String, within: String? = nil)
    /// One JSON value, mostly over several lines, whose rows stand in an array further in; its keys, outermost first.
    case rowsInArray(path: String, keys: [[UInt8]], within: String? = nil)
    /// Rows that go over several lines each.
    case rowsOverLines(path: String, within: String? = nil)
    /// Text in another encoding than UTF-8, or such text within `within`, a compression.
    case encoding(path: String, found: String, within: String? = nil)
    /// A file of a known kind that is no rows of text; `remedy` says what helps.
    case foreign(path: String, kind: String, remedy: String)
    /// A compressed file that needs more than `limit` bytes of memory to be inflated.
    case inflateLimit(path: String, format: String, limit: Int)
    /// Parquet, where it cannot be read: a stream.
    case parquetStream
    /// Parquet, and no `duckdb` command to read it with.
    case duckDBMissing(path: String)
    /// `duckdb` could not read the file; `problem` is the first line it said.
    case duckDBFailed(path: String, problem: String)
    /// The system gave no memory for a parser.
    case outOfMemory
    /// What the process may take, `limit` bytes, leaves too little for the work.
    case memoryLimit(limit: Int)
    /// The round has no such item.
    case noSuchItem
    /// The load was stopped.
    case cancelled

    /// What became of a file that was loaded.
    public enum Change: Hashable, Sendable {
        /// Nothing stands at its path any more.
        case vanished
        /// Another file stands at its path.
        case replaced
        /// It is shorter than it was.
        case shrunk
        /// It has been written to, and is no shorter; or a row no longer reads as it did.
        case written
    }

    /// One invalid row, named.
    public struct Sample: Hashable, Sendable {
        /// The shard's name, as the user named it.
        public var file: String
        /// The line of the shard, from 1, on which the row starts.
        public var line: Int
        /// The line on which it ends.
        public var lastLine: Int
        /// Why the row cannot be used.
        public var reason: InvalidRow.Reason

        public init(file: String, line: Int, lastLine: Int? = nil, reason: InvalidRow.Reason) {
            self.file = file
            self.line = line
            self.lastLine = lastLine ?? line
            self.reason = reason
        }
    }
}

extension RoundFilesError {
    /// Whether a file turned out to be none of a round, as against one that is damaged or cannot be read.
    var tellsOfOtherContent: Bool {
        switch self {
        case .jsonArray, .rowsInArray, .rowsOverLines, .fieldNotFound, .foreign, .encoding, .noRows: true
        default: false
        }
    }
}
