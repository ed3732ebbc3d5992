import RewardServers
import RoundFiles
import RoundScoring
import ServerStub
import Synchronization
import TestSupport
import Testing

/// A disk without room in the midst of a run.
@Suite(.enabled(if: MountedDisk.isPossible)) struct FullDiskTests {
    @Test func `a full disk is told, and what was scored is not asked for again`() throws {
        let folder = try TestFolder()
        let disk = try MountedDisk("size=96k")
        let asked = Mutex<[Int: Int]>([:])
        let safety = try StubServer { request in
            asked.withLock { asked in for number in request.numbers { asked[number, default: 0] += 1 } }
            return .scores(request.numbers)
        }
        var server = try RewardServer.stub("safety", safety.address)
        server.concurrency = 2
        let path = try folder.writeRows(2000)
        var request = ScoringRequest(
            rows: RoundRequest(paths: [path]),
            servers: [server],
            output: disk.path + "/r.jsonl"
        )
        let error = #expect(throws: ScoringError.self) { try ScoringRun(request).run() }
        #expect(error?.exitStatus == 74)
        #expect(error?.message.contains("the same command goes on") == true, "\(error?.message ?? "")")
        // There is more room now.
        try #require(try RunProgram("mount", ["-o", "remount,size=4m", disk.path]).status == 0)
        request.servers[0].concurrency = 16
        let result = try ScoringRun(request).run()
        #expect(result.scored == 2000)
        let done = try RunProgram("cat", [request.output]).outputText.split(separator: "\n")
        #expect(done.count == 2000)
        #expect(done.last == #"{"id": 1999, "prompt": "p1999", "response": "r1999", "safety_score": 1999.50}"#)
        // What was under way when the disk was full.
        #expect(asked.withLock { $0.values.count { $0 > 1 } } <= 2 * 2 * 4)
    }
}
