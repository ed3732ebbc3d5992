import RoundModel
import Synchronization
import TestSupport
import Testing

@testable import RoundFiles

struct BlockObserverTests {
    /// Keeps what it is shown, in the round's order.
    private final class Recorder: BlockObserver {
        struct Row: Equatable, Sendable {
            var prompt: [UInt8]
            var response: [UInt8]
            var parent: [UInt8]?
            var scores: Scores
        }

        private let kept = Mutex<[Row]>([])

        var rows: [Row] { kept.withLock { $0 } }

        func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? {
            var rows: [Row] = []
            for index in block.safety.indices {
                let wanted: DecodedRow.Texts = index % 2 == 0 ? [.pair, .parent] : [.prompt, .parent]
                guard let texts = block.texts(of: index, wanted) else { continue }
                let scores = Scores(safety: block.safety[index], helpfulness: block.helpfulness[index])
                rows.append(
                    Row(
                        prompt: Array(texts.prompt),
                        response: index % 2 == 0 ? Array(texts.response) : Array("r".utf8),
                        parent: texts.parent.map { Array($0) },
                        scores: scores
                    )
                )
            }
            return { [rows] in self.kept.withLock { $0 += rows } }
        }
    }

    private static let texts = [
        "", "plain", #"a \"quoted\" \\ \n"#, #"\ud83d\ude42 \u00e9"#, String(repeating: "long ", count: 40),
    ]

    /// Rows of two layouts with invalid ones and blank lines between them.
    private var lines: [String] {
        (0..<120).map { number in
            let text = Self.texts[number % 5]
            switch number % 11 {
            case 3: return "not json"
            case 7: return ""
            case 9:
                return
                    #"{"safety": \#(number), "x": [1, {"y": 2}], "response": "r", "helpfulness": 1, "prompt": "\#(text)"}"#
            case 5, 6:
                let parent = number % 11 == 5 ? #""of \#(text)""# : ["7", "null", "[]", #""""#][number % 4]
                return
                    #"{"prompt":"\#(text)","parent_prompt":\#(parent),"response":"r","safety":\#(number),"helpfulness":2}"#
            default: return #"{"prompt":"\#(text)","response":"r","safety":\#(number),"helpfulness":2}"#
            }
        }
    }

    private func expected(_ round: LoadedRound) throws -> [Recorder.Row] {
        let reader = round.texts.makeRowReader()
        return try (0..<round.columns.count).map { item in
            let text = try round.text(item)
            let (block, index) = try round.columns.existing(item)
            try reader.open(block, rows: index..<index + 1)
            let parent = try reader.decode(reader.row(index), .parent).parent.map { Array($0) }
            return Recorder.Row(
                prompt: text.prompt,
                response: text.response,
                parent: parent,
                scores: round.columns.scores(ofKnown: item)
            )
        }
    }

    @Test(arguments: [64, 700, 1 << 20])
    func `a load shows all items in order`(blockSize: Int) throws {
        let folder = try TestFolder()
        let half = lines.count / 2
        let paths = [
            try folder.write("a.jsonl", lines[..<half].joined(separator: "\n")),
            try folder.write("b.jsonl", lines[half...].joined(separator: "\r\n")),
        ]
        let recorder = Recorder()
        let round = try RoundLoader.load(
            RoundRequest(paths: paths, lowerIsBetter: [.safety]),
            settings: .tiny(blockSize: blockSize),
            observer: recorder
        )
        #expect(try recorder.rows == expected(round))
    }

    @Test func `delimited rows are shown decoded`() throws {
        let folder = try TestFolder()
        let rows = (0..<60).map { "\"p \"\"\($0)\"\"\nx\",r,\($0),1,\($0 % 3 == 0 ? "" : "\"of \"\"\($0)\"\"\"")" }
        let header = "prompt,response,safety,helpfulness,parent_prompt\n"
        let path = try folder.write("a.csv", header + rows.joined(separator: "\r\n"))
        let recorder = Recorder()
        let round = try RoundLoader.load(
            RoundRequest(paths: [path]),
            settings: .tiny(blockSize: 100),
            observer: recorder
        )
        #expect(recorder.rows.count == 60)
        #expect(try recorder.rows == expected(round))
    }

    @Test func `blocks read again are shown as they were`() throws {
        let folder = try TestFolder()
        let path = try folder.write("a.jsonl", lines.joined(separator: "\n"))
        let round = try load(path, lowerIsBetter: [.safety], settings: .tiny(blockSize: 500))
        let recorder = Recorder()
        let reader = round.texts.makeRowReader()
        for block in round.columns.blocks { try reader.show(block, to: recorder)?() }
        #expect(try recorder.rows == expected(round))
    }

    @Test func `rows that moved are a change`() throws {
        let folder = try TestFolder()
        let path = try folder.write("a.jsonl", "\(jsonRow())\n\(jsonRow("0.25"))\n")
        let round = try load(path)
        // As many bytes, one row less.
        try folder.write("a.jsonl", "\(jsonRow())\n\(String(repeating: " ", count: jsonRow("0.25").count))\n")
        let reader = round.texts.makeRowReader()
        #expect(throws: RoundFilesError.changed(path: path, change: .written)) {
            _ = try reader.show(round.columns.blocks[0], to: Recorder())
        }
    }
}
