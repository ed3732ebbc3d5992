/// How a request ended.
public struct HTTPAnswer: Sendable {
    /// The number that the request was started with.
    public let tag: UInt64
    /// What came of it.
    public let result: Result<HTTPReply, HTTPFailure>
    /// From the start to the end.
    public let seconds: Double
}

/// What a server answered, whatever it says.
public struct HTTPReply: Hashable, Sendable {
    public var status: Int
    public var body: [UInt8]
    /// As the server names it; nil where it does not.
    public var contentType: String?
    /// How long the server asks to be left alone, at most a day; nil where it does not.
    public var retryAfter: Duration?

    public init(status: Int, body: [UInt8], contentType: String? = nil, retryAfter: Duration? = nil) {
        self.status = status
        self.body = body
        self.contentType = contentType
        self.retryAfter = retryAfter
    }
}

/// Why there is no answer.
public struct HTTPFailure: Error, Hashable, Sendable {
    public var kind: Kind
    /// What the library says of it; it may hold the host's name, never a header or a body.
    public var detail: String

    public enum Kind: Hashable, Sendable {
        case badAddress
        case noHost
        case proxy
        /// Nothing listens there, or it cannot be reached.
        case refused
        case tls
        case timedOut
        /// The connection ended before the answer did.
        case closed
        /// The answer went over its limit.
        case tooLarge
        /// What came is no answer of HTTP.
        case notHTTP
        /// The client was told to stop.
        case stopped
        case other
    }

    public init(_ kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }
}
