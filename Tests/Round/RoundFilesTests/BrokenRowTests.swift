import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Rows of delimited text whose quotes do not add up: what is refused, why, and where reading goes on.
@Suite struct BrokenRowTests {
    static let tables: [TableCase] = [
        TableCase(
            testDescription: "a prompt that begins with a quoted word",
            rows: "\"a\" b,r,1,2,a\np,r,1,2,b\n\"quoted\nline\",r,1,2,c\np,\"r\",1,2,d\n",
            items: 3,
            refused: [Refused(line: 2, reason: .textBehindQuote(line: 1, column: 5))]
        ),
        TableCase(
            testDescription: "a later cell of the broken row has lines of its own",
            rows: "\"é\" b,\"two\nlines\",1,2,a\np,r,1,2,b\n",
            items: 1,
            refused: [Refused(line: 2, reason: .textBehindQuote(line: 1, column: 5))]
        ),
        TableCase(
            testDescription: "the text stands on a later line of the row",
            rows: "p,\"two\nlines\"x,1,2,a\r\np,r,1,2,b\r\n",
            items: 1,
            refused: [Refused(line: 2, reason: .textBehindQuote(line: 2, column: 7))]
        ),
        TableCase(
            testDescription: "a blank alone behind the quote",
            rows: "\"p\" ,r,1,2,a\np,r,1,\"2\" \np,r,1,2,b\n",
            items: 1,
            refused: [
                Refused(line: 2, reason: .textBehindQuote(line: 1, column: 4)),
                Refused(line: 3, reason: .textBehindQuote(line: 1, column: 10)),
            ]
        ),
        TableCase(
            testDescription: "quotes that were not doubled, over several lines",
            rows: "\"He said \"hi\"\nand left, at last.\",r,1,2\nand left.\",r,1,2,a\nq,r,1,2,b\n27\",r,1,2,c\n",
            items: 2,
            refused: [
                Refused(line: 2, reason: .textBehindQuote(line: 1, column: 11)),
                Refused(line: 3, reason: .behindBrokenRow), Refused(line: 4, reason: .behindBrokenRow),
            ]
        ),
        TableCase(
            testDescription: "a quote that ends at the next one",
            rows: "\"oops,r,1,2,a\np,r,1,2,b\np,say \"x\",1,2,c\np,r,1,2,d\n",
            items: 1,
            refused: [Refused(line: 2, reason: .textBehindQuote(line: 3, column: 8))]
        ),
    ]

    @Test(arguments: tables, [1, 16, 1 << 20]) func `rows behind a broken one are read`(_ table: TableCase, _ size: Int)
        throws
    {
        let folder = try TestFolder()
        let text = DelimitedRowTests.header + table.rows
        for (name, text) in [("x.csv", text), ("x.tsv", String(text.map { $0 == "," ? "\t" : $0 }))] {
            let round = try load(try folder.write(name, text), settings: .tiny(blockSize: size))
            #expect(round.columns.count == table.items)
            #expect(round.refused == table.refused)
        }
    }

    @Test func `message tells column and lines`() {
        func text(_ reason: InvalidRow.Reason, _ line: Int, _ lastLine: Int) -> String {
            let place = RowPlace(shard: 0, offset: 0, length: 9)
            return InvalidRow(place: place, line: line, lastLine: lastLine, reason: reason).text
        }
        #expect(text(.textBehindQuote(line: 1, column: 5), 4, 4) == "text behind a closing quote, column 5")
        #expect(
            text(.textBehindQuote(line: 3, column: 5), 4, 7)
                == "text behind a closing quote, line 6, column 5, from line 4 to line 7"
        )
        #expect(text(.unfinishedQuote, 5, 31) == "a quote that never ends, from line 5 to line 31")
        #expect(
            text(.fieldCount(found: 1, expected: 4), 2, 3) == "1 field where the header has 4, from line 2 to line 3"
        )
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `quote that never ends names its lines`(_ lineEnd: String) throws {
        let folder = try TestFolder()
        let rows = ["p,r,1,2,a", "p,r,1,2,b", "\"oops,r,1,2,c"] + (0..<26).map { "p\($0),r,1,2,d" }
        let text = ([DelimitedRowTests.header.dropLast() + ""] + rows).map { $0 + lineEnd }.joined()
        // Too long to be kept, and not.
        for rowLimit in [64, 1 << 20] {
            let settings = LoadSettings.tiny(blockSize: 32, rowLimit: rowLimit)
            let round = try load(try folder.write("x.csv", text), settings: settings)
            #expect(round.columns.count == 2)
            let row = try #require(round.report.invalidRows.first)
            #expect(row.text == "a quote that never ends, from line 4 to line 30")
            #expect(try round.text(1).line == 3)
        }
    }

    @Test(arguments: [
        ("\"prompt\" x,response,safety,helpfulness\n", InvalidRow.Reason.textBehindQuote(line: 1, column: 10)),
        ("prompt,response,safety,\"helpfulness\n", .unfinishedQuote),
    ])
    func `header that is broken is an error`(_ header: String, _ reason: InvalidRow.Reason) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", header + "p,r,1,2\n")
        #expect(throws: RoundFilesError.brokenHeader(path: path, reason: reason)) { try load(path) }
    }
}
