import CLibrary
import OutsidePrograms
import TestSupport
import Testing

@Suite struct PrivateFileTests {
    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt32(status.st_mode) & 0o7777 : 0
    }

    @Test func `nobody else may read it, and nothing of it stays`() throws {
        let folder = try TestFolder()
        let content = Array("text".utf8)
        do {
            let file = try PrivateFile(content, name: "item.txt", in: folder.path)
            let own = file.path.dropLast("/item.txt".count)
            #expect(mode(file.path) == 0o600 && mode(String(own)) == 0o700)
            #expect(try TestFolder.read(file.path) == content)
            // What editors leave.
            let name = own.split(separator: "/").last ?? ""
            try folder.write("copy", to: "\(name)/.item.txt.swp")
            try folder.write("copy", to: "\(name)/backup/item.txt~")
        }
        #expect(folder.entries == [])
    }

    @Test func `a change is seen`() throws {
        let folder = try TestFolder()
        let content = Array("text".utf8)
        let file = try PrivateFile(content, name: "item.txt", in: folder.path)
        #expect(file.holds(content))
        let name = file.path.dropFirst(folder.path.count + 1)
        for other in ["texts", "tex", "", "taxt"] {
            try folder.write(other, to: String(name))
            #expect(!file.holds(content), "\(other)")
        }
        unlink(file.path)
        #expect(!file.holds(content))
    }

    @Test func `a folder that is not there is told`() {
        #expect(throws: PrivateFile.FileFailure(path: "/nonexistent", errno: ENOENT)) {
            try PrivateFile([], name: "item.txt", in: "/nonexistent")
        }
    }
}
