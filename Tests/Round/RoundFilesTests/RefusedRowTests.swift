import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// A parser remembers the layouts of rows: that of a row that was refused must never let another one in, whatever was asked
/// about it before.
@Suite struct RefusedRowTests {
    static let rows = [
        #"{"prompt": "a", "prompt": "b", "response": "r", "safety": 1, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": 1, "safety": 1, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "response": "r", "safety": 1, "helpfulness": 2}"#,
        #"{"response": "r", "safety": 1, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": 1}"#,
        #"{"prompt": null, "response": "r", "safety": 1, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": 7, "safety": 1, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": true, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": "x", "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": 1e999, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": NaN, "helpfulness": 2}"#,
        #"{"prompt": "a", "response": "r", "safety": [1], "helpfulness": 2}"#,
        #"[{"prompt": "a", "response": "r", "safety": 1, "helpfulness": 2}]"#,
        #"{"a": {"prompt": "a", "response": "r"}, "safety": 1, "helpfulness": 2}"#,
    ]

    @Test(arguments: rows) func `layout of a refused row is not learned`(_ row: String) throws {
        let roles: [FieldRole] = [.prompt, .response, .safety, .helpfulness]
        let parser = try RowParser(.json, paths: roles.map { ($0, [Array($0.rawValue.utf8)]) })
        let bytes = Array(row.utf8)
        let (text, sound) = (bytes + [0x0A], Array((jsonRow() + "\n").utf8))
        for _ in 0..<4 {
            bytes.withUnsafeBytes { bytes in
                _ = parser.decode(bytes, [.pair, .parent, .id])
                _ = parser.fields(of: bytes)
                _ = parser.visitFields(of: bytes) { _ in }
                _ = parser.jsonLine(bytes)
            }
            let block = try (text + sound + text + text).withUnsafeBytes {
                try parser.parse($0, rowLimit: 1 << 20)
            }
            #expect(block.safety.count == 1)
            #expect(block.invalid.map(\.line) == [0, 2, 3])
        }
        // A row that was too long for one limit may be short enough for another, and not the other way round.
        for (limit, count) in [(sound.count - 2, 0), (1 << 20, 2), (sound.count - 2, 0)] {
            let block = try (sound + sound).withUnsafeBytes {
                try parser.parse($0, rowLimit: limit)
            }
            #expect(block.safety.count == count)
        }
    }
}
