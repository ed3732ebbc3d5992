internal import Foundation

/// A folder of a test's own, removed with everything in it when the test lets go of it.
public final class TestFolder: Sendable {
    public let path: String

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("redsieve-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a name in the folder.
    public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and tells its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = self(name)
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Writes a script for `/bin/sh` that can be run at once; tells its path.
    ///
    /// Another process writes it: had this one ever opened it for writing, a child forked by a test beside this one could
    /// hold it open still, and a program that is open for writing does not start.
    @discardableResult
    public func writeProgram(_ name: String, _ script: String) throws -> String {
        let path = self(name)
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        let text = Array("#!/bin/sh\n\(script)\n".utf8)
        let run = try RunProgram("/bin/sh", ["-c", "cat > \"$0\" && chmod 755 \"$0\"", path], input: text)
        guard run.status == 0 else { throw WaitedInVain("the program \(path)", shown: run.errorText) }
        return path
    }

    @discardableResult
    public func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
        return self(name)
    }

    /// The names in the folder, hidden ones too, sorted.
    public var entries: [String] { entries(of: ".") }

    public func entries(of name: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: self(name)).sorted()) ?? []
    }

    public func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: self(name)).map(Array.init) ?? []
    }

    /// A whole file anywhere.
    public static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    public func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    /// The lines of a file, without their ends.
    public func lines(_ name: String) -> [[UInt8]] { bytes(name).lines }
}

extension [UInt8] {
    /// Lines without `\n`; what stands behind the last one is a line as well.
    public var lines: [[UInt8]] {
        var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
