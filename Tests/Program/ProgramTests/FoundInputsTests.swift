import Foundation
import TestSupport
import Testing

/// Inputs that people met: each is read for what it is, or refused with what is wrong and what to do.
struct FoundInputsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let file: String
        let bytes: [UInt8]?
        var options: [String] = []
        /// Items and invalid rows; nil where the round is refused.
        var counts: (items: Int, invalid: Int)?
        /// Words of the refusal, or of the text summary.
        let says: [String]
        /// What may stand in neither.
        var hides: [String] = []
        var testDescription: String { name }

        init(
            _ name: String,
            _ file: String,
            _ text: String,
            _ options: [String] = [],
            items: Int? = nil,
            invalid: Int = 0,
            says: [String] = [],
            hides: [String] = []
        ) {
            let bytes = Array(text.utf8)
            self.init(name, file, bytes: bytes, options, items: items, invalid: invalid, says: says, hides: hides)
        }

        init(
            _ name: String,
            _ file: String,
            bytes: [UInt8]?,
            _ options: [String] = [],
            items: Int? = nil,
            invalid: Int = 0,
            says: [String] = [],
            hides: [String] = []
        ) {
            (self.name, self.file, self.bytes, self.options) = (name, file, bytes, options)
            counts = items.map { ($0, invalid) }
            (self.says, self.hides) = (says, hides)
        }
    }

    private static let scores = #""safety_score": 0.9, "helpfulness_score": 0.9"#

    static let cases: [Case] = [
        Case(
            "columns without a name",
            "round.csv",
            "prompt,response,safety_score,helpfulness_score,,,\na,b,0.9,0.9,,,\nc,d,0.95,0.9,,,\n",
            items: 2,
            says: ["columns 5, 6, 7 have no name"]
        ),
        Case(
            "a column's name twice",
            "round.csv",
            "prompt,response,safety_score,helpfulness_score,note,note\na,b,0.9,0.9,x,y\n",
            items: 1,
            says: ["note_2"]
        ),
        Case(
            "a carried key twice",
            "round.jsonl",
            #"{"prompt":"p","response":"r","safety_score":0.9,"helpfulness_score":0.9,"k":1,"k":2}"#,
            items: 1
        ),
        Case(
            "NaN in a field that nobody reads",
            "round.jsonl",
            FoundInputs.jsonRow(0) + "\n" + #"{"prompt":"q","response":"r",\#(scores),"logprob":NaN}"# + "\n",
            items: 1,
            invalid: 1,
            says: ["round.jsonl:2", "logprob", "NaN"]
        ),
        Case(
            "NaN in a field that nobody reads, allowed",
            "round.jsonl",
            FoundInputs.jsonRow(0) + "\n" + #"{"prompt":"q","response":"r",\#(scores),"logprob":NaN}"# + "\n",
            ["--nan-as-null"],
            items: 2
        ),
        Case(
            "a key with a dot before an index",
            "round.jsonl",
            #"{"prompt": "p0", "response": "r", "detector_results": {"dan.DAN": [0.0]}, "helpfulness_score": 0.5}"#,
            ["--field", "safety=detector_results.dan.DAN.0"],
            items: 1
        ),
        Case(
            "a field that only a later row has",
            "round.jsonl",
            FoundInputs.jsonRows(99) + #"{"prompt": "p", "response": "r", "error": "timeout", \#(scores)}"# + "\n",
            ["--filter", "error = timeout"],
            items: 100,
            says: ["error = timeout"]
        ),
        Case(
            "ids beyond 2^53",
            "round.jsonl",
            (0..<3).map { #"{"id": 900719925474099\#(2 + $0), "prompt": "p\#($0)", "response": "r", \#(scores)}"# }
                .joined(separator: "\n"),
            ["--filter", "id = 9007199254740993"],
            items: 3,
            says: ["9007199254740993"]
        ),
        Case("xz", "round.jsonl.xz", bytes: FoundInputs.xz, items: 3),
        Case("a zip archive", "round.jsonl", bytes: FoundInputs.zip, says: ["zip archive", "unzip -p"]),
        Case("a tar archive in gzip", "rows.tar.gz", bytes: FoundInputs.tarGz, says: ["tar archive", "tar -xOf"]),
        Case("rows in an array of an object", "data.json", FoundInputs.prettyData, says: [".data", "jq -c '.data[]'"]),
        Case(
            "rows further in",
            "results.json",
            FoundInputs.nestedResults,
            says: [".evaluation.results", "jq -c '.evaluation.results[]'"]
        ),
        Case(
            "a pointer of Git LFS",
            "round.jsonl",
            FoundInputs.largeFilePointer,
            says: ["Git LFS pointer", "git lfs pull"]
        ),
        Case(
            "a comment before the header",
            "round.csv",
            "# dataset_version=1.0\nobjective,response,human_score,help\na,b,0.1,0.9\n",
            ["--field", "prompt=objective", "--field", "safety=human_score", "--field", "helpfulness=help"],
            items: 1
        ),
        Case(
            "semicolons and decimal commas",
            "round.csv",
            "prompt;response;safety_score;helpfulness_score\na;b;0,9;0,9\n",
            says: ["line 2", "0,9", "decimal point"]
        ),
        Case(
            "semicolons",
            "round.csv",
            "prompt;response;safety_score;helpfulness_score\na;b;0.9;0.9\n",
            items: 1,
            says: ["semicolon"]
        ),
        Case(
            "a label for a score",
            "round.jsonl",
            #"{"prompt":"p","response":"r","is_safe":true,"helpfulness_score":0.9}"#,
            says: ["is_safe", "true or false", "jq"]
        ),
        Case(
            "a list for a score",
            "round.jsonl",
            #"{"prompt":"p","response":"r","safety_score":[0.9],"helpfulness_score":[0.9]}"#,
            says: ["safety score is a list", "--field safety=safety_score.0"]
        ),
        Case("answers from 1 to 5", "round.jsonl", FoundInputs.likert, items: 20, says: ["suggested"]),
        Case(
            "one score above 1 by a hair",
            "round.jsonl",
            FoundInputs.aboveOneByAHair,
            items: 11,
            says: ["1.0000001", "--theta-adv 0.5"]
        ),
        Case(
            "a quote that never ends",
            "round.csv",
            FoundInputs.quoteNeverEnds,
            items: 3,
            invalid: 1,
            says: ["from line 5 to line 31"]
        ),
        Case(
            "text behind a closing quote",
            "round.csv",
            FoundInputs.textBehindAQuote,
            items: 3,
            invalid: 1,
            says: ["round.csv:2", "text behind a closing quote, column 5"]
        ),
        Case(
            "UTF-16 without a mark",
            "round.jsonl",
            bytes: FoundInputs.utf16WithoutMark,
            says: ["UTF-16LE", "iconv -f UTF-16LE"]
        ),
        Case("UTF-32", "round.jsonl", bytes: FoundInputs.utf32, says: ["UTF-32LE", "iconv -f UTF-32LE"]),
        Case(
            "two files with marks, joined",
            "round.jsonl",
            "\u{FEFF}\(FoundInputs.jsonRows(3))\u{FEFF}\(FoundInputs.jsonRows(3))",
            items: 6
        ),
        Case(
            "no header",
            "round.csv",
            "first prompt,first response\nsecond prompt,second response\n",
            says: ["header"],
            hides: ["first prompt", "second response"]
        ),
        Case(
            "a number that begins with a point",
            "round.csv",
            "prompt,response,safety_score,helpfulness_score\na,b,.95,0.9\n",
            items: 1
        ),
        Case(
            "prompt and completion as lists of messages",
            "round.jsonl",
            #"{"prompt": [{"role": "user", "content": "p"}], "completion": [{"role": "assistant", "content": "c"}], "#
                + scores + "}",
            items: 1,
            says: ["prompt.user", "completion.assistant"]
        ),
        Case("suggested thresholds", "round.jsonl", FoundInputs.oddScores, items: 11, says: ["suggested"]),
    ]

    /// Read with the counts that are there, or refused in one line; nothing is written beside it.
    @Test(arguments: cases) func `is read for what it is`(_ input: Case) throws {
        let folder = try TestFolder()
        try folder.write(try #require(input.bytes), to: input.file)
        let text = try Redsieve.run(["summary", input.file] + input.options, folder: folder.path)
        let said = text.outputText.replacing(/\s+/, with: " ") + text.errorText
        if let counts = input.counts {
            try #require(text.status == 0, "\(text.errorText)")
            let json = try Redsieve.run(["summary", input.file, "--json"] + input.options, folder: folder.path)
            let summary = try Summary(json.output)
            #expect(summary.count("round.items") == counts.items)
            #expect(summary.count("round.invalid") == counts.invalid)
            for word in input.says { #expect(said.contains(word), "\(said)") }
        } else {
            expectRefusal(text, status: 65, says: input.says)
        }
        for word in input.hides { #expect(!said.contains(word), "\(said)") }
        #expect(folder.entries == [input.file])
    }

    /// Whatever was read can be written, each line one JSON object, and is verified in every format.
    @Test(arguments: cases.filter { $0.counts != nil }) func `is written and verified`(_ input: Case) throws {
        let folder = try TestFolder()
        try folder.write(try #require(input.bytes), to: input.file)
        var options = input.options
        if let filter = options.firstIndex(of: "--filter") { options.removeSubrange(filter...filter + 1) }
        for format in ["rows", "prompt-completion", "messages"] {
            let run = try Redsieve.run(
                ["select", input.file, "-o", format, "--format", format] + options,
                folder: folder.path
            )
            try #require(run.status == 0, "\(run.errorText)")
            for name in ["adversarial", "accepted", "discarded"] {
                for line in folder.lines("\(format)/\(name).jsonl") {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line)) }
                }
            }
            let check = try Redsieve.run(["verify", format, "--round", input.file], folder: folder.path)
            #expect(check.status == 0, "\(check.errorText)")
        }
    }

    /// Suggested thresholds leave something in the accepted set, and are numbers that somebody could have typed.
    @Test(arguments: [FoundInputs.likert, FoundInputs.aboveOneByAHair, FoundInputs.oddScores])
    func `suggestions leave something`(_ text: String) throws {
        let folder = try TestFolder()
        let summary = try Summary(of: try folder.write(text, to: "round.jsonl"))
        #expect(summary.count("buckets.accepted") > 0)
        for name in ["adv", "safety", "help"] {
            let value = try #require(summary.number("thresholds.\(name)"))
            #expect("\(value)".count <= 5, "\(value)")
        }
    }

    /// What is typed behind a command's name may begin with a combining mark.
    @Test func `arguments may begin with a combining mark`() throws {
        let folder = try TestFolder()
        let round = try folder.write(
            "{\"id\":1,\"prompt\":\"a \u{301}b\",\"response\":\"r\",\"safety_score\":0.5,\"helpfulness_score\":0.5}\n",
            to: "round.jsonl"
        )
        let lines = try Redsieve.run(
            [round, "--plain", "--no-review"],
            input: Array("search \u{301}b\nnote \u{301}b\n".utf8)
        )
        #expect(lines.status == 0, "\(lines.errorText)")
        #expect(lines.outputText.contains("1 item with"), "\(lines.outputText)")
        let script = try folder.write("key /\ntype \u{301}b\n", to: "script.txt")
        let played = try Redsieve.run(round, "--no-review", "--script", script)
        #expect(played.status == 0, "\(played.errorText)")
    }
}
