import Basics
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
    /// - Throws: where nothing answers at all, or all that is asked is refused in the same way.
    public static func identity(
        of server: ServerSettings,
        headers: [(name: String, value: String)],
        by client: HTTPClient
    ) throws(ServerProblem) -> ServerIdentity {
        var answers: [String: JSONTree] = [:]
        var statuses: Set<Int> = []
        for path in ServerIdentity.paths {
            let request = HTTPRequest(server.address, path: path, headers: headers, limit: .seconds(10))
            switch client.send(request) {
            case .success(let reply):
                statuses.insert(reply.status)
                guard reply.status == 200, let tree = try? JSONTree(reply.body) else { continue }
                answers[path] = tree
            case .failure(let failure):
                switch failure.kind {
                case .refused, .noHost, .proxy, .tls, .badAddress:
                    throw .unreachable(failure.reason + proxyHint(server.address))
                case .timedOut where answers.isEmpty:
                    throw .unreachable("no answer within 10 s" + proxyHint(server.address))
                case .timedOut, .closed, .tooLarge, .notHTTP, .stopped, .other: statuses.insert(0)
                }
            }
        }
        if server.protocolName == nil { try requireAnswer(statuses) }
        return ServerIdentity(
            answers,
            wantsWords: !server.good.isEmpty,
            wantsPairs: server.text == .pair
        )
    }

    /// - Throws: where all that was asked was refused in the same way. A gateway may do so with the paths that it does not know,
    ///   so that this says nothing of a server whose protocol was given.
    private static func requireAnswer(_ statuses: Set<Int>) throws(ServerProblem) {
        guard statuses.count == 1, let status = statuses.first else { return }
        if let problem = ServerProblem(status: status) { throw problem }
        guard status >= 500 else { return }
        throw .unreachable(
            "it answers \(status) to all that it is asked: it may still be starting, or be a proxy whose server is away"
        )
    }

    /// What is to be known where a variable sends requests by way of a proxy: nothing where none does.
    private static func proxyHint(_ address: HTTPAddress) -> String {
        let own = address.isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        let name = (own + ["all_proxy", "ALL_PROXY"]).first { EnvironmentVariable.filled($0) != nil }
        return name.map { "; \($0) is set: a host that is reached without the proxy has to be named in no_proxy" } ?? ""
    }
}
