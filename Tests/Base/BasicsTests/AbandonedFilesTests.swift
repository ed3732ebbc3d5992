import Basics
import Foundation
import TestSupport
import Testing

@Suite struct AbandonedFilesTests {
    /// Larger than any process number that Linux gives out.
    private let deadProcess = 99_999_999

    private func taken(in folder: TestFolder) -> [String] {
        var names: [String] = []
        AbandonedFiles.forEach(in: folder.path) {
            Int64($0.split(separator: "-").last ?? "")
        } _: { path, name in
            #expect(path == folder(name))
            names.append(name)
        }
        return names
    }

    @Test func `what a process left that is gone is taken, and nothing else`() throws {
        let folder = try TestFolder()
        try folder.write("", to: "left-\(deadProcess)")
        try folder.makeFolder("folder-\(deadProcess)")
        try folder.write("", to: "lives-1")
        for name in ["no number", "none-0", "none--5"] { try folder.write("", to: name) }
        #expect(taken(in: folder) == ["folder-\(deadProcess)", "left-\(deadProcess)"])
    }

    @Test func `what is held is not abandoned, whoever's number it has`() throws {
        let folder = try TestFolder()
        let name = "held-\(deadProcess)"
        let descriptor = AbandonedFiles.makeHeld(folder(name), flags: O_WRONLY, rights: 0o600)
        try #require(descriptor >= 0)
        #expect(taken(in: folder) == [])
        close(descriptor)
        #expect(taken(in: folder) == [name])
    }

    @Test func `nothing is put in the place of what is there`() throws {
        let folder = try TestFolder()
        try folder.write("mine", to: "file")
        #expect(AbandonedFiles.makeHeld(folder("file"), flags: O_WRONLY, rights: 0o600) < 0 && errno == EEXIST)
        #expect(folder.text("file") == "mine")
    }
}
