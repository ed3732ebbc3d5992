import CRowReader
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

struct TableCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Follows a header of prompt, response, safety, helpfulness and id.
    var rows: String
    var items: Int
    var refused: [Refused] = []
}

@Suite struct DelimitedRowTests {
    static let header = "prompt,response,safety,helpfulness,id\n"

    private static func near(_ text: String) -> InvalidRow.Reason {
        NearNumber(text.utf8).map { .nearNumber(.safety, $0) } ?? .notNumber(.safety)
    }

    static let tables: [TableCase] = [
        TableCase(testDescription: "plain", rows: "p,r,1,2,a\np,r,1,2,b\n", items: 2),
        TableCase(testDescription: "no last line end", rows: "p,r,1,2,a\np,r,1,2,b", items: 2),
        TableCase(testDescription: "CR LF", rows: "p,r,1,2,a\r\np,r,1,2,b\r\n", items: 2),
        TableCase(
            testDescription: "empty lines",
            rows: "\n\np,r,1,2,a\n\r\n\np,r,x,2,b\n\n",
            items: 1,
            refused: [Refused(line: 7, reason: .notNumber(.safety))]
        ),
        TableCase(
            testDescription: "quoted line ends",
            rows: "\"p\n\np\",r,1,2,a\np,\"\r\n\",,2,b\n,,?,2,c\n",
            items: 1,
            refused: [
                Refused(line: 5, reason: .missing(.safety)), Refused(line: 7, reason: .notNumber(.safety)),
            ]
        ),
        TableCase(testDescription: "number forms", rows: "p,r,+1,-2,a\np,r, 1.5 ,\"2\",a\np,r,1e3,-0,\n", items: 3),
        TableCase(
            testDescription: "no numbers",
            rows: "p,r,1,x,\np,r,.,1,\np,r,+-1,1,\np,r,\"1,5\",1,\n",
            items: 0,
            refused: [
                Refused(line: 2, reason: .notNumber(.helpfulness)), Refused(line: 3, reason: .notNumber(.safety)),
                Refused(line: 4, reason: near("+-1")), Refused(line: 5, reason: near("1,5")),
            ]
        ),
        TableCase(
            testDescription: "NaN and infinities",
            rows: "p,r,NaN,1,\np,r,1,-inf,\np,r,1e400,1,\n",
            items: 0,
            refused: [
                Refused(line: 2, reason: .notANumberValue(.safety)), Refused(line: 3, reason: .infinite(.helpfulness)),
                Refused(line: 4, reason: .infinite(.safety)),
            ]
        ),
        TableCase(
            testDescription: "missing scores",
            rows: "p,r,,2,a\np,r,1,\"\",b\n",
            items: 0,
            refused: [
                Refused(line: 2, reason: .missing(.safety)), Refused(line: 3, reason: .missing(.helpfulness)),
            ]
        ),
        TableCase(
            testDescription: "other counts of fields",
            rows: "p,r,1,2\np,r,1,2,a,b\n \np,5\"\np,r,1,2,5\",\n,\"b\"a\",,,,,,\n,,,,,,,,,,\n",
            items: 0,
            refused: [
                Refused(line: 2, reason: .fieldCount(found: 4, expected: 5)),
                Refused(line: 3, reason: .fieldCount(found: 6, expected: 5)),
                Refused(line: 4, reason: .fieldCount(found: 1, expected: 5)),
                Refused(line: 5, reason: .fieldCount(found: 2, expected: 5)),
                Refused(line: 6, reason: .fieldCount(found: 6, expected: 5)),
                Refused(line: 7, reason: .fieldCount(found: 8, expected: 5)),
                Refused(line: 8, reason: .fieldCount(found: 11, expected: 5)),
            ]
        ),
        TableCase(
            testDescription: "a quote that never ends",
            rows: "p,r,1,2,a\np,\"r,1,2,b\np,r,1,2,c\n",
            items: 1,
            refused: [Refused(line: 3, reason: .unfinishedQuote)]
        ),
        TableCase(
            testDescription: "quotes within a plain field",
            rows: "a 5\" disk,\"r\",1,2,\"\np\"\np,r,1,2,a\n",
            items: 2,
            refused: []
        ),
    ]

    @Test(arguments: tables, [16, 64, 1 << 20]) func `rows are taken or refused`(_ table: TableCase, _ blockSize: Int)
        throws
    {
        let folder = try TestFolder()
        let text = Self.header + table.rows
        let path = try folder.write("x.csv", text)
        let result = Result { () throws(RoundFilesError) in try load(path, settings: .tiny(blockSize: blockSize)) }
        switch result {
        case .success(let round):
            #expect(round.columns.count == table.items)
            #expect(round.refused == table.refused)
        case .failure(.noValidRow(_, let rows, let first, _)):
            #expect(table.items == 0)
            #expect(rows == table.refused.count)
            #expect(first.map { Refused(line: $0.line, reason: $0.reason) } == Array(table.refused.prefix(3)))
        case .failure(let error): Issue.record(error)
        }
    }

