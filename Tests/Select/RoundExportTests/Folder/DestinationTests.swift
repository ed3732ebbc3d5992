import Foundation
import TestSupport
import Testing

@testable import RoundExport

struct DestinationTests {
    @Test(arguments: [
        ("out", "", "out"), ("out/", "", "out"), ("out///", "", "out"), ("sub/out", "/sub", "out"),
        ("./sub/../out", "", "out"), ("sub//out", "/sub", "out"), ("sub/.", "", "sub"), ("sub/inner/..", "", "sub"),
        ("sub/inner/../", "", "sub"), ("link/out", "/sub", "out"), ("link", "", "sub"), ("link/", "", "sub"),
        ("out put\n", "", "out put\n"), (".hidden", "", ".hidden"),
    ])
    func `paths are taken apart`(path: String, parent: String, name: String) throws {
        let folder = try TestFolder()
        try folder.makeFolder("sub/inner")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "sub")
        let destination = try Destination(folder(path))
        #expect(destination.parent == folder.path + parent)
        #expect(destination.name == name)
        #expect(destination.place == folder.path + parent + "/" + name)
    }

    @Test(arguments: ["no/out", "no/", "no/.", "", "no/../out"])
    func `a missing parent is named`(path: String) throws {
        let folder = try TestFolder()
        try folder.write("text", to: "file")
        let given = path.isEmpty ? "" : path == "no/" ? folder("no/in/") : folder(path)
        let error = #expect(throws: ExportError.self) { try Destination(given) }
        guard case .noParent(let missing) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.exitStatus == 73)
        #expect(error?.message.contains(missing) == true)
        #expect(folder.entries == ["file"])
    }

    @Test(arguments: ["file/out", "file/.", "file/sub/out", "link/out"]) func `a file on the way is named`(path: String)
        throws
    {
        let folder = try TestFolder()
        try folder.write("text", to: "file")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "file")
        let file = path.hasPrefix("link") ? folder("link") : folder("file")
        #expect(throws: ExportError.parentIsNoFolder(path: file)) { try Destination(folder(path)) }
    }

    @Test func `a link to nothing is in the way`() throws {
        let folder = try TestFolder()
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "gone")
        #expect(throws: ExportError.fileInTheWay(path: folder("link"))) { try Destination(folder("link")) }
    }

    @Test func `the root is not replaced`() throws {
        let destination = try Destination("/")
        #expect(throws: ExportError.self) { try destination.check(replace: true) }
    }

    @Test func `what may be replaced`() throws {
        let folder = try TestFolder()
        func refusal(_ name: String, replace: Bool) -> ExportError? {
            do throws(ExportError) {
                try Destination(folder(name)).check(replace: replace)
                return nil
            } catch { return error }
        }
        try folder.write("text", to: "file")
        try folder.makeFolder("empty")
        try folder.makeFolder("foreign")
        try folder.write("", to: "foreign/thesis.tex")
        try folder.makeFolder("unmarked")
        try folder.write("{}", to: "unmarked/manifest.json")
        #expect(refusal("new", replace: false) == nil)
        #expect(refusal("file", replace: true) == .fileInTheWay(path: folder("file")))
        #expect(refusal("file", replace: false) == .fileInTheWay(path: folder("file")))
        #expect(refusal("empty", replace: false) == .exists(path: folder("empty")))
        #expect(refusal("empty", replace: true) == nil)
        // Advice to replace what is not replaced would help nobody.
        #expect(refusal("foreign", replace: false) == .notAnExport(path: folder("foreign")))
        #expect(refusal("foreign", replace: true) == .notAnExport(path: folder("foreign")))
        try folder.makeFolder("pipes")
        mkfifo(folder("pipes/manifest.json"), 0o600)
        #expect(
            refusal("pipes", replace: true) == .notAnExport(path: folder("pipes"))
                || refusal("pipes", replace: true) == .foreignFolder(path: folder("pipes"), entry: "manifest.json")
        )
        #expect(refusal("unmarked", replace: true) == .notAnExport(path: folder("unmarked")))
    }
}
