import Foundation
import TestSupport
import Testing

/// Rounds that cannot be used: the message names what is wrong, and nothing is left behind.
struct BadInputTests {
    struct Round: CustomTestStringConvertible, Sendable {
        let name: String
        let file: String
        /// nil where no such file is made.
        var bytes: [UInt8]?
        var more: [String] = []
        let status: Int32
        let says: [String]
        var testDescription: String { name }

        init(
            _ name: String,
            _ file: String,
            _ text: String?,
            more: [String] = [],
            status: Int32,
            says: [String]
        ) {
            self.init(name, file, bytes: text.map { Array($0.utf8) }, more: more, status: status, says: says)
        }

        init(_ name: String, _ file: String, bytes: [UInt8]?, more: [String] = [], status: Int32, says: [String]) {
            (self.name, self.file, self.bytes, self.more) = (name, file, bytes, more)
            (self.status, self.says) = (status, says)
        }
    }

    static let rounds: [Round] = [
        Round("no such file", "round.jsonl", nil, status: 66, says: ["round.jsonl", "no such file"]),
        Round(
            "no such file, with escapes",
            "\u{1B}[2J\u{202E}\n.jsonl",
            nil,
            status: 66,
            says: ["␛[2J⟨U+202E⟩␊.jsonl"]
        ),
        Round("empty", "round.jsonl", "", status: 65, says: ["round.jsonl", "no rows"]),
        Round("blank lines only", "round.jsonl", "\n\r\n \n", status: 65, says: ["round.jsonl", "no rows"]),
        Round("a byte order mark only", "round.jsonl", "\u{FEFF}", status: 65, says: ["round.jsonl"]),
        Round("a header only", "round.csv", "prompt,response,safety,helpfulness\n", status: 65, says: ["round.csv"]),
        Round(
            "no valid row",
            "round.jsonl",
            "\(Rows.json(safety: "null"))\n{oops\n\(Rows.json(safety: "NaN"))\n",
            status: 65,
            says: ["round.jsonl", "no valid row among 3", "line 1", "null", "line 2", "JSON"]
        ),
        Round(
            "no safety score",
            "round.jsonl",
            #"{"prompt":"p","response":"r","danger":1,"helpfulness":0.5}"#,
            status: 65,
            says: ["round.jsonl", "safety_score", "harmlessness", "danger", "--field safety="]
        ),
        Round(
            "no prompt column",
            "round.csv",
            "text,response,safety,helpfulness\np,r,1,1\n",
            status: 65,
            says: ["round.csv", "instruction", "text", "--field prompt="]
        ),
        Round(
            "two prompts that fit equally well",
            "round.jsonl",
            #"{"prompt":"p","input":"q","response":"r","safety":0.2,"helpfulness":0.5}"#,
            status: 65,
            says: ["round.jsonl", "prompt", "input", "equally well", "--field prompt=input"]
        ),
        Round(
            "a named field that is not there",
            "round.jsonl",
            Rows.three,
            more: ["--field", "safety=scores.rm"],
            status: 65,
            says: ["round.jsonl", "scores.rm", "safety_score", "--field safety="]
        ),
        Round(
            "field names with escapes",
            "round.jsonl",
            #"{"prompt":"p","response":"r","\u001b[31m\u202e\u009b":1,"helpfulness":0.5}"#,
            status: 65,
            says: ["␛[31m⟨U+202E⟩"]
        ),
        Round(
            "columns with escapes",
            "round.csv",
            "prompt,response,\u{1B}[31m\u{9B},helpfulness\np,r,1,1\n",
            status: 65,
            says: ["␛[31m"]
        ),
        Round(
            "one JSON array",
            "round.json",
            "[\(Rows.json()),\n\(Rows.json())]\n",
            status: 65,
            says: ["round.json", "JSON array", "jq"]
        ),
        Round(
            "UTF-16",
            "round.jsonl",
            bytes: [0xFF, 0xFE] + Rows.json().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            status: 65,
            says: ["round.jsonl", "UTF-16", "iconv"]
        ),
        Round(
            "gzip cut short",
            "round.jsonl.gz",
            bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B],
            status: 65,
            says: [
                "round.jsonl.gz", "gzip", "cut short",
            ]
        ),
        Round(
            "zstd cut short",
            "round.zst",
            bytes: [0x28, 0xB5, 0x2F, 0xFD, 0x04],
            status: 65,
            says: [
                "round.zst", "zst",
            ]
        ),
    ]

    /// Every such round through every command; the screen needs no terminal to refuse what is not there.
    @Test(arguments: rounds) func `refused`(_ round: Round) throws {
        let folder = try TestFolder()
        if let bytes = round.bytes { try folder.write(bytes, to: round.file) }
        let before = folder.entries
        for command in [
            ["summary", round.file], ["summary", round.file, "--json"], ["select", round.file, "--out", "out"],
        ] {
            let run = try Redsieve.run(command + round.more, folder: folder.path)
            expectRefusal(run, status: round.status, says: round.says)
            #expect(folder.entries == before)
        }
    }

    /// On a terminal the screen is left again, and the message stays behind.
    @Test(arguments: rounds) func `refused on a screen`(_ round: Round) throws {
        let folder = try TestFolder()
        if let bytes = round.bytes { try folder.write(bytes, to: round.file) }
        let terminal = try Redsieve.open([folder(round.file)] + round.more, columns: 200, rows: 30)
        #expect(try terminal.waitForExit() == .exited(round.status))
        let message = terminal.screen.lines.joined()
        #expect(message.contains("redsieve: "))
        for word in round.says { #expect(message.contains(word), "\(message)") }
        #expect(!terminal.screen.isAlternate)
        #expect(terminal.screen.isCursorVisible)
        #expect(terminal.modes == terminal.modesBefore)
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    @Test func `folders`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("none")
        try folder.write("words", to: "other/notes.txt")
        for name in ["none", "other"] {
            expectRefusal(try Redsieve.run("summary", folder(name)), status: 66, says: [name, "no rounds"])
        }
    }

    @Test(.enabled(if: getuid() != 0 || RunAs.isPossible, "needs another user than root"))
    func `files that cannot be read`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        chmod(round, 0)
        let run = try RunAs.nobody(Redsieve.path, ["summary", round])
        expectRefusal(run, status: 66, says: ["round.jsonl", "ermission denied"])
    }

    @Test(arguments: ["/dev/null", "/dev/zero"]) func `devices`(_ path: String) throws {
        let run = try Redsieve.run("summary", path)
        #expect([65, 66].contains(run.status))
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains(path == "/dev/null" ? "null" : "zero"))
    }

    @Test func `parquet without duck DB`() throws {
        let folder = try TestFolder()
        let round = try folder.write("PAR1 and more PAR1", to: "round.parquet")
        let run = try Redsieve.run(["summary", round], environment: ["PATH": folder.path])
        expectRefusal(run, status: 65, says: ["round.parquet", "duckdb", "https://duckdb.org"])
        let streamed = try Redsieve.run(["summary", "-"], input: Array("PAR1 and more PAR1".utf8))
        expectRefusal(streamed, status: 65, says: ["standard input", "Parquet"])
    }

    @Test func `empty standard input`() throws {
        expectRefusal(try Redsieve.run("summary", "-"), status: 65, says: ["standard input", "no rows"])
    }

    /// The first shard is sound, the second is not there: nothing is made of half a round.
    @Test func `a missing shard is the whole rounds`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run("select", round, folder("gone.jsonl"), "--out", folder("out"))
        expectRefusal(run, status: 66, says: ["gone.jsonl"])
        #expect(folder.entries == ["round.jsonl"])
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let row: [UInt8]
        let says: String
        var testDescription: String { name }

        init(_ name: String, _ row: String, says: String) {
            (self.name, self.row, self.says) = (name, Array(row.utf8), says)
        }

        init(_ name: String, bytes: [UInt8], says: String) {
            (self.name, self.row, self.says) = (name, bytes, says)
        }
    }

    static let rows: [Row] = [
        Row("score null", Rows.json(safety: "null"), says: "null"),
        Row("score text", Rows.json(safety: "\"high\""), says: "number"),
        Row("score empty text", Rows.json(safety: "\"\""), says: "no safety score"),
        Row("score NaN", Rows.json(safety: "NaN"), says: "NaN"),
        Row("score NaN as text", Rows.json(help: "\"nan\""), says: "NaN"),
        Row("score infinite", Rows.json(safety: "-Infinity"), says: "infinite"),
        Row("score too large", Rows.json(safety: "1e999"), says: "infinite"),
        Row("score true", Rows.json(safety: "true"), says: "number"),
        Row("score missing", #"{"prompt":"p","response":"r","safety_score":0.5}"#, says: "helpfulness"),
        Row("prompt missing", #"{"response":"r","safety_score":0.5,"helpfulness_score":0.5}"#, says: "prompt"),
        Row(
            "response a number",
            #"{"prompt":"p","response":5,"safety_score":0.5,"helpfulness_score":0.5}"#,
            says: "response"
        ),
        Row("no JSON", "safety, 0.5", says: "JSON"),
        Row("JSON cut short", String(Rows.json().dropLast(4)), says: "JSON"),
        Row("a list", "[1,2]", says: "object"),
        Row(
            "invalid UTF-8",
            bytes: Array(Rows.json("X").utf8).map { $0 == UInt8(ascii: "X") ? 0xFF : $0 },
            says: "UTF-8"
        ),
        Row("nested 100,000 deep", Rows.json(more: #","x":"# + String(repeating: "[", count: 100_000)), says: ""),
        Row(
            "nested 100,000 deep and closed",
            Rows.json(
                more: #","x":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
            ),
            says: "deep"
        ),
    ]

    /// One bad row costs one row: it is listed with its line, exported as invalid, and the rest is what it was.
    @Test(arguments: rows) func `invalid rows`(_ row: Row) throws {
        let folder = try TestFolder()
        let lines = Rows.three.utf8.split(separator: UInt8(ascii: "\n")).map(Array.init)
        let bytes = ([lines[0], row.row] + lines[1...]).map { $0 + [UInt8(ascii: "\n")] }.joined()
        let round = try folder.write(Array(bytes), to: "round.jsonl")
        let summary = try Summary(of: round)
        #expect(summary.count("round.invalid") == 1)
        #expect(summary.buckets == [1, 1, 1])
        let text = try Redsieve.run("summary", round)
        let listed = text.outputText.split(separator: "\n").first { $0.contains("round.jsonl:2") }
        #expect(listed?.contains(row.says) == true || row.says.isEmpty, "\(text.outputText)")
        #expect(listed != nil)
        #expect(try Redsieve.run("select", round, "--out", folder("out")).status == 0)
        let invalid = folder.lines("out/invalid.jsonl")
        #expect(invalid.count == 1)
        let object = try Summary(invalid.first ?? [])
        #expect(object.text("file")?.hasSuffix("round.jsonl") == true)
        #expect(object.count("line") == 2)
    }

    /// A line of 200 MB is one invalid row, and is not held in memory.
    @Test func `an endless line is one row`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let made = try RunProgram(
            "/bin/sh",
            [
                "-c", "(printf '{\"prompt\":\"'; head -c 200000000 /dev/zero | tr '\\0' x; echo; cat \"$1\") > \"$2\"",
                "sh", round, folder("long.jsonl"),
            ]
        )
        try #require(made.status == 0, "\(made.errorText)")
        // Half a gigabyte of address space less than two such lines would take.
        let run = try Redsieve.shell("ulimit -v 1500000; exec \"$0\" summary \"$1\" --json", folder("long.jsonl"))
        try #require(run.status == 0, "\(run.errorText)")
        let summary = try Summary(run.output)
        #expect(summary.count("round.invalid") == 1)
        #expect(summary.buckets == [1, 1, 1])
    }

    @Test func `a broken theme is named with its line`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let theme = try folder.write("[roles]\ntext = = \"x\"\n", to: "dark.toml")
        expectRefusal(try Redsieve.run(round, "--theme", theme), status: 65, says: ["dark.toml:2"])
        let none = try Redsieve.run([round, "--theme", "no-such\u{1B}[1m"])
        expectRefusal(none, status: 65, says: ["no-such␛[1m"])
    }

    /// What is printed about a round holds nothing that a terminal would act on, whatever its names hold.
    @Test func `names are harmless in reports`() throws {
        let folder = try TestFolder()
        let name = "\u{1B}]0;t\u{7}\u{9B}1m\u{202E}\u{200B}\n  0 invalid\r.jsonl"
        let row = #"{"prompt":"p","response":"r","\u001b[31m":0.5,"s\u202e":0.5,"id":"\u001b[1m"}"#
        try folder.write("\(row)\n\(row)\nbad\n", to: name)
        let fields = ["--field", "safety=\u{1B}[31m", "--field", "helpfulness=s\u{202E}"]
        let summary = try Redsieve.run(["summary", name] + fields, folder: folder.path)
        #expect(summary.status == 0, "\(summary.errorText)")
        #expect(controls(in: summary.output) == [])
        #expect(!summary.outputText.contains("\n  0 invalid"), "a name makes no line of its own: \(summary.outputText)")
        let json = try Redsieve.run(["summary", name, "--json"] + fields, folder: folder.path)
        #expect(try Summary(json.output).text("round.name") == name)
        #expect(controls(in: json.output) == [])
        let select = try Redsieve.run(["select", name, "--out", "o\u{1B}[1m\nut"] + fields, folder: folder.path)
        #expect(select.status == 0, "\(select.errorText)")
        #expect(controls(in: select.output) == [])
        #expect(controls(in: select.errors) == [])
        #expect(select.outputText.hasPrefix("wrote o␛[1m␊ut\n"), "\(select.outputText)")
    }
}
