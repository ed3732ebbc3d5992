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
            var scores: Scores
        }

        private let kept = Mutex<[Row]>([])

        var rows: [Row] { kept.withLock { $0 } }

        func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? {
            var rows: [Row] = []
            for index in block.safety.indices {
                guard let texts = block.texts(of: index, withResponse: index % 2 == 0) else { continue }
                let scores = Scores(safety: block.safety[index], helpfulness: block.helpfulness[index])
                rows.append(
                    Row(
                        prompt: Array(texts.prompt),
                        response: index % 2 == 0 ? Array(texts.response) : Array("r".utf8),
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
            default: return #"{"prompt":"\#(text)","response":"r","safety":\#(number),"helpfulness":2}"#
            }
        }
    }

    private func expected(_ round: LoadedRound) throws -> [Recorder.Row] {
        try (0..<round.columns.count).map { item in
            let text = try round.text(item)
            return Recorder.Row(
                prompt: text.prompt,
                response: text.response,
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
        let rows = (0..<60).map { "\"p \"\"\($0)\"\"\nx\",r,\($0),1" }
        let path = try folder.write("a.csv", "prompt,response,safety,helpfulness\n" + rows.joined(separator: "\r\n"))
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
