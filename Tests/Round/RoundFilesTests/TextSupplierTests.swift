import Basics
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct TextSupplierTests {
    private static let stopped: Cancellation = {
        let cancellation = Cancellation()
        cancellation.cancel()
        return cancellation
    }()

    /// A line can be the rest of a huge file: who left must not have to wait for its end.
    @Test func `line that is skipped in a file can be stopped`() throws {
        let folder = try TestFolder()
        let path = FilePath(try folder.write("x.jsonl", String(repeating: "x", count: 100_000)))
        let descriptor = try #require(Descriptor.opening(path))
        let stamp = FileStamp(try #require(descriptor.status))
        let file = SourceFile(path: path, descriptor: descriptor, stamp: stamp, staysOpen: true)
        let supplier = try FileSupplier(file, start: 0, blockSize: 16, rowLimit: 16, cancellation: Self.stopped)
        #expect(throws: RoundFilesError.cancelled) { try supplier.next(into: TextBuffer()) }
    }

    @Test func `row that is skipped in a stream can be stopped`() throws {
        let cancellation = Cancellation()
        let source = ScriptedSource([
            .bytes("{}\n"), .bytes(String(repeating: "x", count: 40)), .bytes("x"), .bytes("x"),
        ])
        let supplier = try Self.supplier(source, cancellation: cancellation)
        // The third read is that of a row which is already too long.
        source.onRead = { if $0 == 3 { cancellation.cancel() } }
        #expect(try supplier.next(into: TextBuffer())?.offset == 0)
        #expect(throws: RoundFilesError.cancelled) {
            while try supplier.next(into: TextBuffer()) != nil {}
        }
        #expect(source.reads == 3)
    }

    /// What can be read behind a failure has no known place, so no thread may take it for the next piece.
    @Test func `nothing comes behind a failure`() throws {
        let failure = RoundFilesError.readFailed(path: "x", offset: 3, reason: "gone")
        let supplier = try Self.supplier(
            ScriptedSource([.bytes("{}\n{"), .failure(failure), .bytes("}\n")]),
            cancellation: Cancellation()
        )
        #expect(try supplier.next(into: TextBuffer())?.offset == 0)
        #expect(throws: failure) { try supplier.next(into: TextBuffer()) }
        #expect(try supplier.next(into: TextBuffer()) == nil)
    }

    private static func supplier(_ source: ScriptedSource, cancellation: Cancellation) throws -> StreamSupplier {
        StreamSupplier(
            PeekableSource(source),
            cutter: try RowCutter(.json),
            start: 0,
            blockSize: 16,
            rowLimit: 16,
            readAhead: 1 << 16,
            spool: nil,
            base: 0,
            cancellation: cancellation
        )
    }
}

/// Gives what it was told to, one step a read, and is never ready for more.
private final class ScriptedSource: ByteSource {
    enum Step {
        case bytes(String)
        case failure(RoundFilesError)
    }

    private var steps: [Step]
    private(set) var reads = 0
    var onRead: (Int) -> Void = { _ in }
    let bytesRead = 0

    init(_ steps: [Step]) { self.steps = steps }

    func isReady() -> Bool { false }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        if steps.isEmpty { return 0 }
        reads += 1
        onRead(reads)
        switch steps.removeFirst() {
        case .bytes(let text):
            buffer.copyBytes(from: text.utf8)
            return text.utf8.count
        case .failure(let error): throw error
        }
    }
}
