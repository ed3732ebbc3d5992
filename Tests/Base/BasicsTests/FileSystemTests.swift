import Basics
import Foundation
import TestSupport
import Testing

@Suite struct FileSystemTests {
    @Test func `all of a large text goes through a pipe that takes little at a time`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (readEnd, writeEnd) = (FileHandle(fileDescriptor: ends[0], closeOnDealloc: true), ends[1])
        // A full pipe says so in place of waiting, as one does that another program has changed.
        _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let done = DispatchGroup()
        DispatchQueue.global().async(group: done) {
            #expect(FileSystem.write(bytes, to: writeEnd) == 0)
            close(writeEnd)
        }
        let arrived = try readEnd.readToEnd()
        done.wait()
        #expect(arrived == Data(bytes))
    }

    @Test func `who is not to wait gives up where a stream is full`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        #expect(FileSystem.write([UInt8](repeating: 0, count: 1 << 22), to: ends[1], waits: false) == EAGAIN)
    }

    @Test func `a failure to write is told by its number`() {
        #expect(FileSystem.write([1], to: -1) == EBADF)
        #expect(FileSystem.write([], to: -1) == 0)
    }

    @Test func `a file without a name takes no place in its folder`() throws {
        let descriptor = FileSystem.openUnnamed()
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        #expect(FileSystem.write(Array("text".utf8), to: descriptor) == 0)
        var about = stat()
        #expect(fstat(descriptor, &about) == 0 && about.st_nlink == 0 && about.st_size == 4)
    }

    @Test func `the names of a folder come sorted and without those of itself`() throws {
        let folder = try TestFolder()
        for name in ["b", "a", ".c"] { try folder.write("", to: name) }
        #expect(FileSystem.entries(of: folder.path) == [".c", "a", "b"])
        #expect(FileSystem.entries(of: folder("nothing")) == nil)
    }
}
