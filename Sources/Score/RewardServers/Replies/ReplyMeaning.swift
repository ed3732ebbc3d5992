public import HTTPClient

/// What the end of a request means for the rows that it was for.
public enum ReplyMeaning: Hashable, Sendable {
    /// What the server says about each row.
    case rows([RowScore])
    /// It may go better later: with the pause that the server asks for, in seconds, and whether it has too much to do.
    case again(Refusal, pause: Double?, isOverloaded: Bool)
    /// One of the rows may be the cause: each half is asked for by itself, and a row by itself has failed.
    case split(Refusal)
    /// Nothing is there to answer; no row is to blame.
    case away(String)
    /// No row can be scored until somebody has changed something.
    case stop(ServerProblem)
    /// The program ended it.
    case stopped

    /// What is told of a row that fails by it.
    public struct Refusal: Hashable, Sendable {
        /// One clause, bounded and harmless.
        public var reason: String
        public var status: Int?

        public init(reason: String, status: Int? = nil) {
            self.reason = reason
            self.status = status
        }
    }

    /// - Parameters:
    ///   - result: how the request ended.
    ///   - count: the rows that it was for.
    public init(_ result: Result<HTTPReply, HTTPFailure>, from dialect: any RewardDialect, count: Int) {
        switch result {
        case .failure(let failure): self = Self.meaning(of: failure)
        case .success(let reply): self = Self.meaning(of: reply, dialect, count)
        }
    }

    private static func meaning(of failure: HTTPFailure) -> ReplyMeaning {
        switch failure.kind {
        case .badAddress, .tls: .stop(.unreachable(failure.reason))
        case .noHost, .proxy, .refused: .away(failure.reason)
        case .timedOut: .again(Refusal(reason: failure.reason), pause: nil, isOverloaded: true)
        case .closed, .other: .again(Refusal(reason: failure.reason), pause: nil, isOverloaded: false)
        case .tooLarge, .notHTTP: .split(Refusal(reason: failure.reason))
        case .stopped: .stopped
        }
    }

    private static func meaning(of reply: HTTPReply, _ dialect: any RewardDialect, _ count: Int) -> ReplyMeaning {
        let pause = reply.retryAfter.map { Double($0.components.seconds) }
        if (200..<300).contains(reply.status) {
            do throws(ReplyProblem) {
                return .rows(try dialect.scores(in: reply.body, count: count))
            } catch {
                if case .otherModel(let expected, let found) = error {
                    return .stop(.otherModel(expected: expected, found: found))
                }
                return .split(Refusal(reason: error.message, status: reply.status))
            }
        }
        // What it says is made safe, which takes longer than to read scores.
        let said = ServerText.said(reply.body)
        let refusal = Refusal(
            reason: said.isEmpty ? "the server answers \(reply.status)" : "the server answers \(reply.status): \(said)",
            status: reply.status
        )
        if let problem = ServerProblem(status: reply.status) { return .stop(problem) }
        switch reply.status {
        case 404, 405, 501: return .stop(.notFound(path: dialect.path, said: said))
        case 408, 425: return .again(refusal, pause: pause, isOverloaded: false)
        case 429, 503: return .again(refusal, pause: pause, isOverloaded: true)
        // A row that the model cannot take makes some servers fail with these: with several rows it is found by halves.
        case 424, 500, 502, 504:
            return count > 1 ? .split(refusal) : .again(refusal, pause: pause, isOverloaded: reply.status == 504)
        default: return .split(refusal)
        }
    }
}
