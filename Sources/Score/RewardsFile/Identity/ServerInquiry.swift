public import HTTPClient
import JSONTree
public import RewardServers

/// Asks a server what it is.
public enum ServerInquiry {
    /// What it says of itself.
    ///
    /// - Parameters:
    ///   - headers: with their values put in.
    ///   - client: with no request under way.
    /// - Throws: where nothing answers at all.
    public static func identity(
        of server: ServerSettings,
        headers: [(name: String, value: String)],
        by client: HTTPClient
    ) throws(ServerProblem) -> ServerIdentity {
        var answers: [String: JSONTree] = [:]
        for path in ServerIdentity.paths {
            let request = HTTPRequest(server.address, path: path, headers: headers, limit: .seconds(10))
            switch client.send(request) {
            case .success(let reply):
                guard reply.status == 200, let tree = try? JSONTree(reply.body) else { continue }
                answers[path] = tree
            case .failure(let failure):
                switch failure.kind {
                case .refused, .noHost, .proxy, .tls, .badAddress:
                    throw .unreachable(failure.reason)
                case .timedOut where answers.isEmpty: throw .unreachable("no answer within 10 s")
                case .timedOut, .closed, .tooLarge, .notHTTP, .stopped, .other: continue
                }
            }
        }
        return ServerIdentity(
            answers,
            wantsWords: !server.good.isEmpty,
            wantsPairs: server.text == .pair
        )
    }
}
