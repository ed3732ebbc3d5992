import CLibrary
import ServerStub
import Synchronization
import TestSupport
import Testing

/// `redsieve score` as a whole program against servers on this machine.
@Suite struct ScoreCommandTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private static let program = BuiltProduct.path("redsieve")

    private func score(_ arguments: String...) throws -> RunProgram {
        try RunProgram(Self.program, ["score"] + arguments, environment: ["XDG_CONFIG_HOME": folder("none")])
    }

    private func rows(_ count: Int) throws -> String { try folder.writeUnscored(count) }

    private static func reply(_ request: StubRequest) -> StubReply { .scored(request) }

    private static func numbers(in request: StubRequest) -> [Int] { request.asked }

    private func rewards(_ servers: (name: String, address: String)...) throws -> String {
        try folder.writeRewards(servers)
    }

    private func lines(_ name: String) -> [String] {
        String(decoding: folder.bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `a round is scored, reviewed, and tells where its scores came from`() throws {
        let safety = try StubServer(Self.reply)
        let help = try StubServer(Self.reply)
        let rewards = try rewards(("safety", safety.address), ("helpfulness", help.address))
        let run = try score(try rows(300), "--rewards", rewards, "-o", folder("round.jsonl"))
        #expect(run.status == 0, "\(run.errorText)")
        #expect(
            run.outputText
                == "wrote \(folder("round.jsonl")): 300 rows scored\n  \(folder("round.scoring.json"))\n"
        )
        #expect(
            lines("round.jsonl")[7]
                == #"{"prompt": "p7", "response": "r7", "safety_score": 7.50, "helpfulness_score": 7.50}"#
        )
        let record = String(decoding: folder.bytes("round.scoring.json"), as: UTF8.self)
        for part in [#""schema": 1"#, #""scored": 300"#, #""protocol": "openrlhf""#, #""greatest_difference": 0"#] {
            #expect(record.contains(part), "\(record)")
        }
        let summary = try RunProgram(Self.program, ["summary", folder("round.jsonl"), "--json"])
        #expect(summary.status == 0)
        #expect(run.errorText.contains("safety: OpenRLHF or one that speaks like it; spoken: OpenRLHF, /get_reward"))
    }

    @Test func `a check tells what was looked at, and writes nothing`() throws {
        let safety = try StubServer(Self.reply)
        let rewards = try rewards(("safety", safety.address))
        let run = try score(try rows(5), "--rewards", rewards, "--check")
        #expect(run.status == 0)
        #expect(run.outputText.hasPrefix("safety  \(safety.address)\n  ok     answers     OpenRLHF"))
        #expect(run.outputText.contains("ok     score       3 rows score 0.50, 1.50, 2.50\n"))
        #expect(run.outputText.contains("ok     batch       a row scores the same alone and among others\n"))
        #expect(folder.entries == ["answers.jsonl", "rewards.toml"])
    }

    @Test func `a row without a score is kept apart, and the command ends with 75`() throws {
        let safety = try StubServer { request in
            Self.numbers(in: request).contains(3) ? StubReply(#"{"error":"no"}"#, status: 422) : Self.reply(request)
        }
        let run = try score(
            try rows(10),
            "--rewards",
            try rewards(("safety", safety.address)),
            "-o",
            folder("round.jsonl")
        )
        #expect(run.status == 75)
        #expect(run.outputText.contains("1 row without a score: \(folder("round.failed.jsonl"))\n"))
        #expect(lines("round.failed.jsonl").first?.contains(#""reason":"the server answers 422: no""#) == true)
        #expect(lines("round.jsonl").count == 9)
    }

    /// What is wrong, what is said of it, and the status.
    @Test func `what keeps a run from beginning is said before a row is paid for`() throws {
        let path = try rows(3)
        let nobody = try score(path, "--safety", "http://127.0.0.1:1", "-o", folder("a.jsonl"))
        #expect(nobody.status == 69)
        #expect(nobody.errorText.contains("safety: nothing answers there"))
        let silent = try StubServer { _ in StubReply("{}", status: 404) }
        let unknown = try score(path, "--safety", silent.address, "-o", folder("a.jsonl"))
        #expect(unknown.status == 69)
        #expect(unknown.errorText.contains("does not say what it speaks"))
        #expect(silent.requests.allSatisfy { $0.method == "GET" })
        #expect(try score(path, "-o", folder("a.jsonl")).status == 64)
        #expect(try score(path, "--safety", "nowhere", "-o", folder("a.jsonl")).status == 64)
        #expect(try score("--rewards-template").outputText.hasPrefix("# The reward models"))
        let bad = try folder.write("[safety]\nurl = 5\n[helpfulness]\nurl = \"http://h\"\nbatch = 0\n", to: "bad.toml")
        let several = try score(path, "--rewards", bad, "-o", folder("a.jsonl"))
        #expect(several.status == 65)
        #expect(several.errorText.contains("bad.toml:2:"))
        #expect(several.errorText.contains("bad.toml:5:"))
        let key = try folder.write(
            "[safety]\nurl = \"http://127.0.0.1:1\"\nheaders = { Authorization = \"Bearer $NO_SUCH_KEY\" }\n",
            to: "key.toml"
        )
        let missing = try score(path, "--rewards", key, "-o", folder("a.jsonl"))
        #expect(missing.status == 78)
        #expect(missing.errorText.contains("NO_SUCH_KEY"))
        #expect(!folder.entries.contains { $0.hasPrefix("a.jsonl") })
    }

    @Test func `a proxy that keeps requests back is told as that, with a server over TLS, too`() throws {
        let refusing = try StubServer { _ in StubReply("<html>", status: 407, contentType: "text/html") }
        let rows = try rows(3)
        func scored(by url: String, through proxy: String) throws -> RunProgram {
            try RunProgram(
                Self.program,
                ["score", rows, "--safety", url, "-o", folder("round.jsonl")],
                environment: [
                    "XDG_CONFIG_HOME": folder("none"), "http_proxy": proxy, "https_proxy": proxy, "no_proxy": "",
                ]
            )
        }
        let plain = try scored(by: "http://rm.invalid:8000", through: refusing.address)
        #expect(plain.errorText.contains("a proxy answers 407 in its place: it wants a name and a password"))
        let secure = try scored(by: "https://rm.invalid", through: refusing.address)
        #expect(secure.errorText.contains("the proxy does not let it through"))
        #expect(secure.errorText.contains("https_proxy is set"))
        let away = try scored(by: "http://rm.invalid:8000", through: "http://127.0.0.1:9")
        #expect(away.errorText.contains("http_proxy is set: a host that is reached without the proxy has to be named"))
        #expect([plain, secure, away].allSatisfy { $0.status == 69 })
        #expect(folder.entries == ["answers.jsonl"])
    }

    @Test func `rows go through a proxy, and a proxy that fails for a while costs none`() throws {
        let refused = Mutex(0)
        let proxy = try StubServer { request in
            // It stands in for the server, too; with row 100 it fails for a while. A proxy is asked for whole addresses.
            var request = request
            request.path = request.path.replacing("http://rm.invalid:8000", with: "")
            let fails =
                request.asked.contains(100)
                && refused.withLock { count in
                    count += 1
                    return count <= 2
                }
            if fails { return StubReply("<html>bad gateway</html>", status: 502, contentType: "text/html") }
            return Self.reply(request)
        }
        let run = try RunProgram(
            Self.program,
            [
                "score", try rows(200), "--rewards", try rewards(("safety", "http://rm.invalid:8000")), "-o",
                folder("round.jsonl"),
            ],
            environment: ["XDG_CONFIG_HOME": folder("none"), "http_proxy": proxy.address, "no_proxy": ""]
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(refused.withLock { $0 } > 2)
        #expect(lines("round.jsonl").filter { $0.contains("safety_score") }.count == 200)
    }

    @Test func `a run that was killed before it said that it is done says so when it is said again`() throws {
        let safety = try StubServer(Self.reply)
        let rewards = try rewards(("safety", safety.address))
        let arguments = [try rows(20), "--rewards", rewards, "-o", folder("round.jsonl")]
        let first = try RunProgram(
            Self.program,
            ["score"] + arguments,
            environment: ["XDG_CONFIG_HOME": folder("none")]
        )
        #expect(first.status == 0, "\(first.errorText)")
        let asked = safety.requests.count
        // As a kill behind the step that gives the output its name leaves it.
        try folder.makeFolder("round.jsonl.scoring")
        try folder.write("", to: "round.jsonl.scoring/lock")
        let digest = try #require(folder.text("round.scoring.json").firstMatch(of: /"rows_sha256": "(\w+)"/)).1
        let last =
            #"{"rows":20,"scored":20,"failed":0,"scored_bytes":1,"failed_bytes":0,"digest":"\#(digest)","bounds":[0],"limits":[2]}"#
        try folder.write(last + "\n", to: "round.jsonl.scoring/log.jsonl")
        let again = try RunProgram(
            Self.program,
            ["score"] + arguments,
            environment: ["XDG_CONFIG_HOME": folder("none")]
        )
        #expect(again.status == 0, "\(again.errorText)")
        #expect(again.outputText == first.outputText)
        #expect(safety.requests.count == asked)
        #expect(!folder.entries.contains("round.jsonl.scoring"))
        let third = try RunProgram(
            Self.program,
            ["score"] + arguments,
            environment: ["XDG_CONFIG_HOME": folder("none")]
        )
        #expect(third.status == 73)
        #expect(third.errorText.contains("round.jsonl is finished: an earlier run has scored it"))
        #expect(safety.requests.count == asked)
    }

    @Test func `progress tells rows, share, rate and time left, in one line`() throws {
        let isHeld = Mutex(true)
        let safety = try StubServer { request in
            while isHeld.withLock({ $0 }), request.asked.contains(where: { $0 >= 200 }) { usleep(1000) }
            return Self.reply(request)
        }
        let rewards = try rewards(("safety", safety.address))
        let terminal = try Redsieve.open(["score", try rows(400), "--rewards", rewards, "-o", folder("round.jsonl")])
        try terminal.waitFor("how far it is") { screen in
            screen.text.contains(/redsieve: scoring \d+ rows · \d+ % · \d+ rows\/s · \d+ s left/)
        }
        isHeld.withLock { $0 = false }
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a score is added to rows near a line, and to no others`() throws {
        let scored = (0..<10).map {
            #"{"prompt": "p\#($0)", "response": "r\#($0)", "safety_score": 0.\#($0), "helpfulness_score": 0.9}"#
        }
        let path = try folder.write(scored.joined(separator: "\n") + "\n", to: "round.jsonl")
        let strict = try StubServer(Self.reply)
        let rewards = try rewards(("strict", strict.address), ("safety", "http://127.0.0.1:1"))
        let lines = ["--theta-adv", "0.25", "--theta-safety", "0.75", "--theta-help", "0.5"]
        let run = try RunProgram(
            Self.program,
            ["score", path, "--rewards", rewards, "--add", "strict", "--near", "0.1", "-o", folder("more.jsonl")]
                + lines,
            environment: ["XDG_CONFIG_HOME": folder("none")]
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("4 rows scored\n  6 rows as they were"))
        let near: Set = [2, 3, 7, 8]
        #expect(
            self.lines("more.jsonl")
                == (0..<10).map {
                    near.contains($0) ? scored[$0].dropLast() + ", \"strict_score\": \($0).50}" : scored[$0]
                }
        )
        let record = String(decoding: folder.bytes("more.scoring.json"), as: UTF8.self)
        #expect(record.contains(#""near": 0.1"#))
        for wrong in [["--add", "nobody"], ["--near", "1"], ["--add", "strict", "--watch"], ["--review", "r"]] {
            let refused = try RunProgram(
                Self.program,
                ["score", path, "--rewards", rewards, "-o", folder("no.jsonl")] + wrong,
                environment: ["XDG_CONFIG_HOME": folder("none")]
            )
            #expect(refused.status == 64, "\(wrong): \(refused.errorText)")
        }
    }

    @Test(arguments: [1, 2, 3, 4]) func `a kill at any moment loses what was under way and no more`(seed: UInt64) throws
    {
        let count = 2000
        let path = try rows(count)
        var random = SeededGenerator(seed: seed)
        let child = Mutex<Int32>(0)
        /// Requests until the next kill.
        let left = Mutex(0)
        let asked = Mutex<[Int: Int]>([:])
        let safety = try StubServer { request in
            let numbers = Self.numbers(in: request)
            guard !numbers.isEmpty else { return Self.reply(request) }
            asked.withLock { asked in for number in numbers { asked[number, default: 0] += 1 } }
            let isDue = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isDue { child.withLock { _ = kill($0, SIGKILL) } }
            return Self.reply(request)
        }
        let rewards = try rewards(("safety", safety.address))
        var kills = 0
        for attempt in 0..<12 {
            let isLast = attempt == 11
            let next = isLast ? Int.max : 20 + Int.random(in: 0..<60, using: &random)
            left.withLock { $0 = next }
            let terminal = try PseudoTerminal(
                Self.program,
                ["score", path, "--rewards", rewards, "-o", folder("round.jsonl")]
            )
            child.withLock { $0 = terminal.child.id }
            if try terminal.waitForExit() == .signalled(SIGKILL) { kills += 1 } else { break }
        }
        #expect(kills > 0)
        #expect(
            lines("round.jsonl")
                == (0..<count).map { #"{"prompt": "p\#($0)", "response": "r\#($0)", "safety_score": \#($0).50}"# }
        )
        // Each start asks for a few rows to see whether all is well; each kill takes what was under way.
        let repeats = asked.withLock { asked in asked.values.reduce(0) { $0 + $1 - 1 } }
        #expect(repeats <= (kills + 1) * 16 + kills * 64 * 4)
    }
}
