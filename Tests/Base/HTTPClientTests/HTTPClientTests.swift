import HTTPClient
import ServerStub
import Testing

@Suite struct HTTPClientTests {
    private func client(bodyLimit: Int = 1 << 20) throws -> HTTPClient {
        try HTTPClient(agent: "test", bodyLimit: bodyLimit)
    }

    private func request(
        _ server: StubServer,
        body: [UInt8]? = nil,
        limit: Duration = .seconds(20)
    ) throws -> HTTPRequest {
        HTTPRequest(
            try HTTPAddress(server.address),
            path: "/path",
            headers: [("Authorization", "Bearer key")],
            body: body,
            limit: limit
        )
    }

    @Test func `a body arrives whole, with its headers, and the answer comes back whole`() throws {
        let server = try StubServer { StubReply($0.text.uppercased(), contentType: "text/plain") }
        let text = String(repeating: "abc", count: 100_000)
        let reply = try client().send(try request(server, body: Array(text.utf8))).get()
        #expect(reply.status == 200)
        #expect(reply.body == Array(text.uppercased().utf8))
        #expect(reply.contentType == "text/plain")
        #expect(server.requests.map(\.method) == ["POST"])
        #expect(server.requests.map(\.path) == ["/path"])
        #expect(server.requests.map(\.authorization) == ["Bearer key"])
    }

    @Test func `many requests at once all come back with their own tag`() throws {
        let server = try StubServer { StubReply($0.text) }
        let client = try client()
        for tag in 0..<200 { #expect(client.start(try request(server, body: Array("\(tag)".utf8)), tag: UInt64(tag))) }
        var found: [UInt64: String] = [:]
        while client.running > 0 {
            client.run(for: .seconds(1))
            while let answer = client.next() {
                found[answer.tag] = String(decoding: try answer.result.get().body, as: UTF8.self)
            }
        }
        #expect(found == Dictionary(uniqueKeysWithValues: (0..<200).map { (UInt64($0), "\($0)") }))
    }

    @Test func `a status is an answer, with the pause that it asks for, and redirects are not followed`() throws {
        let server = try StubServer { request in
            var reply = StubReply("busy", status: request.text == "move" ? 307 : 429)
            reply.retryAfter = "7"
            reply.location = request.text == "move" ? "http://127.0.0.1:1/" : nil
            return reply
        }
        let busy = try client().send(try request(server, body: [])).get()
        #expect(busy.status == 429)
        #expect(busy.retryAfter == .seconds(7))
        #expect(try client().send(try request(server, body: Array("move".utf8))).get().status == 307)
    }

    @Test func `what fails says how`() throws {
        let server = try StubServer { request in
            var reply = StubReply(String(repeating: "x", count: 1000))
            switch request.text {
            case "close": reply.deed = .closes
            case "stall": reply.deed = .stalls
            case "flood": reply.deed = .floods
            default: break
            }
            return reply
        }
        func failure(_ body: String, limit: Duration = .seconds(20)) throws -> HTTPFailure.Kind? {
            guard
                case .failure(let failure) = try client().send(
                    try request(server, body: Array(body.utf8), limit: limit)
                )
            else { return nil }
            return failure.kind
        }
        #expect(try failure("close") == .closed)
        #expect(try failure("stall", limit: .milliseconds(300)) == .timedOut)
        #expect(try failure("flood") == .tooLarge)
        let nobody = HTTPRequest(try HTTPAddress("http://127.0.0.1:1"), path: "/", limit: .seconds(5))
        guard case .failure(let refused) = try client().send(nobody) else {
            Issue.record("nothing listens there")
            return
        }
        #expect(refused.kind == .refused)
        let unknown = HTTPRequest(try HTTPAddress("http://no-such-host.invalid"), path: "/", limit: .seconds(5))
        guard case .failure(let lost) = try client().send(unknown) else {
            Issue.record("there is no such host")
            return
        }
        #expect([.noHost, .timedOut].contains(lost.kind))
    }

    @Test func `a server that does not speak TLS is told from one that is not there`() throws {
        let server = try StubServer { StubReply($0.text) }
        let address = try HTTPAddress("https://127.0.0.1:\(server.port)")
        guard
            case .failure(let failure) = try client().send(
                HTTPRequest(address, path: "/", body: [], limit: .seconds(20))
            )
        else {
            Issue.record("there is no TLS")
            return
        }
        #expect(failure.kind == .tls)
    }

    @Test func `stopping ends what is under way`() throws {
        let server = try StubServer { _ in
            var reply = StubReply(String(repeating: "x", count: 1000))
            reply.deed = .stalls
            return reply
        }
        let client = try client()
        #expect(client.start(try request(server, body: []), tag: 3))
        while server.requests.isEmpty { client.run(for: .milliseconds(10)) }
        client.stop()
        var kinds: [HTTPFailure.Kind] = []
        while let answer = client.next() {
            if case .failure(let failure) = answer.result { kinds.append(failure.kind) }
        }
        #expect(kinds == [.stopped])
        #expect(client.running == 0)
    }

    @Test func `a server that starts anew on its port is met again`() throws {
        var server: StubServer? = try StubServer { _ in StubReply("one") }
        let port = try #require(server?.port)
        let address = try HTTPAddress("http://127.0.0.1:\(port)")
        let client = try client()
        let request = HTTPRequest(address, path: "/", body: [], limit: .seconds(5))
        #expect(try client.send(request).get().body == Array("one".utf8))
        server = nil
        guard case .failure = client.send(request) else {
            Issue.record("the server is gone")
            return
        }
        let next = try StubServer(port: port) { _ in StubReply("two") }
        #expect(try client.send(request).get().body == Array("two".utf8))
        #expect(next.requests.count == 1)
    }
}
