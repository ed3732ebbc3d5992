import Foundation
import TestSupport
import Testing

@testable import RoundExport

struct ExportFileTests {
    @Test func aFullDiskIsNamedWithTheFile() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        var file = ExportFile(name: "out/accepted.jsonl", descriptor: descriptor)
        let error = #expect(throws: ExportError.self) { try file.append([1, 2, 3], lines: 0) }
        #expect(error == .writing(file: "out/accepted.jsonl", code: ENOSPC))
        #expect(error?.exitStatus == 74)
        #expect(error?.message.contains("out/accepted.jsonl: the disk is full") == true)
    }

    @Test func startingAgainForgetsWhatWasWritten() throws {
        let folder = try TestFolder()
        let descriptor = open(folder("file"), O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        var file = ExportFile(name: "file", descriptor: descriptor)
        try file.append(Array("a first and longer text\n".utf8), lines: 1)
        try file.restart()
        try file.append(Array("abc".utf8), lines: 0)
        let record = try file.finish()
        #expect(folder.text("file") == "abc")
        // FIPS 180-4's example.
        #expect(record.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(record.lines == 0 && record.bytes == 3)
    }
}
