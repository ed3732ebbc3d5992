import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Headers that name a column twice, or not at all: what the columns are called then.
@Suite struct ColumnNamesTests {
    private static func names(_ header: [String]) -> [String] {
        ColumnNames(header.map { Array($0.utf8) }).names.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        (["note", "note", "note"], ["note", "note_2", "note_3"]),
        (["note", " note\t"], ["note", "note_2"]),
        // A name that the header has for another column stays with that one.
        (["note", "note", "note_2"], ["note", "note_3", "note_2"]),
        (["note_2", "note", "note", "note_2"], ["note_2", "note", "note_3", "note_2_2"]),
        (["a", "", " ", ""], ["a", "column_2", "column_3", "column_4"]),
        (["", "column_1", "column_1"], ["column_1_2", "column_1", "column_1_3"]),
        (["a b", " A"], ["a b", "A"]),
    ])
    func `every column has a name of its own`(_ header: [String], _ expected: [String]) {
        #expect(Self.names(header) == expected)
    }

    /// Names from few that collide: with one another, with numbered ones, with blanks.
    @Test(arguments: 0..<200) func `names are never empty nor the same`(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let some = ["", " ", "a", "a ", "a_2", "a_2_2", "column_1", "column_2", "column_2_2", "A", "\u{FEFF}"]
        let header = (0..<Int.random(in: 1...30, using: &random)).map { _ in some.randomElement(using: &random) ?? "" }
        let names = Self.names(header)
        #expect(names.count == header.count)
        #expect(Set(names).count == names.count)
        #expect(!names.contains(""))
        // Whoever was there first keeps the name.
        for (index, name) in header.enumerated() {
            let own = name.trimmingCharacters(in: .whitespaces)
            if own.isEmpty || header[..<index].contains(where: { $0.trimmingCharacters(in: .whitespaces) == own }) {
                continue
            }
            #expect(names[index] == own)
        }
    }

    @Test func `many columns with one name take no time`() {
        #expect(Set(Self.names(Array(repeating: "x", count: 100_000))).count == 100_000)
    }

    private static func lines(_ round: LoadedRound) throws -> [String] {
        try (0..<round.columns.count).map { item in
            String(decoding: try round.texts.rowLine(of: item, in: round.columns), as: UTF8.self)
        }
    }

    @Test(arguments: ["x.csv", "x.tsv"]) func `exported row has no empty key and none twice`(_ name: String) throws {
        let folder = try TestFolder()
        let text = """
            \u{FEFF}prompt, response,safety_score,helpfulness_score,note,note ,,,\r
            a,b,0.9,0.8,x,y,,,\r
            c,d,0.9,0.8,,z,,kept,\r

            """
        let round = try load(
            try folder.write(name, name == "x.csv" ? text : text.replacingOccurrences(of: ",", with: "\t"))
        )
        #expect(
            try Self.lines(round) == [
                #"{"prompt": "a", "response": "b", "safety_score": 0.9, "helpfulness_score": 0.8, "note": "x", "note_2": "y"}"#,
                #"{"prompt": "c", "response": "d", "safety_score": 0.9, "helpfulness_score": 0.8, "note": "", "note_2": "z", "#
                    + #""column_8": "kept"}"#,
            ]
        )
        #expect(
            round.report.notes == [
                "columns 7, 8, 9 have no name: their cells are called column_7 and so on, empty ones are left out",
                "a second column is called note: it is read as note_2",
            ]
        )
        #expect(
            try round.text(1).fields.map { String(decoding: $0.name, as: UTF8.self) }.suffix(3) == [
                "note", "note_2", "column_8",
            ]
        )
    }

    @Test func `names that are not UTF8 are replaced`() throws {
        let folder = try TestFolder()
        let header = Array("prompt,response,safety,helpfulness,caf".utf8) + [0xE9] + Array(",caf".utf8) + [0xEA]
        let round = try load(try folder.write("x.csv", header + Array("\np,r,1,2,x,y\n".utf8)))
        #expect(try Self.lines(round).first?.hasSuffix("\"caf\u{FFFD}\": \"x\", \"caf\u{FFFD}_2\": \"y\"}") == true)
    }

    @Test func `column of a role that stands twice can be chosen`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", "prompt,response,safety,helpfulness,safety\np,r,1,2,3\n")
        #expect(try load(path, fields: [.safety: "safety"]).scores == [Scores(safety: 1, helpfulness: 2)])
        #expect(try load(path, fields: [.safety: "safety_2"]).scores == [Scores(safety: 3, helpfulness: 2)])
    }

    @Test func `rows of other lengths than the header are invalid`() throws {
        let folder = try TestFolder()
        let round = try load(
            try folder.write("x.csv", "prompt,response,safety,helpfulness,,\np,r,1,2,,\np,r,1,2\np,r,1,2,,,\n")
        )
        #expect(round.columns.count == 1)
        #expect(
            round.refused == [
                Refused(line: 3, reason: .fieldCount(found: 4, expected: 6)),
                Refused(line: 4, reason: .fieldCount(found: 7, expected: 6)),
            ]
        )
    }
}
