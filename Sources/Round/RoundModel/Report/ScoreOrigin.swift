/// Where the scores of a file came from, by the record that `redsieve score` leaves beside it.
public struct ScoreOrigin: Hashable, Sendable {
    /// The record's own name: `round-5.scoring.json`.
    public var name: String
    /// Of the record's bytes: SHA-256, hexadecimal, lower case.
    public var sha256: String
    /// Who gave the scores, in the order of the record.
    public var servers: [Server]

    /// What gave one score.
    public struct Server: Hashable, Sendable {
        /// What the score is called: `safety`.
        public var score: String
        /// The field that rows have it in.
        public var field: String
        /// A program and its version, as it names them; nil where it does not.
        public var software: String?
        public var model: String?
        /// Whether a lower score is better; nil where nobody said so.
        public var lowerIsBetter: Bool?

        public init(
            score: String,
            field: String,
            software: String? = nil,
            model: String? = nil,
            lowerIsBetter: Bool? = nil
        ) {
            self.score = score
            self.field = field
            self.software = software
            self.model = model
            self.lowerIsBetter = lowerIsBetter
        }

        /// Who it is, for a person: `safety-rm (vLLM 0.32.0)`. It may hold names from outside.
        public var text: String {
            switch (model, software) {
            case (let model?, let software?): "\(model) (\(software))"
            case (let only?, nil), (nil, let only?): only
            case (nil, nil): "a server that does not say what it is"
            }
        }
    }

    public init(name: String, sha256: String, servers: [Server] = []) {
        self.name = name
        self.sha256 = sha256
        self.servers = servers
    }

    /// The beginning of the digest, which tells records apart.
    public var shortDigest: String { String(sha256.prefix(12)) }
}
