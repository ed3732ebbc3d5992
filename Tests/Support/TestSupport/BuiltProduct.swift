internal import CLibrary

/// The programs that were built together with the tests.
public enum BuiltProduct {
    /// Where a product lies: beside the test bundle.
    public static func path(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let runner = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // Where another program runs the tests, the bundle is its argument.
        for candidate in [runner] + CommandLine.arguments where candidate.contains(".xctest") {
            let path = folder(of: candidate) + "/" + name
            if access(path, X_OK) == 0 { return path }
        }
        return folder(of: runner) + "/" + name
    }

    /// A folder of its own for a test; the test removes it.
    public static func makeTemporaryFolder() throws -> String {
        var template = Array("/tmp/redsieve-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ChildProcess.CannotStart(description: "no temporary folder") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func folder(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        while let last = parts.popLast() {
            if last.hasSuffix(".xctest") || parts.isEmpty || !path.contains(".xctest/") { break }
        }
        return parts.joined(separator: "/")
    }
}
