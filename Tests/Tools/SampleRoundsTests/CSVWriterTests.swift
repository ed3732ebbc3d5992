import Testing

@testable import SampleRounds

@Suite struct CSVWriterTests {
    /// A plain reader of RFC 4180, for comparison.
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    field.append(byte)
                } else if next == byte {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: ",") || byte == 0x0D {
                record.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0D {
                    records.append(record)
                    record = []
                    index += 1
                }
            } else {
                field.append(byte)
            }
        }
        return records
    }

    @Test func `the copy holds the same rows as the round`() throws {
        let round = CampaignTests.rounds[1]
        let records = Self.records(CSVWriter.bytes(round))
        #expect(records.first?.first == "id")
        #expect(records.count == round.items.count + 1)
        for (record, item) in zip(records.dropFirst(), round.items) {
            #expect(Array(record.prefix(3)) == [item.id, item.prompt, item.response])
            #expect(record.count == (item.oddity == .truncated ? 3 : 8))
        }
    }

    @Test(
        arguments: [
            (.nullSafety, "", "0.4"), (.nanSafety, "NaN", "0.4"), (.missingHelpfulness, "0.9312", ""),
            (.wordHelpfulness, "0.9312", "quite high"), (.quotedSafety, "0.9312", "0.4"),
        ] as [(RowOddity, String, String)]
    )
    func `odd scores stay odd`(oddity: RowOddity, safety: String, helpfulness: String) {
        let round = SampleRound(number: 2, items: [JSONLinesWriterTests.item(oddity)])
        let records = Self.records(CSVWriter.bytes(round))
        #expect(records.last.map { Array($0[3...4]) } == [safety, helpfulness])
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("", ""),
        ]
    )
    func `fields are quoted where they must be`(field: String, expected: String) {
        var bytes: [UInt8] = []
        CSVWriter.append(field: field.utf8, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
