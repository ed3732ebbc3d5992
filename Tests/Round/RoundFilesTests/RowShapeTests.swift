import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Rows are compared with the layout of the ones before them: that must never show in what becomes of them.
@Suite struct RowShapeTests {
    static let rows = [
        #"{"id": "a1", "prompt": "p\n", "response": "", "n": [1, {"b": true}], "safety": 0.5, "helpfulness": -1e1}"#,
        #"{"prompt":"p","response":"\u00e9","safety":1,"id":7,"o":{"x":null,"y":"z"},"helpfulness":2.25}"#,
        // Strings that are longer than what is looked at together.
        #"{"prompt":"forty bytes, none of them special, at all","response":"é then \" and more than thirty-two bytes","#
            + #""safety":0,"id":"x","helpfulness":3}"#,
        // With all that some readers refuse.
        #"{"prompt":"\ud83d\ude00 \ud83d","response":"r","k":1,"k":{"a":1e999,"\ude00":20000000000000000000,"A":1,"a":2},"#
            + #""\u0000":[],"safety":0,"id":"x","helpfulness":3}"#,
    ]

    /// Every byte of a row dropped, doubled, replaced and preceded by each of those that matter.
    private static func variants(of row: String) -> [[UInt8]] {
        let bytes = Array(row.utf8)
        let others = Array("{}[],:\"\\ \n\r\tx0-n".utf8) + [0, 0x1A, 0xFF]
        var all = [bytes, bytes + [0x0D], [0x20] + bytes + [0x20]]
        for index in bytes.indices {
            all.append(Array(bytes[..<index] + bytes[(index + 1)...]))
            all.append(Array(bytes[...index] + bytes[index...]))
            for other in others {
                all.append(Array(bytes[..<index] + [other] + bytes[(index + 1)...]))
                all.append(Array(bytes[..<index] + [other] + bytes[index...]))
            }
        }
        return all
    }

    @Test(arguments: rows) func `row is what it is alone`(_ row: String) throws {
        let knowing = try Self.parser()
        let plain = Array("\(row)\n".utf8)
        let one = try Outcome(of: plain, by: knowing)
        #expect(one.items.count == 1 && one.ids.count == 1)
        for variant in Self.variants(of: row) {
            let alone = try Outcome(of: variant + [0x0A], by: try Self.parser())
            let among = try Outcome(of: plain + plain + variant + [0x0A] + plain, by: knowing)
            #expect(
                among == one + one + alone + one,
                "\(String(decoding: variant, as: UTF8.self).debugDescription)"
            )
        }
    }

    /// Rows of many layouts in turn, more than are kept.
    @Test func `layouts may change at every row`() throws {
        let knowing = try Self.parser()
        let rows = (0..<7).map { Array((jsonRow("\($0)", extra: #", "k\#($0)": 1"#) + "\n").utf8) }
        let ones = try rows.map { try Outcome(of: $0, by: try Self.parser()) }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<50 {
            let picked = (0..<40).map { _ in Int.random(in: 0..<7, using: &random) }
            let outcome = try Outcome(of: picked.flatMap { rows[$0] }, by: knowing)
            #expect(outcome == picked.reduce(Outcome()) { $0 + ones[$1] })
        }
    }

    private static func parser() throws(RoundFilesError) -> RowParser {
        let roles: [FieldRole] = [.prompt, .response, .safety, .helpfulness, .id]
        return try RowParser(.json, paths: roles.map { ($0, [Array($0.rawValue.utf8)]) })
    }
}

/// Everything that a parser says of some lines.
private struct Outcome: Equatable {
    var items: [Item] = []
    var refused: [Refused] = []
    var ids: [UInt64] = []
    var lines = 0
    var textScores = 0
    var emptyTexts = 0
    var troubles = RowTroubles()

    struct Item: Equatable {
        var safety, helpfulness: Double
        var row: [UInt8]
    }

    init() {}

    init(of text: [UInt8], by parser: RowParser) throws {
        let block = try text.withUnsafeBytes { try parser.parse($0, rowLimit: 1 << 20) }
        items = block.safety.indices.map { index in
            let start = Int(block.rowStart[index])
            let row = Array(text[start..<(start + Int(block.rowLength[index]))])
            return Item(safety: block.safety[index], helpfulness: block.helpfulness[index], row: row)
        }
        refused = block.invalid.map { Refused(line: $0.line, reason: $0.reason) }
        (ids, lines, textScores, emptyTexts) = (block.ids, block.lines, block.textScores, block.emptyTexts)
        troubles = block.troubles
    }

    /// What the lines of both come to, one after the other.
    static func + (first: Outcome, second: Outcome) -> Outcome {
        var sum = first
        sum.items += second.items
        sum.refused += second.refused.map { Refused(line: first.lines + $0.line, reason: $0.reason) }
        sum.ids += second.ids
        sum.lines += second.lines
        sum.textScores += second.textScores
        sum.emptyTexts += second.emptyTexts
        sum.troubles += second.troubles
        return sum
    }
}
