import CLibrary
import ServerStub
import Synchronization
import TestSupport
import Testing

/// `redsieve score --watch` on a terminal: the review of a round that is scored meanwhile.
@Suite struct ScoreWatchTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func arguments(_ count: Int, _ servers: (name: String, address: String)...) throws -> [String] {
        [
            "score", try folder.writeUnscored(count), "--rewards", try folder.writeRewards(servers), "-o",
            folder("round.jsonl"), "--watch", "--review", folder("r.review"),
        ]
    }

    @Test func `items appear in the review as they are scored, and leaving it stops the run`() throws {
        let isHeld = Mutex(true)
        let safety = try StubServer { request in
            // Some rows come; then the server takes its time.
            while isHeld.withLock({ $0 }), request.asked.contains(where: { $0 >= 200 }) { usleep(1000) }
            return .scored(request)
        }
        let help = try StubServer { .scored($0) }
        let arguments = try arguments(400, ("safety", safety.address), ("helpfulness", help.address))
        let terminal = try Redsieve.open(arguments)
        try terminal.waitFor("the first items, and how long it takes") { screen in
            screen.line(0).contains(/\s\d+ items +scoring · \d+ % · \d+\/s · \d+ s left/)
        }
        try terminal.waitFor("the list") { $0.contains("▸line ") }
        terminal.send("x")
        try terminal.waitFor("kept")
        terminal.send("q")
        isHeld.withLock { $0 = false }
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(terminal.screen.contains("the same command goes on from there"))
        #expect(!folder.entries.contains("round.jsonl"))
        // Said again it goes on, and the verdict is there.
        let again = try Redsieve.open(arguments)
        try again.waitFor("all of them") { $0.line(0).contains("400 items") && !$0.line(0).contains("scoring") }
        again.send("q")
        #expect(try again.waitForExit() == .exited(0))
        #expect(folder.rows(of: "round.jsonl") == 400)
        #expect(folder.entries.contains("round.scoring.json"))
        let audit = try Redsieve.run("audit", folder("round.jsonl"), "--review", folder("r.review"))
        #expect(audit.status == 0, "\(audit.errorText)")
    }

    @Test func `where a server fails midway, what is scored stays in the review, which says what is wrong`() throws {
        let isBroken = Mutex(true)
        let safety = try StubServer { request in
            if isBroken.withLock({ $0 }), request.asked.contains(where: { $0 >= 200 }) {
                return StubReply(#"{"error":"Unauthorized"}"#, status: 401)
            }
            return .scored(request)
        }
        let help = try StubServer { .scored($0) }
        let arguments = try arguments(400, ("safety", safety.address), ("helpfulness", help.address))
        let terminal = try Redsieve.open(arguments)
        try terminal.waitFor("what is wrong") { $0.text.contains("the server answers 401") }
        try terminal.waitFor("the items that are scored") { screen in
            screen.line(0).contains(/\s\d+ items/) && !screen.line(0).contains("scoring")
        }
        // They can be judged.
        try terminal.waitFor("the list") { $0.contains("▸line ") }
        terminal.send("x")
        try terminal.waitFor("kept")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(77))
        #expect(terminal.screen.contains("safety: the server answers 401"))
        isBroken.withLock { $0 = false }
        let again = try Redsieve.open(arguments)
        try again.waitFor("all of them") { $0.line(0).contains("400 items") && !$0.line(0).contains("scoring") }
        again.send("q")
        #expect(try again.waitForExit() == .exited(0))
    }

    @Test func `where nothing answers from the beginning, no review opens`() throws {
        let terminal = try Redsieve.open(try arguments(3, ("safety", "http://127.0.0.1:1")))
        #expect(try terminal.waitForExit() == .exited(69))
        #expect(terminal.screen.contains("nothing was scored"))
        #expect(folder.entries == ["answers.jsonl", "rewards.toml"])
    }
}

extension TestFolder {
    fileprivate func rows(of name: String) -> Int { text(name).split(separator: "\n").count }
}
