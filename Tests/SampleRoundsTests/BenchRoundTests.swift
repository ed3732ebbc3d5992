import Testing

@testable import SampleRounds

@Suite struct BenchRoundTests {
    private func bytes(_ items: Int, _ format: BenchRound.Format, seed: UInt64 = 5) -> (bytes: [UInt8], largest: Int) {
        var round = BenchRound(format: format, seed: seed, rounds: CampaignTests.rounds)
        var bytes: [UInt8] = []
        var largest = 0
        round.write(items: items) { chunk in
            bytes.append(contentsOf: chunk)
            largest = max(largest, chunk.count)
        }
        return (bytes, largest)
    }

    @Test func aRowHasAboutEightHundredAndSeventyBytes() {
        let (bytes, largest) = bytes(6_000, .jsonl)
        #expect(bytes.filter { $0 == 0x0A }.count == 6_000)
        #expect((830...910).contains(bytes.count / 6_000))
        #expect(largest < 1_100_000)
    }

    @Test func someRowsRepeatAPrompt() {
        let records = CSVWriterTests.records(bytes(3_000, .csv).bytes).dropFirst()
        #expect(records.count == 3_000)
        #expect(records.allSatisfy { $0.count == 10 })
        let prompts = Set(records.map { $0[4] })
        #expect((1_500...2_100).contains(prompts.count))
        #expect(Set(records.map { $0[7] }).count == 3_000)
    }

    @Test func bothFormatsHoldTheSameRows() throws {
        let records = CSVWriterTests.records(bytes(200, .csv).bytes).dropFirst()
        let lines = String(decoding: bytes(200, .jsonl).bytes, as: UTF8.self).split(separator: "\n")
        for (record, line) in zip(records, lines) {
            #expect(line.hasPrefix("{\"id\":\"\(record[0])\""))
            #expect(line.hasSuffix("\"safety_score\":\(record[8]),\"helpfulness_score\":\(record[9])}"))
        }
    }

    @Test func theSeedDecidesEveryByte() {
        let first = bytes(50, .jsonl).bytes
        #expect(first == bytes(50, .jsonl).bytes)
        #expect(first != bytes(50, .jsonl, seed: 6).bytes)
    }
}
