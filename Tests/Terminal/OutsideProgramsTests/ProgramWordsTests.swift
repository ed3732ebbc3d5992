import OutsidePrograms
import TestSupport
import Testing

@Suite struct ProgramWordsTests {
    @Test(arguments: [
        ("less", ["less"]), ("code --wait", ["code", "--wait"]), ("  a \t b  ", ["a", "b"]), ("", []), ("  ", []),
        ("'/opt/my editor/ed' -s", ["/opt/my editor/ed", "-s"]), ("\"a b\"c", ["a bc"]), ("a\\ b", ["a b"]),
        ("'a\\b' \"c\\\"d\"", ["a\\b", "c\"d"]), ("ed ''", ["ed", ""]),
        ("ed \u{301}x \"\u{301} y\"", ["ed", "\u{301}x", "\u{301} y"]), ("a\r\nb", ["a", "b"]),
        ("ed; rm -rf $HOME `id` | cat", ["ed;", "rm", "-rf", "$HOME", "`id`", "|", "cat"]),
    ]) func `a line is words, and nothing of a shell`(_ line: String, _ words: [String]) {
        #expect(ProgramWords.split(line) == words)
    }

    @Test(arguments: ["'a", "\"a b", "a\\", "a \"b' c"]) func `what is not closed is no line`(_ line: String) {
        #expect(ProgramWords.split(line) == nil)
    }

    @Test func `programs are found as a shell finds them, and not in the present folder`() throws {
        let folder = try TestFolder()
        let tool = try folder.writeProgram("tool", "exit 0")
        try folder.write("no program", to: "text")
        try folder.makeFolder("folder")
        #expect(ProgramSearch.path(of: "tool", in: "/nonexistent:\(folder.path)") == tool)
        #expect(ProgramSearch.path(of: tool, in: nil) == tool)
        for name in ["text", "folder", "none", ""] { #expect(ProgramSearch.path(of: name, in: folder.path) == nil) }
        #expect(ProgramSearch.path(of: "tool", in: "::.") == nil)
    }
}
