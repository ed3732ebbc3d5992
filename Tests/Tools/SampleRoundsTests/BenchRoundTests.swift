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

    @Test func `a row has about eight hundred and seventy bytes`() {
        let (bytes, largest) = bytes(6_000, .jsonl)
        #expect(bytes.filter { $0 == 0x0A }.count == 6_000)
        #expect((830...910).contains(bytes.count / 6_000))
        #expect(largest < 1_100_000)
    }

    @Test func `some rows repeat a prompt`() {
        let records = CSVWriterTests.records(bytes(3_000, .csv).bytes).dropFirst()
        #expect(records.count == 3_000)
        #expect(records.allSatisfy { $0.count == 10 })
        let prompts = Set(records.map { $0[4] })
        #expect((1_500...2_100).contains(prompts.count))
        #expect(Set(records.map { $0[7] }).count == 3_000)
    }

    @Test func `both formats hold the same rows`() throws {
        let records = CSVWriterTests.records(bytes(200, .csv).bytes).dropFirst()
        let lines = String(decoding: bytes(200, .jsonl).bytes, as: UTF8.self).split(separator: "\n")
        for (record, line) in zip(records, lines) {
            #expect(line.hasPrefix("{\"id\":\"\(record[0])\""))
            #expect(line.hasSuffix("\"safety_score\":\(record[8]),\"helpfulness_score\":\(record[9])}"))
        }
    }

    @Test func `short rows hold the same scores`() throws {
        let long = String(decoding: bytes(200, .jsonl).bytes, as: UTF8.self).split(separator: "\n")
        let short = String(decoding: bytes(200, .short).bytes, as: UTF8.self).split(separator: "\n")
        #expect(short.count == 200)
        for (one, other) in zip(long, short) {
            let scores = try #require(one.firstRange(of: "\"safety_score\":"))
            #expect(other.hasSuffix(one[scores.lowerBound...]))
            #expect(other.utf8.count < 150)
        }
    }

    @Test func `scores alone are those of the rows`() throws {
        var round = BenchRound(format: .jsonl, seed: 5, rounds: CampaignTests.rounds)
        var alone: [[Double]] = []
        round.forEachScore(items: 300) { alone.append([$0, $1]) }
        let records = CSVWriterTests.records(bytes(300, .csv).bytes).dropFirst()
        #expect(try alone == records.map { try [#require(Double($0[8])), #require(Double($0[9]))] })
    }

    @Test func `the seed decides every byte`() {
        let first = bytes(50, .jsonl).bytes
        #expect(first == bytes(50, .jsonl).bytes)
        #expect(first != bytes(50, .jsonl, seed: 6).bytes)
    }
}
