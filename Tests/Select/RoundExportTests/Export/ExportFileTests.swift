import Foundation
import TestSupport
import Testing

@testable import RoundExport

struct ExportFileTests {
    @Test func `a full disk is named with the file`() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        var file = ExportFile(name: "out/accepted.jsonl", descriptor: descriptor)
        let error = #expect(throws: ExportError.self) { try file.append([1, 2, 3], lines: 0) }
        #expect(error == .writing(file: "out/accepted.jsonl", code: ENOSPC))
        #expect(error?.exitStatus == 74)
        #expect(error?.message.contains("out/accepted.jsonl: the disk is full") == true)
    }

    @Test func `long files are digested whole`() throws {
        let folder = try TestFolder()
        let descriptor = open(folder("file"), O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        var file = ExportFile(name: "file", descriptor: descriptor)
        let line = Array("a line of twenty four bytes".utf8) + [10]
        let part = (0..<100_000).flatMap { _ in line }
        for _ in 0..<8 { try file.append(part, lines: 100_000) }
        let record = try file.finish()
        #expect(record.lines == 800_000 && record.bytes == 8 * part.count)
        #expect(folder.bytes("file").count == record.bytes)
        #expect(record.sha256 == sha256(of: folder("file")))
    }
}
