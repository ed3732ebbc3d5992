public import HTTPClient

extension HTTPFailure {
    /// Why there is no answer: a clause, for a person.
    public var reason: String {
        switch kind {
        case .badAddress: "the address cannot be used: \(detail)"
        case .noHost: "there is no such host: \(detail)"
        case .proxy: "the proxy does not let it through: \(detail)"
        case .refused: "nothing answers there: \(detail)"
        case .tls: "no secure connection: \(detail)"
        case .timedOut: "no answer within the time that a request may take"
        case .closed: "the connection ended before the answer did"
        case .tooLarge: "the answer is larger than any answer with scores"
        case .notHTTP: "what came is no answer of HTTP"
        case .stopped, .other: detail
        }
    }
}
