public import HTTPClient

/// One reward model behind an address, and how it is asked.
public struct RewardServer: Sendable {
    /// What its scores are called: `safety`, `helpfulness`, or a name of one's own.
    public var name: String
    /// The field that a row gets.
    public var field: String
    public var address: HTTPAddress
    /// With values of the environment put in: never shown, never kept.
    public var headers: [(name: String, value: String)]
    public var dialect: any RewardDialect
    /// The most requests at once.
    public var concurrency = 64
    /// For one request, from connecting to the end of the answer.
    public var deadline = Duration.seconds(300)
    /// How often a row is asked for, at least once.
    public var tries = 5

    public init(
        name: String,
        field: String,
        address: HTTPAddress,
        headers: [(name: String, value: String)] = [],
        dialect: any RewardDialect
    ) {
        self.name = name
        self.field = field
        self.address = address
        self.headers = headers
        self.dialect = dialect
    }

    /// A request for some rows.
    public func request(for rows: [RewardRow]) -> HTTPRequest {
        HTTPRequest(
            address,
            path: dialect.path,
            headers: [("Content-Type", "application/json"), ("Accept", "application/json")] + headers,
            body: dialect.body(for: rows),
            limit: deadline
        )
    }
}
