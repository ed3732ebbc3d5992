import Basics
import CLibrary
import JSONTree
import RewardServers
import RoundScoring
import ServerStub
import TestSupport
import Testing

/// Runs and retries that were killed at their very end.
@Suite struct EndedRunTests {
    let folder: TestFolder
    let server: StubServer

    init() throws {
        folder = try TestFolder()
        server = try StubServer { request in
            request.numbers.contains { $0 % 5 == 3 } ? StubReply("no", status: 422) : .scores(request.numbers)
        }
    }

    /// The steps of an end, in their order, as a kill behind each of them leaves things.
    private static let steps = [
        "none", "scored.jsonl", "failed.jsonl", "settings.json", "log.jsonl", "lock", "folder",
    ]

    private func request() throws -> ScoringRequest {
        var request = folder.scoringRequest(
            [try folder.writeRows(20)],
            [try .stub("safety", server.address, batch: 1)]
        )
        request.settings = [.init("safety.model", "m")]
        return request
    }

    /// A whole run, put back to how a kill behind one of the last steps would have left it.
    private func runKilled(behind step: String, _ request: ScoringRequest) throws {
        let (kept, working) = (folder("kept"), "\(request.output).scoring")
        _ = try ScoringRun(request).run { _ in
        } record: { _ in
            // The last moment before the end.
            try? folder.copy(working, to: kept)
        }
        let done = try #require(Self.steps.firstIndex(of: step))
        guard step != "folder" else { return }
        try folder.copy(kept, to: working)
        for name in Self.steps[1...].prefix(done) { unlink("\(working)/\(name)") }
        if done < 2 { unlink(folder("round.failed.jsonl")) }
        if done < 1 { unlink(request.output) }
        try folder.remove("kept")
    }

    @Test(arguments: steps.prefix(4))
    func `the same command ends a run that was killed behind any of its last steps, and asks for no row`(
        step: String
    ) throws {
        let request = try request()
        try runKilled(behind: step, request)
        let asked = server.requests.count
        let ended = try EndedRun(request)
        try ended?.finish()
        let result = try ended?.result ?? ScoringRun(request).run()
        #expect((ended != nil) == (step != "none"))
        #expect(result.rows == 20)
        #expect(result.scored == 16)
        #expect(result.failed == 4)
        #expect(result.failedPath == folder("round.failed.jsonl"))
        #expect(server.requests.count == asked)
        #expect(folder.entries == ["answers.jsonl", "round.failed.jsonl", "round.jsonl"])
        #expect(folder.rows(of: "round.jsonl").count == 16)
        #expect(folder.rows(of: "round.failed.jsonl").count == 4)
    }

    @Test(arguments: steps.suffix(3))
    func `a run of which nothing but an empty folder is left is finished, and said to be`(step: String) throws {
        let request = try request()
        try runKilled(behind: step, request)
        try folder.write("{}", to: "round.scoring.json")
        let error = #expect(throws: ScoringError.self) { try EndedRun(request) }
        #expect(error?.exitStatus == 73)
        #expect(error?.message.contains("round.jsonl is finished: an earlier run has scored it") == true)
        #expect(!folder.entries.contains("round.jsonl.scoring"))
    }

    @Test func `a run that was made otherwise, or of other rows, is not taken for this one`() throws {
        var request = try request()
        try runKilled(behind: "scored.jsonl", request)
        request.settings = [.init("safety.model", "other")]
        #expect(throws: ScoringError.self) { try EndedRun(request) }
        // It is whole all the same.
        #expect(folder.entries == ["answers.jsonl", "round.failed.jsonl", "round.jsonl"])
        unlink(request.output)
        try runKilled(behind: "scored.jsonl", request)
        _ = try folder.writeRows(21)
        #expect(throws: ScoringError.self) { try EndedRun(request) }
        #expect(folder.rows(of: "round.jsonl").count == 16)
    }

    @Test func `a file that something else has made is not called finished`() throws {
        let request = try request()
        try folder.write("{}\n", to: "round.jsonl")
        let error = #expect(throws: ScoringError.self) { try EndedRun(request) }
        #expect(error?.message.contains("round.jsonl exists already; name another file") == true)
    }

