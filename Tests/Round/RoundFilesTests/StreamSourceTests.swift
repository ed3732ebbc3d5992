import Basics
import Foundation
import RoundModel
import Synchronization
import TestSupport
import Testing

@testable import RoundFiles

/// Named pipes, which are read as standard input is.
@Suite struct StreamSourceTests {
    private func pipe(in folder: TestFolder, _ name: String = "x.jsonl") throws -> String {
        let path = "\(folder.path)/\(name)"
        try #require(mkfifo(path, 0o600) == 0)
        return path
    }

    @Test func `stream is read once and its texts again`() throws {
        let folder = try TestFolder()
        let path = try pipe(in: folder)
        let text = Array((0..<500).map { jsonRow("\($0)") + "\n" }.joined().utf8)
        let writer = Aside { try Self.write(text, to: path) }
        let round = try load(path, settings: .tiny())
        try writer.value()
        #expect(round.scores.map(\.safety) == (0..<500).map(Double.init))
        #expect(try round.text(321).line == 322)
        #expect(round.report.bytes == text.count)
        let digest = try folder.filter(text, through: ["sha256sum"]).prefix(64)
        #expect(try round.texts.sourceDigest() == String(decoding: digest, as: UTF8.self))
        try round.texts.checkUnchanged()
    }

    @Test func `digest of streams among files is that of all bytes`() throws {
        let folder = try TestFolder()
        let stream = try pipe(in: folder, "b.jsonl.gz")
        let before = try folder.write("a.jsonl", jsonRow("1") + "\n")
        let after = try folder.write("c.jsonl", jsonRow("3") + "\n")
        let packed = try folder.filter(Array(jsonRow("2").utf8), through: ["gzip"])
        let writer = Aside { try Self.write(packed, to: stream) }
        let round = try load(before, stream, after)
        try writer.value()
        #expect(round.scores.map(\.safety) == [1, 2, 3])
        let bytes = Array((jsonRow("1") + "\n").utf8) + packed + Array((jsonRow("3") + "\n").utf8)
        let digest = try folder.filter(bytes, through: ["sha256sum"]).prefix(64)
        #expect(try round.texts.sourceDigest() == String(decoding: digest, as: UTF8.self))
    }

    @Test func `rows before a stall are shown`() throws {
        let folder = try TestFolder()
        let path = try pipe(in: folder)
        let cancellation = Cancellation()
        let seen = Mutex(0)
        let result = Aside {
            try RoundLoader.load(RoundRequest(paths: [path]), cancellation: cancellation) { round in
                seen.withLock { $0 = round.columns.count }
                // All whole rows are there; the writer is still at it, and the load must end all the same.
                if round.columns.count == 3 { cancellation.cancel() }
            }
        }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data((jsonRow() + "\n" + jsonRow() + "\n").utf8))
        try handle.write(contentsOf: Data((jsonRow() + "\n{\"prompt\": \"half").utf8))
        #expect(throws: RoundFilesError.cancelled) { try result.value() }
        #expect(seen.withLock { $0 } == 3)
        try handle.close()
    }

    @Test func `load that waits for a writer can be stopped`() throws {
        let folder = try TestFolder()
        let path = try pipe(in: folder)
        let cancellation = Cancellation()
        let result = Aside { try RoundLoader.load(RoundRequest(paths: [path]), cancellation: cancellation) }
        cancellation.cancel()
        #expect(throws: RoundFilesError.cancelled) { try result.value() }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }
}

/// Work on a thread of its own. Tests share two threads, and a pipe needs both of its ends at once.
private final class Aside<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        Thread.detachNewThread {
            let value = Result { try work() }
            self.result.withLock { $0 = value }
            self.done.signal()
        }
    }

    /// Waits for the end of the work.
    func value() throws -> Value {
        done.wait()
        return try #require(result.withLock { $0 }).get()
    }
}
