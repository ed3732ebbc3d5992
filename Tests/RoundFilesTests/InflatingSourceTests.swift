import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct InflatingSourceTests {
    static let programs: [(ending: String, command: [String])] = [("gz", ["gzip"]), ("zst", ["zstd", "-q"])]

    private static func rows(_ numbers: Range<Int>) -> [UInt8] {
        Array(numbers.map { jsonRow("\($0)") + "\n" }.joined().utf8)
    }

    @Test(arguments: programs) func membersFollowEachOther(_ program: (ending: String, command: [String])) throws {
        let folder = try TestFolder()
        // The first one ends within a row.
        let all = Self.rows(0..<400)
        let parts = [all[..<1000], all[1000..<1000], all[1000..<20_000], all[20_000...]]
        let packed = try parts.flatMap { try folder.filter(Array($0), through: program.command) }
        // The name says nothing here: the content does.
        for name in ["x.jsonl.\(program.ending)", "y.jsonl", "z"] {
            let round = try load(try folder.write(name, packed), settings: .tiny(blockSize: 500))
            #expect(round.scores.map(\.safety) == (0..<400).map(Double.init))
            #expect(round.report.bytes == packed.count)
            #expect(try round.text(399).line == 400)
        }
    }

    @Test func bytesMayComeOneByOne() throws {
        let folder = try TestFolder()
        let all = Self.rows(0..<50)
        for (program, archive) in zip(Self.programs, [InflatingSource.Archive.gzip, .zstd]) {
            let packed = try folder.filter(all, through: program.command)
            let source = try InflatingSource(
                ByteByByte(packed + packed),
                archive: archive,
                path: "x",
                cancellation: Cancellation()
            )
            let buffer = TextBuffer()
            buffer.reserve(1 << 17)
            while true {
                let room = UnsafeMutableRawBufferPointer(rebasing: buffer.free.prefix(7))
                let got = try source.read(into: room)
                if got == 0 { break }
                buffer.count += got
            }
            #expect(Array(buffer.bytes) == all + all)
            #expect(source.bytesRead == 2 * packed.count)
        }
    }

    @Test(arguments: programs) func cutShortAnywhereIsDamaged(_ program: (ending: String, command: [String])) throws {
        let folder = try TestFolder()
        let packed = try folder.filter(Self.rows(0..<30), through: program.command)
        for length in stride(from: 4, to: packed.count, by: 3) {
            let path = try folder.write("x.jsonl.\(program.ending)", Array(packed[..<length]))
            #expect(throws: damaged(path, at: length), "\(length) of \(packed.count)") { try load(path) }
        }
    }

    @Test(arguments: programs) func changedByteIsDamagedOrSaid(_ program: (ending: String, command: [String])) throws {
        let folder = try TestFolder()
        var random = SeededGenerator(seed: 5)
        let packed = try folder.filter(
            Self.rows(0..<200),
            through: program.command + (program.ending == "zst" ? ["--check"] : [])
        )
        for _ in 0..<60 {
            var broken = packed
            let index = Int.random(in: 12..<packed.count, using: &random)
            broken[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            // A field of the header that nothing depends on may change; the rows may not.
            if let round = try? load(try folder.write("x.jsonl.\(program.ending)", broken)) {
                #expect(round.scores.map(\.safety) == (0..<200).map(Double.init))
            }
        }
    }

    @Test(arguments: programs) func somethingElseBehindIsDamaged(_ program: (ending: String, command: [String])) throws
    {
        let folder = try TestFolder()
        let packed = try folder.filter(Self.rows(0..<3), through: program.command)
        let path = try folder.write("x.\(program.ending)", packed + Array("no archive".utf8))
        #expect(throws: RoundFilesError.self) { try load(path) }
        if program.ending == "gz" {
            let padded = try folder.write("y.gz", packed + [UInt8](repeating: 0, count: 512))
            #expect(try load(padded).columns.count == 3)
        }
    }

    private func damaged(_ path: String, at offset: Int) -> RoundFilesError {
        .damagedArchive(
            path: path,
            format: path.hasSuffix("gz") ? "gzip" : "zstd",
            offset: offset,
            problem: "it is cut short"
        )
    }
}

/// A source that gives one byte at a time.
private final class ByteByByte: ByteSource {
    private let bytes: [UInt8]
    private(set) var bytesRead = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func isReady() -> Bool { true }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard bytesRead < bytes.count else { return 0 }
        buffer[0] = bytes[bytesRead]
        bytesRead += 1
        return 1
    }
}
