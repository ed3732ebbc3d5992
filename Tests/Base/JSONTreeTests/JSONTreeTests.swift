import JSONTree
import Testing

@Suite struct JSONTreeTests {
    private func tree(_ text: String) throws -> JSONTree { try JSONTree(Array(text.utf8)) }

    @Test func `numbers keep the digits that they were written with`() throws {
        let numbers = ["4.50", "-0", "1E5", "12345678901234567890123", "-1e400", "0.1000"]
        let tree = try tree("[" + numbers.joined(separator: ", ") + "]")
        #expect(tree.elements == numbers.map { .number($0) })
        #expect(try self.tree(" 5.0 ") == .number("5.0"))
    }

    @Test func `a value keeps its shape, its order and what stands twice`() throws {
        let found = try tree(#"{"a": [true, false, null, "x\n\"y"], "b": {}, "a": 2}"#)
        #expect(
            found
                == .object([
                    .init(key: "a", value: .array([.bool(true), .bool(false), .null, .string("x\n\"y")])),
                    .init(key: "b", value: .object([])), .init(key: "a", value: .number("2")),
                ])
        )
        #expect(found["a"] == .number("2"))
        #expect(found["c"] == nil)
    }

    @Test func `half of a surrogate pair does not break an answer`() throws {
        let found = try tree(#"{"error": "x\ud800\"\u00e9\ud83d\ude00\udc00\n", "n": 1}"#)
        #expect(found["n"] == .number("1"))
        #expect(found["error"] == .string("x\u{FFFD}\"é😀\u{FFFD}\n"))
    }

    @Test(arguments: [
        "", " ", "NaN", "[NaN]", "[1,2", "[1 2]", "{\"a\" 1}", "<html>", "nul", "[01]", "[0.]", "[1.e5]", "{} x",
        "[1],",
        "\"a", "[Infinity]", "[-]", "[\"a\": 1]", "{1: 2}", "[1,]",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONTree.Problem.self) { try tree(text) }
    }

    @Test func `lists may go deep, and not deeper`() throws {
        _ = try tree(String(repeating: "[", count: 60) + String(repeating: "]", count: 60))
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: JSONTree.Problem.self) { try tree(deep) }
    }
}
