internal import CHTTP
import CLibrary

/// Sends many requests at once; one thread uses one.
///
///     let client = try HTTPClient(agent: "redsieve/1.0")
///     client.start(request, tag: 7)
///     while client.running > 0 {
///         client.run(for: .milliseconds(100))
///         while let answer = client.next() { ... }
///     }
///
/// Redirects are not followed: a POST would become a GET. Proxies, certificates and `.netrc` are the user's own, as libcurl finds
/// them.
public final class HTTPClient {
    private let client: OpaquePointer

    /// libcurl cannot be loaded or set up.
    public struct Unavailable: Error, Hashable, Sendable {}

    /// Wakes a client that waits in `run`, from any thread.
    ///
    /// Unchecked: libcurl's wake-up is the one call that other threads may make; the client outlives it, since it is held.
    public struct Waker: @unchecked Sendable {
        fileprivate let owner: HTTPClient

        public func wake() { http_client_wake(owner.client) }
    }

    /// - Parameters:
    ///   - agent: what the program calls itself.
    ///   - mostConnections: at once, to all servers.
    ///   - bodyLimit: bytes that an answer may have.
    public init(agent: String, mostConnections: Int = 256, bodyLimit: Int = 64 << 20) throws(Unavailable) {
        let made = agent.withCString { agent in
            var settings = http_settings()
            settings.user_agent = agent
            settings.most_connections = max(1, mostConnections)
            settings.body_limit = max(0, bodyLimit)
            // vLLM closes a connection that was idle for five seconds.
            settings.idle_seconds = 4
            return http_client_create(&settings)
        }
        guard let made else { throw Unavailable() }
        client = made
    }

    deinit { http_client_destroy(client) }

    public var waker: Waker { Waker(owner: self) }

    /// How many requests are under way or wait to be taken out.
    public var running: Int { http_client_running(client) }

    /// Starts a request; its answer comes with the same tag. False where memory is short.
    public func start(_ request: HTTPRequest, tag: UInt64) -> Bool {
        let headers = request.headers.map { strdup("\($0.name): \($0.value)") }
        defer { for header in headers { free(header) } }
        let pointers = headers.map { UnsafePointer($0) }
        return (request.address.base + request.path).withCString { url in
            (request.address.socket ?? "").withCString { socket in
                pointers.withUnsafeBufferPointer { pointers in
                    (request.body ?? []).withUnsafeBufferPointer { body in
                        var plain = http_request()
                        plain.url = url
                        plain.headers = pointers.baseAddress
                        plain.header_count = pointers.count
                        plain.is_post = request.body != nil
                        plain.body = body.baseAddress
                        plain.body_length = body.count
                        plain.socket = request.address.socket == nil ? nil : socket
                        plain.connect_milliseconds = Self.milliseconds(request.connectLimit)
                        plain.milliseconds = Self.milliseconds(request.limit)
                        plain.tag = tag
                        return http_client_start(client, &plain)
                    }
                }
            }
        }
    }

    /// Goes on with all requests until something happens, or for so long, or until it is woken.
    public func run(for limit: Duration) {
        http_client_run(client, Int32(clamping: Self.milliseconds(limit)))
    }

    /// Takes out an answer that is there.
    public func next() -> HTTPAnswer? {
        var answer = http_answer()
        guard http_client_next(client, &answer) else { return nil }
        return HTTPAnswer(tag: answer.tag, result: Self.result(answer), seconds: answer.seconds)
    }

    /// Ends all requests that are under way; they come out as stopped.
    public func stop() { http_client_stop(client) }

    /// Sends one request and waits for its answer; to be used while no other is under way.
    public func send(_ request: HTTPRequest) -> Result<HTTPReply, HTTPFailure> {
        guard start(request, tag: .max) else { return .failure(HTTPFailure(.other, detail: "memory is short")) }
        while true {
            if let answer = next() { return answer.result }
            run(for: .seconds(1))
        }
    }

    private static func result(_ answer: http_answer) -> Result<HTTPReply, HTTPFailure> {
        guard Int(answer.outcome) == HTTP_ANSWERED else {
            let detail = answer.detail.map { String(cString: $0) } ?? ""
            return .failure(HTTPFailure(kind(answer.outcome), detail: detail))
        }
        return .success(
            HTTPReply(
                status: answer.status,
                body: Array(UnsafeBufferPointer(start: answer.body, count: answer.body_length)),
                contentType: answer.content_type.map { String(cString: $0) },
                retryAfter: answer.retry_after < 0 ? nil : .seconds(answer.retry_after)
            )
        )
    }

    private static func kind(_ outcome: Int32) -> HTTPFailure.Kind {
        switch Int(outcome) {
        case HTTP_BAD_URL: .badAddress
        case HTTP_NO_HOST: .noHost
        case HTTP_NO_PROXY: .proxy
        case HTTP_REFUSED: .refused
        case HTTP_TLS: .tls
        case HTTP_TIMED_OUT: .timedOut
        case HTTP_CLOSED: .closed
        case HTTP_TOO_LARGE: .tooLarge
        case HTTP_NOT_HTTP: .notHTTP
        case HTTP_STOPPED: .stopped
        default: .other
        }
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        let parts = duration.components
        return max(1, Int(clamping: parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000))
    }
}
