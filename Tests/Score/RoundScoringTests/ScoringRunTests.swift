import Basics
import CLibrary
import Dispatch
import HTTPClient
import RewardServers
import RoundFiles
import RoundScoring
import ServerStub
import Synchronization
import TestSupport
import Testing

/// Whole runs against servers on this machine.
@Suite struct ScoringRunTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func rows(_ count: Int) throws -> String { try folder.writeRows(count) }

    private func server(_ name: String, _ address: String, batch: Int = 4, tries: Int = 3) throws -> RewardServer {
        try .stub(name, address, batch: batch, tries: tries)
    }

    private func request(_ paths: [String], _ servers: [RewardServer]) -> ScoringRequest {
        folder.scoringRequest(paths, servers)
    }

    private func lines(_ name: String) -> [String] { folder.rows(of: name) }

    @Test func `both scores of every row stand behind its own bytes, in the order of the source`() throws {
        let safety = try StubServer { .scores($0.numbers) }
        let help = try StubServer { .scores($0.numbers, scale: -2) }
        let run = try ScoringRun(
            request(
                [try rows(1000)],
                [try server("safety", safety.address), try server("help", help.address, batch: 7)]
            )
        )
        let result = try run.run()
        #expect(result.rows == 1000)
        #expect(result.scored == 1000)
        #expect(result.failed == 0)
        #expect(
            lines("round.jsonl")
                == (0..<1000).map {
                    #"{"id": \#($0), "prompt": "p\#($0)", "response": "r\#($0)", "safety_score": \#($0).50, "help_score": \#($0 * -2).50}"#
                }
        )
        #expect(folder.entries == ["answers.jsonl", "round.jsonl"])
    }

    @Test func `a row that a server refuses is found by halves, and is neither scored nor lost`() throws {
        let asked = Mutex<[Int: Int]>([:])
        let safety = try StubServer { request in
            let numbers = request.numbers
            asked.withLock { asked in for number in numbers { asked[number, default: 0] += 1 } }
            if numbers.contains(13) { return StubReply(#"{"error":"too long"}"#, status: 422) }
            if numbers.contains(77) {
                return StubReply("{\"rewards\":[\(numbers.map { _ in "null" }.joined(separator: ","))]}")
            }
            return .scores(numbers)
        }
        let result = try ScoringRun(request([try rows(100)], [try server("safety", safety.address, batch: 16)])).run()
        #expect(result.scored + result.failed == 100)
        #expect(result.failedPath == folder("round.failed.jsonl"))
        let failed = lines("round.failed.jsonl")
        #expect(
            failed.contains {
                $0.hasPrefix(#"{"row":13,"file":"#) && $0.contains("too long") && $0.contains(#""status":422"#)
            }
        )
        #expect(
            failed.contains {
                $0.contains(#""item":{"id": 77,"#) && $0.contains("null stands in the place of the score")
            }
        )
        #expect(lines("round.jsonl").count == result.scored)
        #expect(!lines("round.jsonl").contains { $0.contains(#""id": 13,"#) })
    }

    @Test func `what may go better later is asked for again, as often as it says`() throws {
        let asked = Mutex<[Int: Int]>([:])
        let safety = try StubServer { request in
            let numbers = request.numbers
            let times = asked.withLock { asked in
                for number in numbers { asked[number, default: 0] += 1 }
                return numbers.map { asked[$0] ?? 0 }.max() ?? 0
            }
            if numbers.contains(3), times < 3 { return StubReply("busy", status: 503) }
            if numbers.contains(5) {
                var reply = StubReply("")
                reply.deed = .closes
                return reply
            }
            return .scores(numbers)
        }
        let result = try ScoringRun(request([try rows(10)], [try server("safety", safety.address, batch: 1)])).run()
        #expect(result.scored == 9)
        #expect(result.failed == 1)
        #expect(asked.withLock { $0[3] } == 3)
        #expect(lines("round.failed.jsonl").first?.contains(#""tries":3"#) == true)
    }

    @Test func `a server that wants a key ends the run, and nothing is taken for failed`() throws {
        let safety = try StubServer { _ in StubReply(#"{"error":"Unauthorized"}"#, status: 401) }
        let run = try ScoringRun(request([try rows(50)], [try server("safety", safety.address)]))
        let error = #expect(throws: ScoringError.self) { try run.run() }
        #expect(error?.exitStatus == 77)
        #expect(folder.entries == ["answers.jsonl", "round.jsonl.scoring"])
    }

    @Test func `nothing but failures end the run before they are taken for the rows'`() throws {
        let safety = try StubServer { _ in StubReply("oops", status: 500) }
        let first = request([try rows(500)], [try server("safety", safety.address, tries: 1)])
        let error = #expect(throws: ScoringError.self) { try ScoringRun(first).run() }
        #expect(error?.exitStatus == 69)
        // The server is mended, and no row is the worse for it.
        let mended = try StubServer { .scores($0.numbers) }
        let result = try ScoringRun(request([folder("answers.jsonl")], [try server("safety", mended.address)])).run()
        #expect(result.scored == 500)
    }

    @Test func `rows that a server cannot bear do not take others with them`() throws {
        let safety = try StubServer { request in
            let numbers = request.numbers
            if numbers.contains(9) {
                var reply = StubReply("")
                reply.deed = .closes
                return reply
            }
            return .scores(numbers)
        }
        let result = try ScoringRun(
            request([try rows(64)], [try server("safety", safety.address, batch: 16, tries: 2)])
        ).run()
        #expect(result.failed == 1)
        #expect(lines("round.failed.jsonl").first?.hasPrefix(#"{"row":9,"#) == true)
    }

    @Test func `a window of few bytes lets every row through`() throws {
        let safety = try StubServer { .scores($0.numbers) }
        var request = request([try rows(200)], [try server("safety", safety.address)])
        (request.window, request.windowBytes) = (3, 10)
        #expect(try ScoringRun(request).run().scored == 200)
    }

    @Test func `a run that was stopped goes on where it was, and asks for no row again`() throws {
        let cancellation = Cancellation()
        let asked = Mutex<[Int]>([])
        let safety = try StubServer { request in
            let numbers = request.numbers
            let count = asked.withLock { asked in
                asked += numbers
                return asked.count
            }
            if count > 300 { cancellation.cancel() }
            return .scores(numbers)
        }
        let request = request([try rows(1000)], [try server("safety", safety.address)])
        let error = #expect(throws: ScoringError.self) { try ScoringRun(request, cancellation: cancellation).run() }
        #expect(error?.exitStatus == 130)
        let before = asked.withLock { $0.count }
        let result = try ScoringRun(request).run()
        #expect(result.scored == 1000)
        #expect(lines("round.jsonl").count == 1000)
        // What was under way when it was stopped may have been asked for twice.
        let twice = asked.withLock { Dictionary($0.map { ($0, 1) }, uniquingKeysWith: +).values.count { $0 > 1 } }
        #expect(twice <= 64 * 4)
        #expect(before < 1000)
    }

    @Test func `a run that was made otherwise is not gone on with unless that is accepted`() throws {
        let cancellation = Cancellation()
        let safety = try StubServer { request in
            cancellation.cancel()
            return .scores(request.numbers)
        }
        var request = request([try rows(100)], [try server("safety", safety.address)])
        request.settings = [.init("safety.model", "a")]
        #expect(throws: ScoringError.self) { try ScoringRun(request, cancellation: cancellation).run() }
        request.settings = [.init("safety.model", "b")]
        let error = #expect(throws: ScoringError.self) { try ScoringRun(request) }
        #expect(error?.message.contains("safety.model was a and is b") == true)
        request.acceptsChange = true
        #expect(try ScoringRun(request).run().scored == 100)
    }

    @Test func `rows that are others than those that were scored are not gone on with`() throws {
        let cancellation = Cancellation()
        let safety = try StubServer { request in
            if request.numbers.contains(where: { $0 > 50 }) { cancellation.cancel() }
            return .scores(request.numbers)
        }
        let first = request([try rows(1000)], [try server("safety", safety.address)])
        #expect(throws: ScoringError.self) { try ScoringRun(first, cancellation: cancellation).run() }
        let lines = (0..<1000).map { #"{"id": \#($0), "prompt": "q\#($0)", "response": "r\#($0)"}"# }
        try folder.write(lines.joined(separator: "\n"), to: "answers.jsonl")
        let error = #expect(throws: ScoringError.self) { try ScoringRun(first) }
        #expect(error?.exitStatus == 65)
        var again = first
        again.startsAgain = true
        #expect(try ScoringRun(again).run().scored == 1000)
    }

    @Test func `an output that is there, a run beside it, and scores that are there are refused`() throws {
        let safety = try StubServer { .scores($0.numbers) }
        let path = try rows(10)
        let request = request([path], [try server("safety", safety.address)])
        let run = try ScoringRun(request)
        let beside = #expect(throws: ScoringError.self) { try ScoringRun(request) }
        #expect(beside?.message.contains("another run (process ") == true)
        _ = try run.run()
        #expect(#expect(throws: ScoringError.self) { try ScoringRun(request) }?.exitStatus == 73)
        let scored = try folder.write(#"{"prompt": "p", "response": "r1", "safety_score": null}"#, to: "scored.jsonl")
        var second = request
        second.rows = RoundRequest(paths: [scored])
        second.output = folder("other.jsonl")
        let there = #expect(throws: ScoringError.self) { try ScoringRun(second).run() }
        #expect(there?.message.contains(#"has a field "safety_score" already"#) == true)
    }

    @Test func `broken rows, empty texts and half surrogates go where they belong`() throws {
        let safety = try StubServer { request in
            request.text.contains(#"\ud800"#) ? StubReply("bad", status: 400) : StubReply(#"{"rewards":[1]}"#)
        }
        let text = """
            {"prompt": "", "response": ""}
            not JSON
            {"prompt": "p", "response": "\\ud800"}
            {"prompt": "p", "other": 1}

            {"prompt": "é", "response": "r", "more": {"a": [1, 2]}}
            """
        let path = try folder.write(text, to: "answers.jsonl")
        let result = try ScoringRun(request([path], [try server("safety", safety.address, batch: 1)])).run()
        #expect(result.scored == 2)
        #expect(result.failed == 3)
        #expect(
            lines("round.jsonl") == [
                #"{"prompt": "", "response": "", "safety_score": 1}"#,
                #"{"prompt": "é", "response": "r", "more": {"a": [1, 2]}, "safety_score": 1}"#,
            ]
        )
        let failed = lines("round.failed.jsonl")
        #expect(
            failed.map { $0.contains(#""line":2,"#) || $0.contains(#""line":3,"#) || $0.contains(#""line":4,"#) } == [
                true, true, true,
            ]
        )
        #expect(failed[0].contains(#""text":"not JSON""#))
    }

    @Test func `a chat goes to the server with the turns before its prompt, whatever its words for them are`() throws {
        let safety = try StubServer { _ in StubReply(#"{"data":[{"index":0,"probs":[1.0]}]}"#) }
        var server = try server("safety", safety.address)
        server.dialect = VLLMClassify(model: nil, template: nil)
        let text = """
            {"id": 1, "messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}
            """
        _ = try ScoringRun(request([try folder.write(text, to: "chat.jsonl")], [server])).run()
        let messages =
            #""messages":[{"role":"system","content":"S"},{"role":"user","content":"a"},{"role":"assistant","content":"b"},"#
            + #"{"role":"user","content":"c"},{"role":"assistant","content":"d"}]"#
        #expect(safety.requests.map { $0.text.contains(messages) } == [true])
        var other = request(
            [
                try folder.write(
                    #"{"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}, {"from": "human", "value": "c"}, {"from": "gpt", "value": "d"}]}"#,
                    to: "share.jsonl"
                )
            ],
            [server]
        )
        other.output = folder("second.jsonl")
        _ = try ScoringRun(other).run()
        #expect(
            safety.requests.last?.text.contains(messages.replacing(#"{"role":"system","content":"S"},"#, with: ""))
                == true
        )
    }

    @Test func `delimited rows become lines of JSON, and a run of them goes on too`() throws {
        let cancellation = Cancellation()
        let safety = try StubServer { request in
            if request.numbers.contains(100) { cancellation.cancel() }
            return .scores(request.numbers)
        }
        let rows = (0..<500).map { "p\($0),r\($0)" }
        let path = try folder.write("prompt,response\n" + rows.joined(separator: "\n") + "\n", to: "answers.csv")
        let request = request([path], [try server("safety", safety.address)])
        #expect(throws: ScoringError.self) { try ScoringRun(request, cancellation: cancellation).run() }
        #expect(try ScoringRun(request).run().scored == 500)
        #expect(lines("round.jsonl").last == #"{"prompt": "p499", "response": "r499", "safety_score": 499.50}"#)
    }

    @Test func `failed rows are tried again by themselves, and stand where they belong`() throws {
        let isMended = Mutex(false)
        let safety = try StubServer { request in
            let numbers = request.numbers
            let isFit = isMended.withLock { $0 }
            let bad = numbers.contains { $0 == 50 || (!isFit && $0 % 10 == 0) }
            return bad ? StubReply("no", status: 422) : .scores(numbers)
        }
        let path = try rows(100)
        try folder.write(
            String(decoding: folder.bytes("answers.jsonl"), as: UTF8.self) + "broken\n",
            to: "answers.jsonl"
        )
        let first = request([path], [try server("safety", safety.address, batch: 1)])
        #expect(try ScoringRun(first).run().failed == 11)
        isMended.withLock { $0 = true }
        let before = safety.requests.count
        let retry = try FailedRetry(of: folder("round.jsonl"))
        #expect(retry.count == 10)
        _ = try ScoringRun(try retry.request(first)).run()
        let merged = try retry.merge()
        #expect(merged.scored == 9)
        #expect(merged.failed == 2)
        #expect(safety.requests.count == before + 10)
        let ids = lines("round.jsonl").compactMap { line in Int(line.dropFirst(7).prefix { $0 != "," }) }
        #expect(ids == (0..<100).filter { $0 != 50 })
        #expect(
            lines("round.failed.jsonl").map { $0.contains(#""row":50,"#) || $0.contains(#""row":100,"#) } == [
                true, true,
            ]
        )
        #expect(folder.entries == ["answers.jsonl", "round.failed.jsonl", "round.jsonl"])
    }

    @Test func `scores that are there are kept under another name where a row is scored again`() throws {
        let safety = try StubServer { .scores($0.numbers) }
        let path = try folder.write(#"{"safety_score": 0.10, "prompt": "p", "response": "r7"}"#, to: "scored.jsonl")
        var again = request([path], [try server("safety", safety.address)])
        again.rescores = true
        #expect(try ScoringRun(again).run().scored == 1)
        #expect(
            lines("round.jsonl") == [
                #"{"safety_score_before": 0.10, "prompt": "p", "response": "r7", "safety_score": 7.50}"#
            ]
        )
    }

    @Test func `a row that comes slowly is asked for without waiting for the next`() throws {
        try #require(mkfifo(folder("slow.jsonl"), 0o600) == 0)
        let asked = DispatchSemaphore(value: 0)
        let server = try StubServer { request in
            for _ in request.numbers { asked.signal() }
            return .scores(request.numbers)
        }
        let path = folder("slow.jsonl")
        let missed = Mutex(0)
        let written = DispatchSemaphore(value: 0)
        // The next row is written once the server was asked for the one before.
        DispatchQueue.global().async {
            let pipe = Descriptor(open(path, O_WRONLY | O_CLOEXEC))
            for number in 0..<5 {
                let row = Array("{\"prompt\": \"p\", \"response\": \"r\(number)\"}\n".utf8)
                _ = row.withUnsafeBytes { write(pipe.number, $0.baseAddress, $0.count) }
                if asked.wait(timeout: .now() + 20) == .timedOut { missed.withLock { $0 += 1 } }
            }
            withExtendedLifetime(pipe) {}
            written.signal()
        }
        let result = try ScoringRun(request([path], [try self.server("safety", server.address)])).run()
        written.wait()
        #expect(result.scored == 5)
        #expect(missed.withLock { $0 } == 0)
    }
}
