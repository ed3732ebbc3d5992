import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Commands that messages propose, as a shell runs them.
@Suite struct JQCommandTests {
    /// Compressed or not, told by the name or not; and names that a shell takes for something else.
    private static let names = [
        "x.json", "a b.json", "it's \"so\" $HOME.json", "-c.json", "- a'b.json", "*.json", "'\u{301}.json", ";true",
        "~",
        "a\\b.json", "x.rows.json",
    ]
    private static let programs: [(ending: String, command: [String])] =
        [("", ["cat"])] + InflatingSourceTests.programs

    private static var hasJQ: Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/jq") }
    }

    /// Runs what stands behind `with` in a message, where the file stands, and gives the file that it wrote.
    private static func run(_ message: String, in folder: TestFolder) throws -> String {
        let command = try #require(message.firstRange(of: " with ").map { String(message[$0.upperBound...]) })
        let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder("")))
        let run = try RunProgram("/bin/sh", ["-c", "cd \"$0\" && \(command)", folder("")])
        #expect(run.status == 0, "\(command): \(run.errorText)")
        let after = Set(try FileManager.default.contentsOfDirectory(atPath: folder("")))
        #expect(after.subtracting(before).count == 1, "\(command)")
        return folder(try #require(after.subtracting(before).first))
    }

    @Test(.enabled(if: hasJQ), arguments: names, programs)
    func `the command of a message makes a round of the file`(
        _ name: String,
        _ program: (ending: String, command: [String])
    ) throws {
        let array = Array("[\n\(jsonRow("1")),\n\(jsonRow("2"))\n]\n".utf8)
        for isNamed in [true, false] {
            let folder = try TestFolder()
            let ending = isNamed && !program.ending.isEmpty ? "." + program.ending : ""
            let packed = try folder.filter(array, through: program.command)
            let file = name + ending
            let path = try folder.write(file, packed)
            let error = #expect(throws: RoundFilesError.self) { try load(path) }
            guard case .jsonArray(let told, let archive)? = error else {
                Issue.record("\(path): \(error?.message ?? "it was loaded")")
                continue
            }
            #expect(told == path)
            let message = RoundFilesError.jsonArray(path: file, within: archive).message
            let rows = try Self.run(message, in: folder)
            #expect(try load(rows).scores.map(\.safety) == [1, 2], "\(message)")
        }
    }

    @Test(.enabled(if: hasJQ), arguments: programs)
    func `labels become numbers by the command that names the file`(
        _ program: (ending: String, command: [String])
    ) throws {
        let folder = try TestFolder()
        let row = #"{"prompt": "p", "response": "r", "it's safe": true, "helpfulness": 1}"# + "\n"
        let path = try folder.write("x", try folder.filter(Array(row.utf8), through: program.command))
        let error = #expect(throws: RoundFilesError.self) { try load(path, fields: [.safety: "it's safe"]) }
        let message = try #require(error?.message)
        let command = try #require(message.firstRange(of: ", and give")).lowerBound
        let rows = try Self.run(String(message[..<command]), in: folder)
        #expect(try load(rows, fields: [.safety: "it's safe"]).scores.map(\.safety) == [1])
    }
}
