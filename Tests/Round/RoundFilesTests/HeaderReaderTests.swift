import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// What stands before the first row of delimited text, and what separates its fields.
@Suite struct HeaderReaderTests {
    private static let rows = "p,r,1,2\n\"q\n\",r,3,4\n,,x,\n"
    private static let header = "prompt,response,safety,helpfulness\n"

    @Test(arguments: [
        "# dataset_version=1.0\n", "#\n#a,b,c,d\n\n", "\n\r\n", "sep=,\n", "# \"a, quote\r\n", "#one\r# two\r",
    ])
    func `lines before the header are passed over`(_ before: String) throws {
        let folder = try TestFolder()
        let text = before + Self.header + Self.rows
        for name in ["x.csv", "x.txt"] {
            let round = try load(try folder.write(name, text), settings: .tiny(blockSize: 8))
            #expect(round.scores == [Scores(safety: 1, helpfulness: 2), Scores(safety: 3, helpfulness: 4)])
            let lines = before.utf8.count { $0 == 0x0A } + 1
            #expect(try round.text(1).line == lines + 2)
            #expect(round.refused == [Refused(line: lines + 4, reason: .notNumber(.safety))])
            let comments = before.split(whereSeparator: \.isNewline).count { $0.hasPrefix("#") }
            #expect(round.report.notes.contains { $0.hasPrefix("passed over") } == (comments > 0))
        }
    }

    @Test func `header may begin with a number sign`() throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.csv", "#,prompt,response,safety,helpfulness\n7,p,r,1,2\n"))
        #expect(round.columns.count == 1)
        #expect(round.report.notes.isEmpty)
        let second = try load(
            try folder.write("y.csv", "#prompt,response,safety,helpfulness\np,r,1,2\n"),
            fields: [.prompt: "#prompt"]
        )
        #expect(second.columns.count == 1)
    }

    @Test(arguments: [(";", "semicolons"), ("|", "pipes"), ("\t", "tabs")])
    func `fields may be separated otherwise`(_ delimiter: String, _ name: String) throws {
        let folder = try TestFolder()
        let text = String((Self.header + Self.rows).map { $0 == "," ? Character(delimiter) : $0 })
        let round = try load(try folder.write("x.csv", text), settings: .tiny(blockSize: 8))
        #expect(round.scores == [Scores(safety: 1, helpfulness: 2), Scores(safety: 3, helpfulness: 4)])
        #expect(round.report.notes == ["the fields are separated by \(name)"])
        #expect(try load(try folder.write("x.data", text)).columns.count == 2)
        #expect(try load(try folder.write("y.csv", "sep=\(delimiter)\n" + text)).columns.count == 2)
    }

    @Test func `decimal commas are said`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", "prompt;response;safety_score;helpfulness_score\na;b;0,9;0,9\n")
        do {
            _ = try load(path)
            Issue.record("taken")
        } catch {
            #expect(
                error.message == "x.csv: no valid row among 1: \(path) line 2: safety score 0,9 has a comma; "
                    + "write numbers with a decimal point, as 0.95"
            )
        }
    }

    /// A semicolon in a cell makes no other delimiter.
    @Test func `commas stay where they make columns`() throws {
        let folder = try TestFolder()
        let text = "prompt,response,safety,helpfulness,a;b;c;d;e;f\np,r,1,2,x;y\n"
        #expect(try load(try folder.write("x.csv", text)).report.notes.isEmpty)
    }

    @Test(arguments: [
        "first secret prompt,first response\nsecond secret prompt,second response\n",
        "secret prompt,a response,0.1,0.9\nq,r,0.1,0.9\n", "secret,r,0.1,0.9\nq,r,0.1,0.9\n",
        "\u{79D8}\u{5BC6} secret,r,s,t\nq,r,s,t\n",
    ])
    func `prompt is not shown where there is no header`(_ text: String) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", text)
        for fields in [[:], [FieldRole.prompt: "question"]] {
            #expect(throws: RoundFilesError.noHeader(path: path)) { try load(path, fields: fields) }
        }
        #expect(!RoundFilesError.noHeader(path: path).message.contains("secret"))
    }

    @Test(arguments: ["objective,assistant_response,human_score,help", "Prompt,Model answer,Score 1,Score 2"])
    func `names of a header are shown`(_ header: String) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", header + "\na,b,0.1,0.9\n")
        do {
            _ = try load(path)
            Issue.record("taken")
        } catch {
            #expect(error.message.contains(header.split(separator: ",")[1]))
        }
    }
}
