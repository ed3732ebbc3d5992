import Basics
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct InflatingSourceTests {
    static let programs: [(ending: String, command: [String])] = [
        ("gz", ["gzip"]), ("zst", ["zstd", "-q"]), ("xz", ["xz"]), ("bz2", ["bzip2"]),
    ]

    private static func rows(_ numbers: Range<Int>) -> [UInt8] {
        Array(numbers.map { jsonRow("\($0)") + "\n" }.joined().utf8)
    }

    @Test(arguments: programs) func `members follow each other`(_ program: (ending: String, command: [String])) throws {
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

    /// A gzip header may hold a checksum of its own (RFC 1952, FHCRC): the lower half of a CRC-32.
    private static func withHeaderChecksum(_ packed: [UInt8]) -> [UInt8] {
        var header = Array(packed[..<10])
        header[3] |= 2
        var sum: UInt32 = .max
        for byte in header {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        sum = ~sum
        return header + [UInt8(truncatingIfNeeded: sum), UInt8(truncatingIfNeeded: sum >> 8)] + packed[10...]
    }

    @Test func `bytes may come one by one`() throws {
        let folder = try TestFolder()
        let all = Self.rows(0..<50)
        let archives = [InflatingSource.Archive.gzip, .zstd, .xz, .bzip2]
        var files = try zip(Self.programs, archives).map { (try folder.filter(all, through: $0.command), $1) }
        files.append((Self.withHeaderChecksum(try folder.filter(all, through: ["gzip", "-n"])), .gzip))
        for (packed, archive) in files {
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

    @Test(arguments: programs) func `cut short anywhere is damaged`(_ program: (ending: String, command: [String]))
        throws
    {
        let folder = try TestFolder()
        let packed = try folder.filter(Self.rows(0..<30), through: program.command)
        for length in stride(from: program.ending == "gz" || program.ending == "zst" ? 4 : 10, to: packed.count, by: 3)
        {
            let path = try folder.write("x.jsonl.\(program.ending)", Array(packed[..<length]))
            #expect(throws: damaged(path, at: length), "\(length) of \(packed.count)") { try load(path) }
        }
    }

    @Test(arguments: programs) func `changed byte is damaged or said`(_ program: (ending: String, command: [String]))
        throws
    {
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

    @Test(arguments: programs) func `something else behind is damaged`(_ program: (ending: String, command: [String]))
        throws
    {
        let folder = try TestFolder()
        let packed = try folder.filter(Self.rows(0..<3), through: program.command)
        let path = try folder.write("x.\(program.ending)", packed + Array("no archive".utf8))
        #expect(throws: RoundFilesError.self) { try load(path) }
        if program.ending != "zst" {
            let padded = try folder.write("y", packed + [UInt8](repeating: 0, count: 512))
            #expect(try load(padded).columns.count == 3)
        }
    }

    /// A frame that asks for a window of so many bytes, of which it uses next to nothing.
    private func zstdFrame(windowLog: UInt8, _ text: String) -> [UInt8] {
        let content = Array(text.utf8)
        let block = UInt32(content.count) << 3 | 1
        return [0x28, 0xB5, 0x2F, 0xFD, 0, (windowLog - 10) << 3]
            + [UInt8(block & 255), UInt8(block >> 8 & 255), UInt8(block >> 16)] + content
    }

    /// A stream whose header asks for a dictionary of 2 to the power of so many bytes.
    private func xzStream(dictionaryLog: Int, _ text: String, in folder: TestFolder) throws -> [UInt8] {
        var bytes = try folder.filter(Array(text.utf8), through: ["xz"])
        let length = (Int(bytes[12]) + 1) * 4
        bytes[16] = UInt8(2 * (dictionaryLog - 12))
        var sum: UInt32 = .max
        for byte in bytes[12..<12 + length - 4] {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        for index in 0..<4 { bytes[12 + length - 4 + index] = UInt8(~sum >> UInt32(8 * index) & 255) }
        return bytes
    }

    /// A small file may ask for gigabytes.
    @Test func `memory for a window is bounded`() throws {
        let folder = try TestFolder()
        let text = jsonRow("1") + "\n"
        for (format, log, bytes) in [
            ("zstd", 27, zstdFrame(windowLog: 27, text)), ("zstd", 31, zstdFrame(windowLog: 31, text)),
            ("xz", 26, try xzStream(dictionaryLog: 26, text, in: folder)),
            ("xz", 30, try xzStream(dictionaryLog: 30, text, in: folder)),
        ] {
            let path = try folder.write("x", bytes)
            if log <= 27 {
                #expect(try load(path).columns.count == 1)
                continue
            }
            let error = RoundFilesError.inflateLimit(path: path, format: format, limit: 128 << 20)
            #expect(throws: error) { try load(path) }
            #expect(error.message.contains("--inflate-memory 2G"))
            var request = RoundRequest(paths: [path])
            request.inflateLimit = 2 << 30
            #expect(try RoundLoader.load(request).columns.count == 1)
        }
    }

    private func damaged(_ path: String, at offset: Int) -> RoundFilesError {
        let formats = ["gz": "gzip", "zst": "zstd", "xz": "xz", "bz2": "bzip2"]
        return .damagedArchive(
            path: path,
            format: formats[String(path.split(separator: ".").last ?? "")] ?? "",
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