    @Test func `invalid UTF8 is one rows matter`() throws {
        let folder = try TestFolder()
        let text = Array("\(Self.header)p,r,1,2,a\np,".utf8) + [0xFF] + Array(",1,2,b\np,r,1,2,c\n".utf8)
        let round = try load(try folder.write("x.csv", text))
        #expect(round.columns.count == 2)
        #expect(round.refused == [Refused(line: 3, reason: .notUTF8(byte: 0xFF, column: 3))])
    }

    @Test func `texts keep blanks and quotes and lines`() throws {
        let folder = try TestFolder()
        let row = "\"a \"\"b\"\"\r\nc\", r ,1,2,7"
        let round = try load(try folder.write("x.csv", [0xEF, 0xBB, 0xBF] + Array((Self.header + row + "\r\n").utf8)))
        let text = try round.text(0)
        #expect(text.prompt == Array("a \"b\"\r\nc".utf8))
        #expect(text.response == Array(" r ".utf8))
        #expect(text.value(of: .id) == Array("7".utf8))
        #expect(text.line == 2)
        #expect(try round.texts.rowBytes(at: round.columns.place(ofKnown: 0)) == Array(row.utf8))
    }

    @Test(arguments: [
        ("x.tsv", "prompt\tresponse\tsafety\thelpfulness\np,q\tr\t1\t2\n"),
        ("x.csv", "prompt,response,safety,helpfulness\n\"p,q\",r,1,2\n"),
        ("x.txt", "prompt\tresponse\tsafety\thelpfulness\np,q\tr\t1\t2\n"),
        ("x", "prompt,response,safety,helpfulness\n\"p,q\",r,1,2\n"),
        ("x.data", #"{"prompt": "p,q", "response": "r", "safety": 1, "helpfulness": 2}"#),
    ])
    func `layout is told by name or content`(_ name: String, _ text: String) throws {
        let folder = try TestFolder()
        #expect(try load(try folder.write(name, text)).text(0).prompt == Array("p,q".utf8))
    }

    @Test func `header alone has no rows`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", "prompt,response,safety,helpfulness")
        #expect(throws: RoundFilesError.empty(path: "x.csv")) { try load(path) }
    }

    @Test func `quote that never ends stays bounded`() throws {
        let folder = try TestFolder()
        let path = try folder.write(
            "x.csv",
            "\(Self.header)p,r,1,2,a\np,\"r\(String(repeating: ",1,2,b\np", count: 2000))"
        )
        let round = try load(path, settings: .tiny(blockSize: 64, rowLimit: 256))
        #expect(round.refused == [Refused(line: 3, reason: .unfinishedQuote)])
        let row = try #require(round.report.invalidRows.first)
        #expect(row.place.length == 4 + 2000 * 8)
        #expect(try round.texts.invalidRowText(row, limit: 8) == Array("p,\"r,1,2".utf8))
    }

    /// Rows made of the bytes that matter, split as libcsv splits them whatever they are.
    @Test(arguments: 0..<40) func `rows are split as libcsv splits them`(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let fast = try Self.reader(), slow = try Self.reader(byLibcsv: true)
        defer { for reader in [fast, slow] { row_reader_destroy(reader) } }
        let alphabet = Array(["aaaaaaaaaaaaaaaaaaaaaaaa,\"\n", "a,\"", "a\",\"\n\r", "ab ,\",\"\""][seed % 4].utf8)
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 1...80, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let cutter = try RowCutter(Self.layout)
            let end = text.withUnsafeBytes { cutter.feedToFirst($0) } ?? 0
            var row = Array(end == 0 ? text[...] : text[..<end])
            while end > 0, let last = row.last, last == 0x0A || last == 0x0D { row.removeLast() }
            // A first line end is an empty line, which is no row.
            row = Array(row.drop { $0 == 0x0A || $0 == 0x0D })
            if row.isEmpty { continue }
            let (quick, plain) = (Self.cells(of: row, fast), Self.cells(of: row, slow))
            let shown = String(decoding: row, as: UTF8.self).debugDescription
            #expect(quick == (Self.isBroken(row, fast) ? nil : plain), "\(shown)")
            #expect(plain != nil)
        }
    }

    private static let layout = RowLayout.delimited(DelimitedLayout(delimiter: UInt8(ascii: ",")))

    private static func reader(byLibcsv: Bool = false) throws -> OpaquePointer {
        try #require(
            layout.withFormat { format in
                format.splits_by_libcsv = byLibcsv
                return row_reader_create(&format)
            }
        )
    }

    /// Whether a row's quotes keep it from being read, as it is told where rows become columns.
    private static func isBroken(_ row: [UInt8], _ reader: OpaquePointer) -> Bool {
        var columns = row_columns()
        guard row_reader_parse(reader, row, row.count, .max, false, &columns), columns.invalid_count == 1 else {
            return true
        }
        return [ROW_TEXT_BEHIND_QUOTE, ROW_UNFINISHED_QUOTE].contains(Int(columns.invalid[0].problem))
    }

    private static func cells(of row: [UInt8], _ reader: OpaquePointer) -> [[UInt8]]? {
        var (fields, count, problem) = (UnsafePointer<row_field>?.none, 0, row_invalid())
        guard row_reader_fields(reader, row, row.count, &fields, &count, &problem) == ROW_FINE else { return nil }
        return UnsafeBufferPointer(start: fields, count: count).map {
            Array(UnsafeBufferPointer(start: $0.value.start, count: $0.value.length))
        }
    }
}
