import CLibrary
import TestSupport
import Testing

@testable import SampleRounds

@Suite struct SampleDataTests {
    private static let files = SampleData.files(of: CampaignTests.rounds)

    /// The bytes of a file of the repository, or nil where there is none.
    private func committed(_ path: String) -> [UInt8]? {
        guard let file = fopen(Repository.path(path), "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    @Test(
        arguments: [
            "round-1.jsonl", "round-2.jsonl", "round-2.csv", "round-2.jsonl.gz", "round-3.jsonl", "round-4.jsonl",
            "hostile.jsonl",
        ]
    )
    func `the committed file is what the generator writes`(name: String) throws {
        let file = try #require(Self.files.first { $0.name == name })
        let bytes = try #require(committed("sample-data/\(name)"))
        // Compared as a truth value: a difference of megabytes must not be printed.
        let isSame = file.bytes == bytes
        #expect(isSame, "run make-sample-data again, or see why \(name) changed")
    }

    @Test func `there are seven files of a few megabytes`() {
        #expect(Self.files.count == 7)
        #expect(Self.files.map(\.bytes.count).reduce(0, +) < 9_000_000)
    }

    @Test func `every row of a round is one line`() throws {
        for round in CampaignTests.rounds {
            let file = try #require(Self.files.first { $0.name == "round-\(round.number).jsonl" })
            #expect(file.bytes.filter { $0 == 0x0A }.count == round.items.count)
            #expect(file.bytes.last == 0x0A)
        }
    }
}
