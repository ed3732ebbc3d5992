import HTTPClient
import RewardServers
import Testing

@Suite struct ReplyMeaningTests {
    /// What a status comes to, in a word.
    static let statuses: [(status: Int, one: String, several: String)] = [
        (200, "rows", "split"), (301, "stop", "stop"), (307, "stop", "stop"), (400, "split", "split"),
        (401, "stop", "stop"),
        (403, "stop", "stop"), (404, "stop", "stop"), (405, "stop", "stop"), (408, "again", "again"),
        (413, "split", "split"),
        (422, "split", "split"), (424, "again", "split"), (425, "again", "again"), (429, "overloaded", "overloaded"),
        (500, "again", "split"), (502, "again", "split"), (503, "overloaded", "overloaded"),
        (504, "overloaded", "split"),
    ]

    private func word(_ meaning: ReplyMeaning) -> String {
        switch meaning {
        case .rows: "rows"
        case .again(_, _, let isOverloaded): isOverloaded ? "overloaded" : "again"
        case .split: "split"
        case .away: "away"
        case .stop: "stop"
        case .stopped: "stopped"
        }
    }

    private func meaning(_ reply: HTTPReply, count: Int) throws -> ReplyMeaning {
        ReplyMeaning(.success(reply), from: OpenRLHFReward(template: try TextTemplate("{response}")), count: count)
    }

    @Test(arguments: statuses)
    func `a status means the same whatever the body says`(status: Int, one: String, several: String) throws {
        let reply = HTTPReply(status: status, body: Array(#"{"rewards":[1]}"#.utf8))
        #expect(word(try meaning(reply, count: 1)) == one)
        #expect(word(try meaning(reply, count: 2)) == several)
    }

    @Test func `the pause that a server asks for is heeded`() throws {
        let reply = HTTPReply(status: 429, body: [], retryAfter: .seconds(12))
        guard case .again(_, let pause, let isOverloaded) = try meaning(reply, count: 1) else {
            Issue.record("429 is no end")
            return
        }
        #expect(pause == 12)
        #expect(isOverloaded)
    }

    /// What servers say of errors, and what of it reaches a person.
    static let bodies: [(body: String, said: String)] = [
        (#"{"error":{"message":"The model `x` does not exist.","code":404}}"#, "The model `x` does not exist."),
        (#"{"error":"Unauthorized"}"#, "Unauthorized"), (#"{"detail":"Not Found"}"#, "Not Found"),
        (#"{"detail":[{"msg":"too long","input":"the whole row"}]}"#, "too long"), (#"{"message":"m"}"#, "m"),
        ("<html><body>502</body></html>", "a page of HTML"), ("plain\n\ttext", "plain text"), ("", ""),
        (#"{"error":"\u001b[31mred\u202e"}"#, "\u{FFFD}[31mred\u{FFFD}"),
    ]

    @Test(arguments: bodies)
    func `what a server says is one harmless line`(body: String, said: String) {
        #expect(ServerText.said(Array(body.utf8)) == said)
    }

    @Test func `a body that echoes the row is cut`() {
        let said = ServerText.said(Array(#"{"error":"\#(String(repeating: "x", count: 50_000))"}"#.utf8))
        #expect(said.count < 200)
    }

    @Test func `nobody there is no row's fault, and a wrong certificate no wait's`() throws {
        let dialect = OpenRLHFReward(template: try TextTemplate("{response}"))
        func meaning(_ kind: HTTPFailure.Kind) -> String {
            word(ReplyMeaning(.failure(HTTPFailure(kind, detail: "d")), from: dialect, count: 2))
        }
        #expect(meaning(.refused) == "away")
        #expect(meaning(.noHost) == "away")
        #expect(meaning(.tls) == "stop")
        #expect(meaning(.timedOut) == "overloaded")
        #expect(meaning(.closed) == "again")
        #expect(meaning(.tooLarge) == "split")
        #expect(meaning(.stopped) == "stopped")
    }
}
