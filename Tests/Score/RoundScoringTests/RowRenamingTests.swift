import RoundScoring
import Testing

@Suite struct RowRenamingTests {
    @Test(arguments: [
        (#"{"s": 1, "a": {"s": 2}, "b": ["s"]}"#, #"{"old": 1, "a": {"s": 2}, "b": ["s"]}"#),
        (#"{"a": "s", "s" :"s"}"#, #"{"a": "s", "old" :"s"}"#),
        (#"{"\u0073": [{"s": 1}, "s"]}"#, #"{"old": [{"s": 1}, "s"]}"#),
        (#"{"a": "\"s\": 1, \\", "s": null}"#, #"{"a": "\"s\": 1, \\", "old": null}"#), ("{}", "{}"),
    ])
    func `the row's own key gets another name, and nothing else changes`(line: String, expected: String) {
        let renamed = RowRenaming.renaming(["s": "old"], in: Array(line.utf8))
        #expect(String(decoding: renamed, as: UTF8.self) == expected)
    }
}
