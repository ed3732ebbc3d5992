import Foundation
import TestSupport
import Testing

/// `script/bench` and `script/replay`, on a round so small that no figure says anything.
struct BenchScriptTests {
    static let script = Redsieve.packageRoot + "/script/bench"

    /// A session of a few keys, with all the groups that the table is made from.
    static let keys = """
        wait text "redsieve" as first frame
        wait items 100000 as 100,000 rows reviewable
        wait loaded as all rows read
        wait idle
        keys "θ step" 2 Right*6 S-Left u
        keys "list" a c m
        keys "zoom" z Z
        find "search of a word" / C-u "Give" Enter
        hold "held down" 200 Right*10
        quit
        """

    /// Every row that a run without other engines has.
    static let works = [
        "counts of JSONL, against an engine", "counts of JSONL, against the floor",
        "the same without the sets, against an engine", "the same without the sets, against the floor",
        "counts from .gz",
        "counts from .zst", "the same without the sets, from .zst", "counts of CSV, against an engine",
        "the same without the sets, of CSV", "select, against an engine",
        "select, against a synced copy", "select with 700 evaluation prompts",
        "select, one at random", "select, the best by ranks", "select, pairs", "start of redsieve --help",
        "peak memory of summary", "peak memory of select",
        "first full frame", "first 100,000 rows reviewable", "all rows read", "θ key to the finished frame",
        "bytes written for a θ step", "at rest after the last key", "list key to its list", "peak memory of the review",
        "zoom and pan", "search of a word  ", "search of a word, first hits",
        "θ step, counts alone", "frame of a θ step in the process", "window of any list", "plot of a random zoom",
    ]

    private static var programs: String { (Redsieve.path as NSString).deletingLastPathComponent }

    @Test func `help names every option`() throws {
        let run = try RunProgram("bash", [Self.script, "--help"])
        #expect(run.status == 0, "\(run.errorText)")
        for option in [
            "--items", "--only", "--scale", "--inside", "--runs", "--peers", "--ours", "--visidata", "--keep", "--json",
            "--record",
        ] {
            #expect(run.outputText.contains(option))
        }
    }

    @Test func `a tiny run has every row`() throws {
        let folder = try TestFolder()
        let keys = try folder.write(Self.keys, to: "session.keys")
        let run = try RunProgram(
            "bash",
            [
                Self.script, "--items", "2000", "--inside", "2000", "--ours", "--runs", "1", "--keys", keys, "--output",
                folder("output"), "--programs", Self.programs,
            ]
        )
        #expect(run.status == 0, "\(run.errorText)")
        let rows = run.outputText.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
        #expect(rows.count == Self.works.count)
        for work in Self.works {
            #expect(rows.contains { $0.hasPrefix("| " + work) }, "\(work)\n\(run.outputText)")
        }
        // What was made is taken away again.
        #expect(folder.entries(of: "output") == [])
    }

    @Test func `one part as JSON`() throws {
        let folder = try TestFolder()
        let run = try RunProgram(
            "bash",
            [
                Self.script, "--items", "500", "--only", "inside", "--inside", "500", "--ours", "--json", "--output",
                folder("output"), "--programs", Self.programs,
            ]
        )
        #expect(run.status == 0, "\(run.errorText)")
        let report = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        let rows = try #require(report?["rows"] as? [[String: Any]])
        #expect(rows.count == 4)
        let details = try #require(report?["details"] as? [String: Any])
        let works = try #require((details["inside"] as? [String: Any])?["works"] as? [[String: Any]])
        for work in works {
            let shares = try ["p50", "p90", "p99", "max"].map { try #require(work[$0] as? Double) }
            #expect(shares == shares.sorted(), "\(work)")
        }
    }

    /// The key script of the project, as far as it is understood, and a short one as it is played.
    @Test func `a session is replayed`() throws {
        let folder = try TestFolder()
        let keys = try folder.write(Self.keys, to: "session.keys")
        let run = try RunProgram(
            "bash",
            [Redsieve.packageRoot + "/script/replay", Redsieve.sample, "--keys", keys, "--json"],
            environment: ["REDSIEVE": Redsieve.path]
        )
        #expect(run.status == 0, "\(run.errorText)")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(report["items"] as? Int == 1994)
        let kinds = try #require(report["keys"] as? [[String: Any]])
        #expect(kinds.map { $0["name"] as? String } == ["θ step", "list", "zoom"])
        #expect(kinds.map { $0["keys"] as? Int } == [9, 3, 2])
        // However fast or slow the machine is, a step sends little.
        let bytes = try #require(kinds.first?["bytes"] as? [String: Any])
        let most = try #require(bytes["max"] as? Int)
        #expect((1..<4096).contains(most))
    }

    @Test func `the recorded session is understood`() throws {
        let run = try RunProgram(
            "python3",
            [
                "-B", "-c",
                "import sys; sys.path.insert(0, 'script/bench.d'); import keyscript; "
                    + "print(len(keyscript.parse(open('script/bench.d/session.keys').read())))",
            ],
            folder: Redsieve.packageRoot
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect((Int(run.outputText.dropLast()) ?? 0) > 20)
    }

    @Test(arguments: ["keys", "wait for ever", "hold x 0 a", "press a", "wait text"])
    func `a line that says nothing known`(_ line: String) throws {
        let folder = try TestFolder()
        let keys = try folder.write("quit\n" + line, to: "session.keys")
        let run = try RunProgram(
            "bash",
            [Redsieve.packageRoot + "/script/replay", Redsieve.sample, "--keys", keys],
            environment: ["REDSIEVE": Redsieve.path]
        )
        #expect(run.status == 1)
        #expect(run.errorText.contains("line 2"))
    }

    @Test func `a session that the program leaves`() throws {
        let folder = try TestFolder()
        let keys = try folder.write("wait loaded\nsend q\nwait text \"on no screen at all\"\n", to: "session.keys")
        let run = try RunProgram(
            "bash",
            [Redsieve.packageRoot + "/script/replay", Redsieve.sample, "--keys", keys],
            environment: ["REDSIEVE": Redsieve.path]
        )
        #expect(run.status == 1)
        #expect(run.errorText.contains("ended"))
    }

    @Test(arguments: [["--items", "0"], ["--items", "many"], ["--only", "nothing"], ["--frobnicate"]])
    func `wrong usage`(_ arguments: [String]) throws {
        let run = try RunProgram("bash", [Self.script, "--programs", "/nowhere"] + arguments)
        #expect(run.status == 2)
        #expect(run.errorText.contains("usage"))
    }

    @Test(arguments: [["--items", "0"], ["--items"], ["--only", "nothing"], ["--frobnicate"], ["--seed", "-1"]])
    func `wrong usage inside`(_ arguments: [String]) throws {
        let run = try RunProgram(BuiltProduct.path("review-bench"), arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("usage"))
    }
}
