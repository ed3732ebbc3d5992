import Basics
import RewardServers
import RoundScoring
import ServerStub
import Synchronization
import TestSupport
import Testing

/// A server that was away, and what stands in its place.
@Suite struct ServerReturnTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func `a server that comes back is asked what it is before the next row, and another one ends the run`() throws
    {
        let count = Mutex(0)
        let safety = try StubServer { request in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number == 1 {
                var reply = StubReply("")
                reply.deed = .closes
                return reply
            }
            return .scores(request.numbers)
        }
        var request = folder.scoringRequest([try folder.writeRows(200)], [try .stub("safety", safety.address)])
        let isOther = Mutex(true)
        let asked = Mutex(0)
        request.identify = { _ throws(ServerProblem) in
            asked.withLock { $0 += 1 }
            if isOther.withLock({ $0 }) { throw .otherModel(expected: "a", found: "b") }
        }
        let error = #expect(throws: ScoringError.self) { try ScoringRun(request).run() }
        #expect(error?.exitStatus == 76)
        #expect(error?.message.contains("answers with the model b where a was asked") == true)
        // The same one goes on, and each row has one score.
        isOther.withLock { $0 = false }
        count.withLock { $0 = 0 }
        #expect(try ScoringRun(request).run().scored == 200)
        #expect(folder.rows(of: "round.jsonl").count == 200)
        #expect(asked.withLock { $0 } >= 2)
    }

    @Test func `a server that does not say yet what it is, is waited for`() throws {
        let count = Mutex(0)
        let safety = try StubServer { request in
            let isFirst = count.withLock { count in
                count += 1
                return count == 1
            }
            guard isFirst else { return .scores(request.numbers) }
            var reply = StubReply("")
            reply.deed = .closes
            return reply
        }
        var request = folder.scoringRequest([try folder.writeRows(20)], [try .stub("safety", safety.address)])
        let asked = Mutex(0)
        request.identify = { _ throws(ServerProblem) in
            let times = asked.withLock { asked in
                asked += 1
                return asked
            }
            if times < 3 { throw .unreachable("it does not say yet what it is") }
        }
        #expect(try ScoringRun(request).run().scored == 20)
        #expect(asked.withLock { $0 } == 3)
    }
}
