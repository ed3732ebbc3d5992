import Foundation
import TestSupport
import Testing

/// `--script` through the whole program, and the pictures that are made with it.
@Suite struct ScriptCommandTests {
    private func play(_ script: String, _ arguments: [String], in folder: TestFolder) throws -> RunProgram {
        try folder.write(script, to: "steps.txt")
        return try Redsieve.run(arguments + ["--script", "steps.txt"], folder: folder.path)
    }

    @Test func `a script reviews, keeps and exports without a terminal`() throws {
        let folder = try TestFolder()
        let run = try play(
            """
            expect 1,994 items
            :threshold.type 0.85
            key x
            :filter category = cheating
            :snapshot screen.txt
            :snapshot screen.svg
            key Esc
            :export sets
            key Enter
            expect wrote sets
            """,
            [Redsieve.sample, "--review", folder("r.review")],
            in: folder
        )
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errorText)")
        #expect(String(decoding: folder.bytes("screen.txt"), as: UTF8.self).contains("of 1,994 items"))
        #expect(folder.bytes("screen.svg").starts(with: Array("<svg ".utf8)))
        #expect(folder.entries == ["r.review", "screen.svg", "screen.txt", "sets", "steps.txt"])
        #expect(folder.entries(of: "sets").contains("manifest.json"))
        // What the script did is in the review, for the next that opens it.
        let again = try play(
            "expect 0.85\n:list.judged\nexpect 1 of 1",
            [Redsieve.sample, "--review", folder("r.review")],
            in: folder
        )
        #expect(again.status == 0, "\(again.errorText)")
    }

    @Test func `a seed gives the same sample each time`() throws {
        let folder = try TestFolder()
        for name in ["one", "two"] {
            let script = "seed 7\npace 6\nkey c\nkeys Q Enter\nkeys v x v\n:snapshot \(name).txt\n"
            let run = try play(
                script,
                [Redsieve.sample, "--review", folder("\(name).review"), "--reviewer", "ann"],
                in: folder
            )
            #expect(run.status == 0, "\(run.errorText)")
        }
        #expect(folder.bytes("one.txt") == folder.bytes("two.txt"))
        #expect(String(decoding: folder.bytes("one.txt"), as: UTF8.self).contains("10 a minute"))
    }

    @Test func `what is wrong with a script or its files is one line and a status`() throws {
        let folder = try TestFolder()
        let round = [Redsieve.sample, "--no-review"]
        func refused(_ script: String, _ status: Int32, _ says: [String]) throws {
            expectRefusal(try play(script, round, in: folder), status: status, says: says)
        }
        try refused("key j\n:threshold.set 1\n", 65, ["steps.txt:2: ", "did you mean \"threshold.type\"?"])
        try refused("key n\n", 65, ["steps.txt:1: the key n was refused"])
        try refused("type \u{202E}x\nkye\n", 65, ["steps.txt:2: "])
        try refused("expect \u{202E}x\n", 65, ["⟨U+202E⟩x"])
        try refused(":snapshot steps.txt", 73, ["steps.txt:1: steps.txt cannot be written: it exists already"])
        try refused(":snapshot replace .", 65, ["neither .txt"])
        expectRefusal(
            try Redsieve.run(round + ["--script", "/nonexistent"]),
            status: 66,
            says: ["the script /nonexistent"]
        )
        expectRefusal(try Redsieve.run(round + ["--script", folder.path]), status: 66, says: ["cannot be read"])
        expectRefusal(try Redsieve.run(["-", "--script", "-"]), status: 64, says: ["standard input (-) can hold"])
        expectRefusal(
            try Redsieve.run(["/nonexistent.jsonl", "--script", "-"], input: Array("key j".utf8)),
            status: 66,
            says: ["/nonexistent.jsonl"]
        )
        let two = try Redsieve.run(round + ["--script", "-"], input: Array("kye\nkey j\n:no.thing\n".utf8))
        #expect(two.status == 65)
        #expect(two.errorText.split(separator: "\n").count == 2)
        #expect(two.errorText.contains("standard input:3: "))
        // Nothing is played where anything is wrong.
        #expect(try play(":snapshot a.txt\nkye", round, in: folder).status == 65)
        #expect(folder.entries == ["steps.txt"])
    }

    @Test(.enabled(if: getuid() != 0)) func `a folder that takes no file is told`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("closed")
        chmod(folder("closed"), 0o555)
        defer { chmod(folder("closed"), 0o755) }
        let run = try play(":snapshot closed/a.svg", [Redsieve.sample, "--no-review"], in: folder)
        expectRefusal(run, status: 73, says: ["closed/a.svg cannot be written"])
        #expect(folder.entries(of: "closed").isEmpty)
    }

    @Test(.enabled(if: MountedDisk.isPossible)) func `a full disk or one for reading alone leaves nothing behind`()
        throws
    {
        let folder = try TestFolder()
        let full = try MountedDisk("size=16k")
        let run = try play(":snapshot \(full.path)/a.svg", [Redsieve.sample, "--no-review"], in: folder)
        #expect(run.status == 74 || run.status == 73, "\(run.errorText)")
        #expect(run.errorText.contains("steps.txt:1: "))
        #expect(full.entries.isEmpty)
        let readOnly = try MountedDisk("size=64k,ro")
        expectRefusal(
            try play(":snapshot \(readOnly.path)/a.svg", [Redsieve.sample, "--no-review"], in: folder),
            status: 73,
            says: ["cannot be written"]
        )
    }

    @Test func `snapshots of a hostile round hold no control, no bidi and no hidden character`() throws {
        let folder = try TestFolder()
        var script = ":list.order round\n"
        for list in ["a", "c", "d", "i"] {
            script += "key \(list)\nkey g\n"
            for item in 0..<6 {
                script += "try key Enter\n:snapshot \(list)\(item).txt\n:snapshot \(list)\(item).svg\nexpect Enter\n"
                script += "try key Enter\ntry key j\n"
            }
        }
        let run = try play(script, [Redsieve.hostile, "--no-review"], in: folder)
        #expect(run.status == 0, "\(run.errorText)")
        let names = folder.entries.filter { $0 != "steps.txt" }
        #expect(names.count == 48)
        for name in names { #expect(controls(in: folder.bytes(name)) == [], "\(name)") }
        #expect(names.contains { String(decoding: folder.bytes($0), as: UTF8.self).contains("␛") })
    }

    @Test func `pictures and walk are what the program draws now`() throws {
        let script = Redsieve.packageRoot + "/script/pictures"
        let run = try RunProgram(
            "/usr/bin/env",
            ["bash", script, "--check", "--program", Redsieve.path],
            environment: Redsieve.environment
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(try RunProgram("/usr/bin/env", ["bash", script, "--nonsense"]).status == 64)
        let kept = try FileManager.default.contentsOfDirectory(atPath: Redsieve.packageRoot + "/doc/pictures")
        let pages = try (["README.md"] + Repository.files(under: "doc/manual", ending: [".md"])).map(Repository.text)
        for name in kept where name.hasSuffix(".svg") {
            #expect(pages.contains { $0.contains("pictures/\(name)") }, "\(name) is shown nowhere")
        }
    }
}
