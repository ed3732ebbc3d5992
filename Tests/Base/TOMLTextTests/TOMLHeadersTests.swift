import TOMLText
import TestSupport
import Testing

/// Texts at which the parser would end the program.
@Suite struct TOMLHeadersTests {
    @Test(arguments: [
        ("[#", 1, 2), ("a = 1\n [[ #x]]\n", 2, 5), ("[\n]", 1, 2), ("[=]", 1, 2), ("[[[a]]]", 1, 3), ("[é]", 1, 2),
        ("s = 'x'\r\n[.a]", 2, 2), ("k = [ 1,\n 2 ] # [\n[,]", 3, 2), ("\u{FEFF}[+]", 1, 3),
        ("s = \"\"\"a\\\"\"\"\"\"\"\n[*]", 2, 2),
    ]) func `a table without a name is told with its place`(_ text: String, line: Int, column: Int) throws {
        let problem = #expect(throws: TOMLProblem.self) { _ = try TOMLDocument(text, file: "f") }
        #expect(
            problem
                == .syntax(file: "f", line: line, column: column, reason: "the name of a table is missing behind [")
        )
    }

    @Test(arguments: ["[", "[]", "[ [a] ]", "[a", "[a\n]", "[[a]", "[\"a]", "a = [", "a = \"\"\"", "a = 'x\n[#"])
    func `what the parser tells by itself it tells`(_ text: String) {
        #expect(throws: TOMLProblem.self) { _ = try TOMLDocument(text, file: "f") }
    }

    @Test(arguments: [
        "a = [\n  [#c\n 1]\n]\n", "s = \"\"\"\n[#\n\"\"\"\n", "s = '''\n[\n'''\n", "# [#\n[a]\n",
        "[[a]]\n[[ a ]]\n['#']\n[\"]\"]\n", "s = '['\nt = \"\\\"[\"\n[b]", "s = \"\"\"a\"\"\"\"\"\n[c]\n",
        "t = { a = [ 1 ], b = '}' }\n[d]\n", "",
    ]) func `brackets elsewhere are let be`(_ text: String) throws {
        _ = try TOMLDocument(text, file: "f")
    }

    /// Whatever people type, there is a document or a problem.
    @Test(arguments: 0..<40 as Range<UInt64>) func `no text ends the program`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "[", "[", "]", "#", "\n", "\n", " ", "=", "a", "1", "\"", "'", "\"\"\"", "'''", ".", ",", "{", "}", "\\",
            "é",
            "\r", "\t", "-",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = try? TOMLDocument(text, file: "f")
        }
    }
}
