import Basics
import Foundation
import TestSupport
import Testing

@Suite struct OutputFileTests {
    private let text = Array("report".utf8)

    @Test func `a file is whole under its name, and nothing stands beside it`() throws {
        let folder = try TestFolder()
        try OutputFile(path: folder("out.html"), replacing: .nothing(hint: "use another name")).write(text)
        #expect(folder.entries == ["out.html"])
        #expect(folder.text("out.html") == "report")
    }

    @Test func `what is there is replaced only where that was asked for`() throws {
        let folder = try TestFolder()
        try folder.write("<!-- mark --> earlier", to: "out.html")
        let path = folder("out.html")
        for kept in [OutputFile.Replacement.nothing(hint: "h"), .earlier(mark: "other", name: "report")] {
            let error = #expect(throws: OutputFileError.self) {
                try OutputFile(path: path, replacing: kept).write(text)
            }
            #expect(error?.status == 73)
            #expect(folder.text("out.html") == "<!-- mark --> earlier")
        }
        try OutputFile(path: path, replacing: .earlier(mark: "<!-- mark -->", name: "report")).write(text)
        #expect(folder.text("out.html") == "report")
        try OutputFile(path: path, replacing: .anyFile).write([])
        #expect(folder.text("out.html") == "")
        #expect(folder.entries == ["out.html"])
    }

    @Test func `no link or folder is ever replaced`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("folder")
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("folder"))
        for name in ["folder", "link"] {
            #expect(throws: OutputFileError.self) {
                try OutputFile(path: folder(name), replacing: .anyFile).write(text)
            }
        }
        #expect(folder.entries == ["folder", "link"])
    }

    @Test func `what a killed run left of the same file goes with the next`() throws {
        let folder = try TestFolder()
        try folder.write("half", to: ".out.html.99999999.partial")
        try folder.write("half", to: ".other.html.99999999.partial")
        try OutputFile(path: folder("out.html"), replacing: .anyFile).write(text)
        #expect(folder.entries == [".other.html.99999999.partial", "out.html"])
    }
}
