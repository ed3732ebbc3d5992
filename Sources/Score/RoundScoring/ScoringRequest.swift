public import RewardServers
public import RoundFiles

/// What is to be scored, by whom, and where it goes.
public struct ScoringRequest: Sendable {
    /// The rows, and what their fields are called.
    public var rows: RoundRequest
    public var servers: [RewardServer]
    /// The file to make.
    public var output: String
    /// What the run is known by: made otherwise it is another one. Keys and values, for a person.
    public var settings: [Setting]
    /// Goes on although the settings are others.
    public var acceptsChange = false
    /// Forgets what was scored before.
    public var startsAgain = false
    /// Takes rows that have a field of the name already: `safety_score` becomes `safety_score_before`.
    public var rescores = false
    /// The rows that get the scores besides those that they have; all others, and rows that fail, stay as they are. Nil for a
    /// round that is made: every row of it has all scores.
    public var choice: RowChoice?
    /// Asks a server that was away what it is now; throws `unreachable` where it is still away, and else what it is in place of
    /// what it was.
    public var identify: (@Sendable (RewardServer) throws(ServerProblem) -> Void)?
    /// Sees the rows of the output, in order and with their line ends, once they are on their way to the disk; also those that an
    /// earlier run has put there.
    public var follow: (@Sendable (UnsafeRawBufferPointer) -> Void)?
    /// For how long a server may be away, in seconds, before the run ends.
    public var patience = 600.0
    /// What the program calls itself to servers.
    public var agent = "redsieve"
    /// Rows that may be read ahead of the oldest that has no outcome.
    public var window = 20_000
    /// Bytes that these rows may have; one row may always be read.
    public var windowBytes = 256 << 20

    /// One thing that the scores depend on.
    public struct Setting: Hashable, Sendable {
        public var key: String
        public var value: String

        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    public init(rows: RoundRequest, servers: [RewardServer], output: String, settings: [Setting] = []) {
        self.rows = rows
        self.servers = servers
        self.output = output
        self.settings = settings
    }
}

/// How far a run is.
public struct ScoringProgress: Sendable {
    /// Rows with an outcome of every server.
    public var done = 0
    /// Those of them without a score.
    public var failed = 0
    /// Rows that were done before this run.
    public var before = 0
    /// The share of the rows' bytes that was read; nil for a stream.
    public var share: Double?
    /// Rows a second in this run; nil before there is anything to tell.
    public var rate: Double?
    /// Until the end, if it goes on like this; nil where nobody knows.
    public var secondsLeft: Double?
    /// Requests under way, and how many may be, by server.
    public var running: [(name: String, running: Int, limit: Int)] = []
    /// What the run waits for; nil for nothing.
    public var waiting: String?

    public init() {}
}

/// What came of a run that reached the last row.
public struct ScoringResult: Hashable, Sendable {
    public var rows: Int
    public var scored: Int
    public var failed: Int
    /// Where the failed rows are; nil where there are none.
    public var failedPath: String?
    /// Rows whose probability is a bound, by server.
    public var bounds: [String: Int]
    /// Of all rows' own bytes, each with a line feed: SHA-256.
    public var digest: String

    public init(rows: Int, scored: Int, failed: Int, failedPath: String?, bounds: [String: Int], digest: String) {
        self.rows = rows
        self.scored = scored
        self.failed = failed
        self.failedPath = failedPath
        self.bounds = bounds
        self.digest = digest
    }
}
