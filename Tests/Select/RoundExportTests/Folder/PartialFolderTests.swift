import Basics
import Foundation
import TestSupport
import Testing

@testable import RoundExport

struct PartialFolderTests {
    /// Larger than any process number that Linux gives out.
    private let deadProcess = 99_999_999

    @Test func `what is left of a killed run is removed`() throws {
        let folder = try TestFolder()
        try folder.makeFolder(".out.partial-\(deadProcess)")
        try folder.write("{", to: ".out.partial-\(deadProcess)/adversarial.jsonl")
        try folder.makeFolder(".other.partial-\(deadProcess)")
        try folder.makeFolder(".out.partial-1")
        do {
            let partial = try PartialFolder(for: Destination(folder("out")))
            #expect(folder.entries.contains(URL(fileURLWithPath: partial.path).lastPathComponent))
        }
        // Another destination's, and one whose process lives, are nobody's to remove.
        #expect(folder.entries == [".other.partial-\(deadProcess)", ".out.partial-1"])
    }

    @Test func `foreign files in a left folder stay`() throws {
        let folder = try TestFolder()
        try folder.makeFolder(".out.partial-\(deadProcess)")
        try folder.write("mine", to: ".out.partial-\(deadProcess)/notes.txt")
        do { _ = try PartialFolder(for: Destination(folder("out"))) }
        #expect(folder.text(".out.partial-\(deadProcess)/notes.txt") == "mine")
    }

    @Test func `an export that was moved aside and not replaced comes back`() throws {
        let folder = try TestFolder()
        let aside = ".out.partial-\(deadProcess)\(FileSystem.asideSuffix)"
        try folder.makeFolder(aside)
        try folder.write("{}", to: "\(aside)/manifest.json")
        do { _ = try PartialFolder(for: Destination(folder("out"))) }
        #expect(folder.entries == ["out"])
        #expect(folder.text("out/manifest.json") == "{}")
    }

    @Test func `two runs of one program do not mix`() throws {
        let folder = try TestFolder()
        let destination = try Destination(folder("out"))
        let first = try PartialFolder(for: destination)
        #expect(throws: ExportError.self) { _ = try PartialFolder(for: destination) }
        #expect(FileManager.default.fileExists(atPath: first.path))
    }

    @Test func `a very long name works`() throws {
        let folder = try TestFolder()
        let name = String(repeating: "é", count: 127)
        var partial = try PartialFolder(for: Destination(folder(name)))
        _ = try partial.commit(replace: false)
        #expect(folder.entries == [name])
    }

    @Test func `given up it leaves nothing`() throws {
        let folder = try TestFolder()
        do {
            let partial = try PartialFolder(for: Destination(folder("out")))
            var file = try partial.makeFile(.accepted)
            try file.append(Array("{}\n".utf8), lines: 1)
        }
        #expect(folder.entries == [])
    }

    @Test func `a folder that came meanwhile is not replaced unasked`() throws {
        let folder = try TestFolder()
        var partial = try PartialFolder(for: Destination(folder("out")))
        try folder.makeFolder("out")
        let error = #expect(throws: ExportError.self) { _ = try partial.commit(replace: false) }
        #expect(error == .exists(path: folder("out")))
    }
}
