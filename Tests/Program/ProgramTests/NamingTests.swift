import TestSupport
import Testing

/// How things are named, wherever they stand.
@Suite struct NamingTests {
    @Test func `every test is named by a sentence`() throws {
        for file in Repository.files(under: "Tests", ending: [".swift"]) {
            let text = try Repository.text(of: file)
            for test in text.matches(of: /@Test\b[^`]*?\bfunc (\w+)/) {
                Issue.record("\(file): \(test.output.1) is no sentence between backticks")
            }
        }
    }

    /// Types that stand in no other, by the name of their module. Programs have an `Arguments` each, of the same meaning.
    @Test func `no type has the name of one in another module`() throws {
        var modules: [String: Set<String>] = [:]
        for file in Repository.files(under: "Sources", ending: [".swift"]) {
            let module = String(file.split(separator: "/")[2])
            for line in try Repository.lines(of: file) {
                let words = line.split(separator: " ").drop { ["public", "final", "indirect", "package"].contains($0) }
                guard line.first != " ", let kind = words.first, words.count > 1,
                    ["struct", "enum", "class", "actor", "protocol"].contains(kind)
                else { continue }
                let name = words[words.startIndex + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                modules[String(name), default: []].insert(module)
            }
        }
        #expect(modules.count > 500)
        for (name, places) in modules where places.count > 1 && name != "Arguments" {
            Issue.record("\(name) stands in \(places.sorted().joined(separator: " and "))")
        }
    }
}
