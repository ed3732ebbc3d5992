public import Basics
import HTTPClient
public import RewardsFile

/// What is needed to make the scores of a round again, and to see where they came from: `round-5.scoring.json`.
public struct ScoringRecord: Sendable {
    /// As other records of the program count theirs.
    public static let schema = 1

    /// Of the program.
    public var version: String
    /// ISO 8601, in UTC.
    public var started: String
    public var ended: String
    public var files: [String]
    public var output: String
    public var result: ScoringResult
    /// Rows that earlier runs had done.
    public var before: Int
    public var servers: [Server]
    /// Which rows got a score besides those that they had; nil where all were scored.
    public var chosen: Chosen?
    /// The record of the round that the scores were added to; nil where it has none.
    public var earlier: OrderedJSON?

    /// Some of the rows.
    public struct Chosen: Hashable, Sendable {
        /// How many they are.
        public var rows: Int
        /// What chose them, as it was written.
        public var filter: String?
        /// The greatest distance from a line.
        public var near: Double?
        /// The lines: θ adv, θ safety, θ help.
        public var thresholds: [Double]

        public init(rows: Int, filter: String?, near: Double?, thresholds: [Double]) {
            self.rows = rows
            self.filter = filter
            self.near = near
            self.thresholds = thresholds
        }
    }

    /// One server, as it was asked and as it answered.
    public struct Server: Sendable {
        public var settings: ServerSettings
        public var spoken: ServerProtocol
        public var identity: ServerIdentity
        public var rowsInRequest: Int
        /// Of the body of a request for the first row of the sample: SHA-256. It changes with whatever changes what the model reads.
        public var requestDigest: String
        /// The greatest difference between scores of the same rows at the beginning and at the end; nil where there was none to
        /// compare.
        public var canary: Canary?

        public init(
            settings: ServerSettings,
            spoken: ServerProtocol,
            identity: ServerIdentity,
            rowsInRequest: Int,
            requestDigest: String
        ) {
            self.settings = settings
            self.spoken = spoken
            self.identity = identity
            self.rowsInRequest = rowsInRequest
            self.requestDigest = requestDigest
        }
    }

    /// Rows that were scored again at the end.
    public struct Canary: Hashable, Sendable {
        public var rows: Int
        public var greatestDifference: Double

        public init(rows: Int, greatestDifference: Double) {
            self.rows = rows
            self.greatestDifference = greatestDifference
        }
    }

    public init(
        version: String,
        started: String,
        ended: String,
        files: [String],
        output: String,
        result: ScoringResult,
        before: Int,
        servers: [Server]
    ) {
        self.version = version
        self.started = started
        self.ended = ended
        self.files = files
        self.output = output
        self.result = result
        self.before = before
        self.servers = servers
    }

    /// The record as a file holds it.
    public var json: OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("schema", .integer(Self.schema)), .init("redsieve", .string(version)),
            .init("started", .string(started)), .init("ended", .string(ended)),
            .init("files", .array(files.map(OrderedJSON.string))), .init("output", .string(output)),
            .init("rows", .integer(result.rows)), .init("scored", .integer(result.scored)),
            .init("failed", .integer(result.failed)), .init("done_before", .integer(before)),
            .init("rows_sha256", .string(result.digest)),
        ]
        if let chosen {
            let choice: OrderedJSON = [
                "rows": .integer(chosen.rows), "filter": chosen.filter.map(OrderedJSON.string) ?? .null,
                "near": chosen.near.map(OrderedJSON.number) ?? .null,
                "thresholds": .array(chosen.thresholds.map(OrderedJSON.number)),
            ]
            members.append(.init("chosen", choice))
        }
        members.append(.init("servers", .array(servers.map { json(of: $0) })))
        if let earlier { members.append(.init("before", earlier)) }
        return .object(members)
    }

    /// What it adds to the record of a round some of whose failed rows it scored; how many they are is known at the end.
    public var retryJSON: OrderedJSON {
        [
            "redsieve": .string(version), "started": .string(started), "ended": .string(ended),
            "servers": .array(servers.map { json(of: $0) }),
        ]
    }

    private func json(of server: Server) -> OrderedJSON {
        let (settings, identity) = (server.settings, server.identity)
        func text(_ value: String?) -> OrderedJSON { value.map(OrderedJSON.string) ?? .null }
        var members: [OrderedJSON.Member] = [
            .init("name", .string(settings.name)), .init("field", .string(settings.field)),
            .init("url", .string(settings.address.shown)), .init("protocol", .string(server.spoken.rawValue)),
            .init("software", text(identity.software)), .init("model", text(settings.model ?? identity.model)),
            .init("revision", text(identity.revision)), .init("dtype", text(identity.dtype)),
            .init("max_length", identity.maxLength.map(OrderedJSON.integer) ?? .null),
            .init("better", text(settings.higherIsBetter.map { $0 ? "higher" : "lower" })),
            .init("rows_in_request", .integer(server.rowsInRequest)),
            .init("concurrency", .integer(settings.concurrency)), .init("tries", .integer(settings.tries)),
            .init("deadline", .integer(settings.deadline)),
            .init("first_request_sha256", .string(server.requestDigest)),
        ]
        let essentials = settings.essentials.filter { !["url", "protocol", "field", "model"].contains($0.key) }
        members.append(.init("settings", .object(essentials.map { .init($0.key, .string($0.value)) })))
        members.append(.init("bounds", .integer(result.bounds[settings.name] ?? 0)))
        let canary: OrderedJSON =
            server.canary.map {
                ["rows": .integer($0.rows), "greatest_difference": .number($0.greatestDifference)]
            } ?? .null
        members.append(.init("canary", canary))
        return .object(members)
    }
}
