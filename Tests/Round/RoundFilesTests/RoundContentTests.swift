import Basics
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct RoundContentTests {
    private static func row(_ prompt: String, _ response: String, _ score: String = "0.5") -> String {
        #"{"prompt": "\#(prompt)", "response": "\#(response)", "safety": \#(score), "helpfulness": 1}"# + "\n"
    }

    @Test func `content is prompt and response and nothing else`() throws {
        let folder = try TestFolder()
        let rows = [
            Self.row("a", "b"), Self.row(#"\u0061"#, "b", "0.7"), Self.row("ab", ""), Self.row("", "ab"),
            "broken\n", Self.row(#"\ud800"#, "b"), Self.row("a", "b"),
        ]
        let json = try load(try folder.write("x.jsonl", rows.joined()), settings: .tiny())
        let keys = try RoundContent.keys(of: json)
        #expect(keys.count == 6)
        #expect(keys.keys[0] == keys.keys[1])
        #expect(Set(keys.keys).count == 4)
        #expect((0..<6).map { keys.turn(of: $0) } == [0, 1, 0, 0, 0, 2])

        let csv = try load(
            try folder.write("x.csv", "safety,prompt,response,helpfulness\n0.1,a,b,0.2\n0.1,,ab,0.2\n"),
            settings: .tiny()
        )
        #expect(try RoundContent.keys(of: csv).keys == [keys.keys[0], keys.keys[3]])
    }

    @Test func `one item has the digest that its key begins`() throws {
        let folder = try TestFolder()
        let rows = (0..<200).map { Self.row("prompt \($0 % 90)", "response \($0 % 7)") }
        let round = try load(try folder.write("x.jsonl", rows.joined()), settings: .tiny())
        let keys = try RoundContent.keys(of: round)
        let digests = try RoundContent.digests(of: (0..<200).map(UInt32.init), in: round)
        #expect(digests.map(\.high) == keys.keys)
        #expect(try round.text(7).digest == digests[7])
        #expect(try RoundContent.digest(of: 7, in: round) == digests[7])
    }

    @Test func `the digest is what it says it is`() {
        // printf '\001\0\0\0\0\0\0\0ab' | sha256sum
        let digest = [UInt8]("a".utf8).withUnsafeBytes { prompt in
            [UInt8]("b".utf8).withUnsafeBytes { ItemDigest(prompt: prompt, response: $0) }
        }
        #expect(digest.text == "daf8c173dba8deeb7e7971127b494fa3")
    }

    @Test func `contents are found again with their copies`() throws {
        let folder = try TestFolder()
        let rows = (0..<120).map { Self.row("prompt \($0 % 50)", "response \($0 % 50)") }
        let before = try load(try folder.write("x.jsonl", rows.joined()), settings: .tiny())
        let digests = try RoundContent.digests(of: [3, 49], in: before)
        let gone = ItemDigest(high: 1, low: 2)
        let half = ItemDigest(high: digests[0].high, low: digests[0].low ^ 1)
        var places = Dictionary(uniqueKeysWithValues: zip(digests, [3, 49].map { before.columns.place(ofKnown: $0) }))
        places[gone] = before.columns.place(ofKnown: 7)
        places[half] = RowPlace(shard: 1, offset: 0, length: 4)
        let here = try RoundContent.match(places, in: before)
        #expect(here.items == [digests[0]: [3], digests[1]: [49]])
        #expect(here.missing == [gone, half].sorted())

        // Shuffled, and one of the contents is gone.
        let after = try load(
            try folder.write("y.jsonl", rows.reversed().filter { !$0.contains("prompt 49") }.joined()),
            settings: .tiny()
        )
        #expect(try RoundContent.match(places, in: after).items.isEmpty)
        let all = try RoundContent.match(Set(places.keys), in: after, keys: try RoundContent.keys(of: after))
        let expected = (0..<after.columns.count).filter { item in
            (try? RoundContent.digest(of: item, in: after)) == digests[0]
        }
        #expect(expected.count == 3)
        #expect(all.items == [digests[0]: expected.map(UInt32.init)])
        #expect(all.missing == [gone, half, digests[1]].sorted())
    }

    @Test func `every item is found at its place and nowhere else`() throws {
        let folder = try TestFolder()
        let rows = (0..<90).map { $0 % 7 == 3 ? "broken\n" : Self.row("p\($0)", "r") }
        for name in ["a.jsonl", "b.jsonl"] { try folder.write(name, rows.joined()) }
        let round = try load(folder.path, settings: .tiny())
        #expect(round.columns.count == 154)
        for item in 0..<round.columns.count {
            let place = round.columns.place(ofKnown: item)
            #expect(round.columns.item(at: place) == item)
            var other = place
            other.length += 1
            #expect(round.columns.item(at: other) == nil)
            other = place
            other.offset += 1
            #expect(round.columns.item(at: other) == nil)
        }
        for offset in [-1, 1 << 40] {
            #expect(round.columns.item(at: RowPlace(shard: 0, offset: offset, length: 5)) == nil)
        }
        #expect(round.columns.item(at: RowPlace(shard: 9, offset: 0, length: 5)) == nil)
    }

    @Test func `a file that changed is an error`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", Self.row("a", "b"))
        let round = try load(path)
        try folder.write("x.jsonl", Self.row("a", "bb"))
        #expect(throws: RoundFilesError.self) { try RoundContent.keys(of: round) }
    }

    @Test func `it can be stopped`() throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", Self.row("a", "b")))
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: RoundFilesError.cancelled) { try RoundContent.keys(of: round, cancellation: cancellation) }
    }
}
