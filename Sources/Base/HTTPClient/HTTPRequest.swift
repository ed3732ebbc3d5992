internal import CLibrary

/// A request over HTTP, whole.
public struct HTTPRequest: Sendable {
    /// Where it goes to.
    public var address: HTTPAddress
    /// The path behind the address, with its slash.
    public var path: String
    /// Names and values; a value from the environment stands here and nowhere else.
    public var headers: [(name: String, value: String)]
    /// What is posted; nil for a GET.
    public var body: [UInt8]?
    /// The most time that a connection may take to be made.
    public var connectLimit = Duration.seconds(10)
    /// The most time that all of it may take: connecting, sending, and all of the answer.
    public var limit: Duration

    public init(
        _ address: HTTPAddress,
        path: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil,
        limit: Duration
    ) {
        self.address = address
        self.path = path
        self.headers = headers
        self.body = body
        self.limit = limit
    }
}

/// Where a server is.
public struct HTTPAddress: Hashable, Sendable {
    /// `http://host:port`, with a path in front of all others where it has one; no slash at its end.
    public let base: String
    /// The Unix socket that leads there; nil for the network.
    public let socket: String?

    /// - Parameters:
    ///   - text: as a person wrote it.
    ///   - socket: the path of a Unix socket.
    /// - Throws: why it is no address.
    public init(_ text: String, socket: String? = nil) throws(HTTPAddressProblem) {
        guard !text.isEmpty else { throw .empty }
        guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { throw .blank }
        guard let mark = text.firstRange(of: "://") else { throw .noScheme }
        guard ["http", "https"].contains(text[..<mark.lowerBound].lowercased()) else { throw .otherScheme }
        let rest = text[mark.upperBound...]
        guard let first = rest.first, first != "/", first != ":" else { throw .noHost }
        guard !rest.contains("?"), !rest.contains("#") else { throw .query }
        var base = Substring(text)
        while base.hasSuffix("/") { base.removeLast() }
        self.base = String(base)
        self.socket = socket
    }

    /// Whether it is asked over TLS.
    public var isSecure: Bool { base.lowercased().hasPrefix("https:") }

    /// The path in front of those of all requests, with its slash; nil for none.
    public var path: String? {
        guard let mark = base.firstRange(of: "://"), let slash = base[mark.upperBound...].firstIndex(of: "/") else {
            return nil
        }
        return String(base[slash...])
    }

    /// The address without the name and password that it may hold, for messages and records.
    public var shown: String {
        guard let mark = base.firstRange(of: "://") else { return base }
        let rest = base[mark.upperBound...]
        let host = rest.prefix { $0 != "/" }
        guard let at = host.lastIndex(of: "@") else { return socketText + base }
        return socketText + base[..<mark.upperBound] + rest[rest.index(after: at)...]
    }

    private var socketText: String { socket.map { "\($0) at " } ?? "" }
}

/// Why a text is not the address of a server.
public enum HTTPAddressProblem: Error, Hashable, Sendable {
    case empty, blank, noScheme, otherScheme, noHost, query

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .empty: "the address is missing"
        case .blank: "an address holds no blanks or control characters"
        case .noScheme: "an address begins with http:// or https://"
        case .otherScheme: "only http:// and https:// are spoken"
        case .noHost: "the name of the host is missing"
        case .query: "an address ends before ? and #"
        }
    }
}