    // MARK: Retries

    private func record(_ result: ScoringResult, started: String = "then") -> ScoringRecord {
        ScoringRecord(
            version: "1",
            started: started,
            ended: "b",
            files: ["f"],
            output: "round.jsonl",
            result: result,
            before: 0,
            servers: []
        )
    }

    @Test(arguments: ["run", "marker", "round", "failed", "record"])
    func `a retry that was killed behind any of its last steps is ended by the next, and counted once`(
        step: String
    ) throws {
        let first = try request()
        try RecordFile(of: first.output).write(record(try ScoringRun(first).run()).json)
        let mended = try StubServer { request in
            request.numbers.contains(13) ? StubReply("no", status: 422) : .scores(request.numbers)
        }
        var again = first
        again.servers = [try .stub("safety", mended.address, batch: 1)]
        let retry = try FailedRetry(of: first.output)
        _ = try ScoringRun(try retry.request(again)).run { _ in
        } record: { result throws(ScoringError) in
            try retry.keep(record(result, started: "later"))
        }
        if step != "run" {
            // All is there with its marker; the last steps are taken back.
            let before = folder("before")
            mkdir(before, 0o777)
            for name in ["round.jsonl", "round.failed.jsonl", "round.scoring.json"] {
                try folder.write(folder.bytes(name), to: "before/\(name)")
            }
            _ = try retry.merge()
            let names = [
                ("round.jsonl", "merged.jsonl"), ("round.failed.jsonl", "missing.jsonl"),
                ("round.scoring.json", "record.json"),
            ]
            mkdir(first.output + ".retry", 0o777)
            try folder.write("", to: "round.jsonl.retry/merged")
            let done = ["marker": 0, "round": 1, "failed": 2, "record": 3][step] ?? 0
            for (name, source) in names.dropFirst(done) {
                try folder.write(folder.bytes(name), to: "round.jsonl.retry/\(source)")
                try folder.write(folder.bytes("before/\(name)"), to: name)
            }
            try folder.remove("before")
        }
        let asked = mended.requests.count
        let next = try FailedRetry(of: first.output)
        #expect(next.isScored == (step == "run"))
        if next.isScored { #expect(try next.merge() == (3, 1)) }
        #expect(mended.requests.count == asked)
        #expect(folder.rows(of: "round.jsonl").count == 19)
        #expect(folder.rows(of: "round.failed.jsonl").count == 1)
        let tree = try JSONTree(folder.bytes("round.scoring.json"))
        #expect(tree["scored"]?.integer == 19)
        #expect(tree["retries"]?.elements?.map { $0["started"]?.text } == ["later"])
        #expect(tree["retries"]?.elements?.map { $0["scored"]?.integer } == [3])
        #expect(folder.entries == ["answers.jsonl", "round.failed.jsonl", "round.jsonl", "round.scoring.json"])
    }

    @Test func `a retry after which no row has failed, and which was killed in its last step, leaves nothing to try`()
        throws
    {
        let first = try request()
        _ = try ScoringRun(first).run()
        mkdir(first.output + ".retry", 0o777)
        try folder.write("", to: "round.jsonl.retry/merged")
        try folder.write("", to: "round.jsonl.retry/missing.jsonl")
        #expect(try FailedRetry(of: first.output).count == 0)
        #expect(folder.entries == ["answers.jsonl", "round.jsonl"])
    }
}

extension TestFolder {
    /// Copies the files of a folder.
    fileprivate func copy(_ source: String, to target: String) throws {
        mkdir(target, 0o777)
        for name in FileSystem.entries(of: source) ?? [] {
            let file = OutputFile(path: "\(target)/\(name)", replacing: .anyFile)
            try file.write(try TestFolder.read("\(source)/\(name)"))
        }
    }

    fileprivate func remove(_ name: String) throws {
        for entry in entries(of: name) { unlink(self("\(name)/\(entry)")) }
        rmdir(self(name))
    }
}
