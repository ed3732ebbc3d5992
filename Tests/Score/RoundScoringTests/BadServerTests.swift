import Basics
import CLibrary
import HTTPClient
import RewardServers
import RoundFiles
import RoundScoring
import ServerStub
import Synchronization
import TestSupport
import Testing

/// Whole runs against servers that answer badly, late, or without end: each row has its score or its reason, and none is made up.
@Suite struct BadServerTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// How a server answers a request that holds the row 5, and what is told of that row.
    static let answers: [(name: String, reply: StubReply, reason: String)] = [
        (
            "400", StubReply(#"{"error":{"message":"Out of range float values"}}"#, status: 400),
            "Out of range float values"
        ),
        ("413", StubReply("length limit exceeded", status: 413), "answers 413: length limit exceeded"),
        ("422", StubReply(#"{"error":"too long","error_type":"Validation"}"#, status: 422), "too long"),
        ("424", StubReply(#"{"error":"score is NaN"}"#, status: 424), "score is NaN"),
        ("500", StubReply("Internal Server Error", status: 500), "answers 500"),
        ("502", StubReply("<html>bad gateway</html>", status: 502, contentType: "text/html"), "a page of HTML"),
        ("HTML", StubReply("<html>Welcome</html>", contentType: "text/html"), "the answer is no JSON"),
        ("nothing", StubReply(""), "the answer is no JSON"),
        ("cut JSON", StubReply(#"{"rewards":[1,"#), "the answer is no JSON"),
        ("NaN", StubReply(#"{"rewards":[NaN]}"#), "the answer is no JSON"),
        ("no scores", StubReply("{}"), "the answer has no "),
        ("too few", StubReply(#"{"rewards":[]}"#), "the answer holds 0 scores for 1 rows"),
        ("too many", StubReply(#"{"rewards":[1,2,3,4,5,6,7,8,9]}"#), "the answer holds 9 scores for 1 rows"),
        ("null", StubReply(#"{"rewards":[null]}"#), "null stands in the place of the score"),
        ("a text", StubReply(#"{"rewards":["0.5"]}"#), "a text stands in the place of the score"),
        ("1e400", StubReply(#"{"rewards":[1e400]}"#), "too large for a number"),
        ("a body without end", deed(.floods), "larger than any answer with scores"),
        ("a body that stalls", deed(.stalls), "no answer within the time"),
        ("a closed connection", deed(.closes), "the connection ended before the answer did"),
    ]

    private static func deed(_ deed: StubReply.Deed) -> StubReply {
        var reply = StubReply(String(repeating: "x", count: 1000))
        reply.deed = deed
        return reply
    }

    @Test(arguments: answers.map(\.name))
    func `one bad row fails by itself, with the reason, and those that went with it have their scores`(
        name: String
    ) throws {
        let (_, reply, reason) = try #require(Self.answers.first { $0.name == name })
        let server = try StubServer { request in
            guard request.numbers.contains(5) else { return .scores(request.numbers) }
            // What is said of one row stands in a request of several, too.
            return reply
        }
        var asked = try RewardServer.stub("safety", server.address, batch: 8, tries: 1)
        if reply.deed == .stalls { asked.deadline = .milliseconds(500) }
        let result = try ScoringRun(folder.scoringRequest([try folder.writeRows(16)], [asked])).run()
        #expect(result.scored == 15)
        #expect(result.failed == 1)
        let failed = folder.rows(of: "round.failed.jsonl")
        #expect(failed.count == 1)
        #expect(failed.first?.hasPrefix(#"{"row":5,"#) == true && failed.first?.contains(reason) == true, "\(failed)")
        #expect(
            folder.rows(of: "round.jsonl")
                == (0..<16).filter { $0 != 5 }.map {
                    #"{"id": \#($0), "prompt": "p\#($0)", "response": "r\#($0)", "safety_score": \#($0).50}"#
                }
        )
    }

    @Test func `scores in another order than the rows were sent are nobody's`() throws {
        let server = try StubServer { request in
            let count =
                request.text.split(separator: "\"text_1\":[").last?.prefix { $0 != "]" }.count { $0 == "," } ?? 0
            let data = (0...count).map { #"{"index":\#(count - $0),"score":\#($0)}"# }
            return StubReply(#"{"data":[\#(data.joined(separator: ","))]}"#)
        }
        var asked = try RewardServer.stub("safety", server.address)
        asked.dialect = VLLMScore(model: nil, mostRows: 4)
        let result = try ScoringRun(folder.scoringRequest([try folder.writeRows(8)], [asked])).run()
        // Alone, each row is the first.
        #expect(result.scored == 8)
        #expect(folder.rows(of: "round.jsonl").allSatisfy { $0.hasSuffix(#""safety_score": 0}"#) })
    }

    @Test func `a server that asks for a pause gets it`() throws {
        let times = Mutex<[Double]>([])
        let server = try StubServer { request in
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let seconds = Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
            let isFirst = times.withLock { times in
                times.append(seconds)
                return times.count == 1
            }
            guard isFirst else { return .scores(request.numbers) }
            var reply = StubReply("busy", status: 429)
            reply.retryAfter = "1"
            return reply
        }
        var asked = try RewardServer.stub("safety", server.address)
        asked.concurrency = 1
        #expect(try ScoringRun(folder.scoringRequest([try folder.writeRows(8)], [asked])).run().scored == 8)
        let (first, second) = try times.withLock { (try #require($0.first), try #require($0.dropFirst().first)) }
        #expect(second - first >= 1)
    }

    @Test func `a text of 30 MB goes to the server whole, and its row comes out whole`() throws {
        let text = String(repeating: "a long response ", count: 30 * 65536)
        let row = #"{"prompt": "p", "response": "\#(text)"}"#
        let path = try folder.write(row + "\n", to: "long.jsonl")
        let server = try StubServer { StubReply(#"{"rewards":[\#($0.body.count)]}"#) }
        let asked = try RewardServer.stub("safety", server.address)
        #expect(try ScoringRun(folder.scoringRequest([path], [asked])).run().scored == 1)
        let body = #"{"query":[""],"prompts":["p"],"labels":[""]}"#.utf8.count + text.utf8.count
        #expect(folder.bytes("round.jsonl") == Array((row.dropLast() + #", "safety_score": \#(body)}"# + "\n").utf8))
    }

    @Test func `rows that were added to the input since an interruption are scored, too`() throws {
        let cancellation = Cancellation()
        let server = try StubServer { request in
            if request.numbers.contains(20) { cancellation.cancel() }
            return .scores(request.numbers)
        }
        let request = folder.scoringRequest([try folder.writeRows(30)], [try .stub("safety", server.address)])
        #expect(throws: ScoringError.self) { try ScoringRun(request, cancellation: cancellation).run() }
        _ = try folder.writeRows(50)
        #expect(try ScoringRun(request).run().scored == 50)
        #expect(folder.rows(of: "round.jsonl").count == 50)
    }
}
