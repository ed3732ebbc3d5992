import RoundScoring
import Testing

@Suite struct RowAdditionTests {
    private func added(_ line: String, _ fields: [(name: String, value: String)]) -> String? {
        RowAddition.adding(fields, to: Array(line.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 1, "s": 4.50, "h\"": -1e3}"#), ("{}", #"{"s": 4.50, "h\"": -1e3}"#),
        (#"{"a":"}"} "#, #"{"a":"}", "s": 4.50, "h\"": -1e3} "#),
        (#"{ "a":1 }"#, #"{ "a":1, "s": 4.50, "h\"": -1e3 }"#),
    ])
    func `every byte of the line stays as it is`(line: String, expected: String) {
        #expect(added(line, [("s", "4.50"), ("h\"", "-1e3")]) == expected)
    }

    @Test(arguments: ["", " ", "[1]", "\"a\"", "}"])
    func `what is no object gets no field`(line: String) {
        #expect(added(line, [("s", "1")]) == nil)
    }
}
