import Foundation
import TestSupport
import Testing

/// Rounds in files of unusual names and kinds, through the whole program.
struct RoundFileTests {
    #if os(Linux)
    /// A name is bytes: one from an old disk is read, shown safely, and stands in what is written in one spelling.
    @Test func `names that are not UTF8`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "rows")
        let made = try Redsieve.shell(
            #"cd "$1" && mkdir "$(printf '\377')" && name="$(printf '\377/caf\351.jsonl')" && mv rows "$name" && "#
                + #""$0" summary "$name" --json && "$0" select "$(printf '\377')" --out out && "#
                + #""$0" verify out --round "$(printf '\377')" && XDG_STATE_HOME="$PWD/state" "$0" "$name" --plain < /dev/null"#,
            folder.path
        )
        #expect(made.status == 0, "\(made.errorText)")
        #expect(made.outputText.contains(#""name": "caf\\xE9.jsonl""#), "\(made.outputText)")
        #expect(controls(in: made.output) == [])
        #expect(controls(in: made.errors) == [])
        #expect(folder.text("out/manifest.json").contains(#""name": "\\xFF""#))
        let refused = try Redsieve.shell(
            #"cd "$1" && "$0" select out/accepted.jsonl --out "$(printf 'o\377')""#,
            folder.path
        )
        #expect(refused.status == 64)
        #expect(refused.errorText.contains(#"--out o\xFF: this is not UTF-8"#), "\(refused.errorText)")
        #expect(folder.entries.count == 2)
    }
    #endif

    /// What lies beside the rows is said by every command, in the result where that has a place for it.
    @Test func `what a folder holds beside its rows is said`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "shards/a.jsonl")
        try folder.write("{\n  \"lr\": 1\n}\n", to: "shards/config.json")
        try folder.write("x", to: "shards/.hidden.jsonl")
        try folder.write("x", to: "shards/inner/b.jsonl")
        let says = ["left out the folder inner; .hidden.jsonl", "left out shards/config.json"]
        let text = try Redsieve.run(["summary", "shards"], folder: folder.path)
        let json = try Redsieve.run(["summary", "shards", "--json"], folder: folder.path)
        let select = try Redsieve.run(["select", "shards", "--out", "out"], folder: folder.path)
        let plain = try Redsieve.run(
            ["shards", "--plain", "--no-review"],
            input: Array("quit\n".utf8),
            folder: folder.path
        )
        let shown = text.outputText.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined(
            separator: " "
        )
        for say in says {
            #expect(shown.contains(say), "\(text.outputText)")
            #expect(json.outputText.contains(say), "\(json.outputText)")
            #expect(select.errorText.contains(say), "\(select.errorText)")
        }
        #expect(plain.status == 0)
        #expect(!text.errorText.contains("left out"), "the result says it: \(text.errorText)")
        #expect(!folder.text("out/manifest.json").contains("config.json"))
    }

    /// A round that comes once: R on the screen, :reload in lines and scripts.
    @Test(arguments: ["/dev/stdin", "-", "pipe"]) func `a pipe is not read again`(_ path: String) throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "rows")
        let command =
            path == "pipe"
            ? #"cd "$1" && mkfifo pipe && (cat rows > pipe &) ; exec "$0" pipe --no-review --script steps"#
            : #"cd "$1" && cat rows | "$0" "$2" --no-review --script steps"#
        try folder.write("try key R\nexpect can be read only once\n", to: "steps")
        let run = try Redsieve.shell(command, folder.path, path)
        #expect(run.status == 0, "\(run.errorText)")
    }

    /// Threads still parse when the screen is left: nothing of what they use may go before they do.
    @Test func `leaving while rows are parsed ends quietly`() throws {
        let folder = try TestFolder()
        let round = try folder.write(String(repeating: Rows.json("é", "ü") + "\n", count: 60_000), to: "round.jsonl")
        try folder.write("key q\n", to: "steps")
        for _ in 0..<20 {
            let run = try Redsieve.run([round, "--no-review", "--script", folder("steps")])
            #expect(run.status == 0, "\(run.errorText)")
            #expect(run.errors.isEmpty)
        }
    }

    @Test func `a long window takes an option`() throws {
        let folder = try TestFolder()
        let row = Array(Rows.json().utf8)
        let block = UInt32(row.count) << 3 | 1
        // A frame that asks for 2 GiB.
        let frame = [0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, UInt8(block & 255), UInt8(block >> 8), 0] + row
        let round = try folder.write(frame, to: "round.jsonl.zst")
        expectRefusal(try Redsieve.run("summary", round), status: 65, says: ["--inflate-memory 2G", "128 MiB"])
        #expect(try Redsieve.run("summary", round, "--inflate-memory", "2G").status == 0)
        expectRefusal(
            try Redsieve.run("summary", round, "--inflate-memory", "2X"),
            status: 64,
            says: ["2X", "512M or 2G"]
        )
        #if os(Linux)
        let bounded = try Redsieve.shell(#"ulimit -v 600000; exec "$0" summary "$1" --inflate-memory 2G"#, round)
        expectRefusal(bounded, status: 74, says: ["not enough memory", "ulimit -v"])
        #endif
    }
}
