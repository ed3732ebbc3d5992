import HTTPClient
import RewardServers
import RewardsFile
import RoundScoring
import ServerStub
import Testing

/// The traps of real servers, each of which is told before a row is paid for.
@Suite struct ServerCheckTests {
    private static let rows = [("p", "aa"), ("q", "bbbb"), ("r", "cccccc")].map {
        RewardRow(prompt: Array($0.0.utf8), response: Array($0.1.utf8))
    }

    private func check(
        _ server: StubServer,
        _ settings: String,
        key: String? = nil,
        name: String = "helpfulness",
        path: String = ""
    ) throws -> ServerCheck {
        let text = "[\(name)]\nurl = \"\(server.address)\(path)\"\n\(settings)\n"
        let settings = try #require(try RewardsFile.parse(text, file: "f").first)
        let headers = key.map { [(name: "Authorization", value: "Bearer \($0)")] } ?? []
        let client = try HTTPClient(agent: "test")
        return ServerCheck(settings, headers: headers, rows: Self.rows, longest: Self.rows.last, by: client)
    }

    private func finding(_ topic: CheckFinding.Topic, _ check: ServerCheck) -> CheckFinding? {
        check.findings.first { $0.topic == topic }
    }

    /// A server like vLLM with one label, whose raw score is `raw` of a request's text.
    private func vllm(
        ignoresActivation: Bool = false,
        raw: @escaping @Sendable (String) -> Double = { Double($0.count) / 100 },
        other: @escaping @Sendable (StubRequest) -> StubReply? = { _ in nil }
    ) throws -> StubServer {
        try StubServer { request in
            if let reply = other(request) { return reply }
            switch request.path {
            case "/v1/models":
                return StubReply(#"{"data":[{"id":"m","owned_by":"vllm","max_model_len":256}]}"#)
            case "/openapi.json": return StubReply(#"{"paths":{"/classify":{}}}"#)
            case "/classify":
                let squashes = ignoresActivation || request.text.contains(#""use_activation":true"#)
                let texts = request.text.contains("\"messages\"") ? [request.text] : Self.texts(in: request.text)
                let data = texts.enumerated().map { index, text in
                    // What it is asked with is no part of the row.
                    let number = raw(text.replacing(":true", with: ":false"))
                    let score = squashes ? number / (1 + number) : number
                    return #"{"index":\#(index),"probs":[\#(score)]}"#
                }
                return StubReply(#"{"model":"m","data":[\#(data.joined(separator: ","))]}"#)
            default: return StubReply(#"{"detail":"Not Found"}"#, status: 404)
            }
        }
    }

    private static func texts(in body: String) -> [String] {
        guard let start = body.firstRange(of: "\"input\":[")?.upperBound else { return [] }
        return body[start...].prefix { $0 != "]" }.split(separator: ",").map(String.init)
    }

    @Test func `raw scores are told from squashed ones, also where a server ignores what it is asked`() throws {
        #expect(finding(.activation, try check(try vllm(), ""))?.level == .fine)
        let ignored = finding(.activation, try check(try vllm(ignoresActivation: true), ""))
        #expect(ignored?.level == .note)
        #expect(ignored?.text.contains("squash") == true)
    }

    @Test func `a list of texts that is taken for one pair is found out`() throws {
        let text = "text = \"{response}\"\nspecial_tokens = false"
        #expect(finding(.batch, try check(try vllm(), text))?.level == .fine)
        // What comes first in a request scores by the number of texts.
        let server = try vllm(other: { request in
            guard request.path == "/classify", request.text.contains("\"input\"") else { return nil }
            let count = Self.texts(in: request.text).count
            let data = (0..<count).map { #"{"index":\#($0),"probs":[\#(count * 7)]}"# }
            return StubReply(#"{"data":[\#(data.joined(separator: ","))]}"#)
        })
        let found = try check(server, text)
        #expect(finding(.batch, found)?.level == .wrong)
        #expect(found.level == .wrong)
    }

    @Test func `two beginning tokens are told`() throws {
        func server(_ tokens: String) throws -> StubServer {
            try vllm(other: { request in
                request.path == "/tokenize" ? StubReply(#"{"count":3,"tokens":\#(tokens)}"#) : nil
            })
        }
        #expect(finding(.beginning, try check(try server("[1,1,5]"), "text = \"{response}\""))?.level == .wrong)
        #expect(finding(.beginning, try check(try server("[1,5,6]"), "text = \"{response}\""))?.level == .fine)
    }

    @Test func `a key that guards nothing is told, and one that is refused ends it`() throws {
        let open = try vllm(other: { request in
            request.path == "/v1/models" && request.authorization == nil ? StubReply("{}", status: 401) : nil
        })
        let unguarded = finding(.key, try check(open, "", key: "k"))
        #expect(unguarded?.level == .note)
        #expect(unguarded?.text.contains("/classify") == true)
        let closed = try vllm(other: { request in
            request.path == "/classify" ? StubReply(#"{"error":"Unauthorized"}"#, status: 401) : nil
        })
        let refused = try check(closed, "", key: "wrong")
        #expect(refused.level == .wrong)
        #expect(refused.server == nil)
        #expect(finding(.score, refused)?.text.contains("key") == true)
    }

    @Test func `rows over the limit of a server are told, and do not keep a run from beginning`() throws {
        let server = try vllm(other: { request in
            request.path == "/classify" && request.text.contains("cccccc")
                ? StubReply(#"{"error":{"message":"This model's maximum context length is 256 tokens."}}"#, status: 400)
                : nil
        })
        let found = try check(server, "")
        #expect(finding(.length, found)?.level == .note)
        #expect(found.level == .note)
        #expect(found.server != nil)
    }

    @Test func `a model of cost shows by its direction`() throws {
        // Longer requests score higher, and a refusal is longer than any of the rows.
        let safety = try check(try vllm(), "", name: "safety")
        #expect(finding(.direction, safety)?.level == .fine)
        let cost = try check(try vllm(raw: { -Double($0.count) }), "", name: "safety")
        #expect(finding(.direction, cost)?.level == .note)
        let said = try check(try vllm(raw: { -Double($0.count) }), "better = \"lower\"", name: "safety")
        #expect(finding(.direction, said)?.level == .fine)
    }

    @Test func `what a server does not say has to be said`() throws {
        let silent = try StubServer { _ in StubReply("<html>", status: 200, contentType: "text/html") }
        let found = try check(silent, "")
        #expect(found.level == .wrong)
        #expect(finding(.answers, found)?.text.contains("does not say what it speaks") == true)
        #expect(finding(.answers, found)?.text.contains("the server's own address") == false)
        let model = finding(.model, try check(try vllm(), "model = \"n\""))
        #expect(model?.text.contains("n is asked for") == true)
    }

    @Test(arguments: [
        (302, "leads elsewhere"), (401, "it wants a key"), (403, "it wants a key"), (407, "a proxy answers 407"),
        (502, "it answers 502 to all"), (503, "it answers 503 to all"),
    ])
    func `one refusal of all that is asked is told as that, unless the protocol was given`(status: Int, text: String)
        throws
    {
        let refusing = try StubServer { request in
            request.path == "/score" ? StubReply(#"{"s":0.5}"#) : StubReply("no", status: status)
        }
        let found = try check(refusing, "")
        #expect(finding(.answers, found)?.text.contains(text) == true)
        #expect(found.server == nil)
        // A gateway may refuse the paths that it does not know.
        let generic = """
            protocol = "generic"
            path = "/score"
            request = '{"input": "{response}"}'
            scores = "s"
            """
        #expect(try check(refusing, generic).server != nil)
    }

    @Test func `a server that gives every row the same score is told, and its own classify is asked in place of it`()
        throws
    {
        // SGLang's /v1/classify makes a softmax over one label, and 1.0 of every error.
        let sglang = try StubServer { request in
            switch request.path {
            case "/model_info": StubReply(#"{"model_path":"rm"}"#)
            case "/v1/classify": StubReply(#"{"data":[{"index":0,"label":"Default","probs":[1.0]}]}"#)
            case "/classify": StubReply(#"[{"embedding":[\#(request.body.count)]}]"#)
            default: StubReply("{}", status: 404)
            }
        }
        let known = try check(sglang, "text = \"{response}\"\nbatch = 1")
        #expect(known.findings.filter { $0.topic == .score }.map(\.level) == [.fine])
        #expect(!sglang.requests.contains { $0.path == "/v1/classify" })
        let asked = """
            protocol = "generic"
            path = "/v1/classify"
            request = '{"model": "m", "input": "{response}"}'
            scores = "data.*.probs"
            """
        let same = try check(sglang, asked).findings.filter { $0.topic == .score }
        #expect(same.map(\.level) == [.fine, .note])
        #expect(same.last?.text.contains("one and the same score") == true)
    }

    @Test func `an address that ends in the path of requests is told`() throws {
        for path in ["/classify", "/v1"] {
            let text = finding(.answers, try check(try vllm(), "", path: path))?.text
            #expect(text?.hasSuffix("or the server's own address, without \(path)") == true)
        }
    }

    @Test func `the sample scored again tells how far a server is from what it was`() throws {
        let server = try vllm()
        let same = try check(server, "")
        #expect(server.requests.count > 6)
        #expect(same.canary() == .init(rows: 3, greatestDifference: 0))
        withExtendedLifetime(server) {}
    }
}
