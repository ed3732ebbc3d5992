import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Keys that hold dots, and lists.
@Suite struct FieldPathTests {
    private func row(_ extra: String) -> String {
        #"{"prompt": "p", "response": "r", "helpfulness": 0.5, \#(extra)}"#
    }

    @Test(arguments: [
        (#""detector_results": {"dan.DAN": [0.25]}"#, "detector_results.dan.DAN.0"),
        (#""detector_results": {"dan.DAN": [1, 0.25]}"#, #"detector_results."dan.DAN".-1"#),
        (#""a.b": [[{"c.d": {"e.f.g": 0.25}}]]"#, "a.b.0.0.c.d.e.f.g"),
        (#""a": [{"b.c": [{"d.e": [0.25]}]}]"#, "a.0.b.c.0.d.e.0"), (#""a.b.c": 0.25"#, "a.b.c"),
        (#""a": {"": {"b": 0.25}}"#, "a..b"), (#""\"a\"": 0.25"#, "\"a\""), (#""0": {"1": 0.25}"#, "0.1"),
        (#""a": {"b.c": 0.25}, "a.b": {"c": 1}"#, #"a."b.c""#), (#""a": {"b.c": 1}, "a.b": {"c": 0.25}"#, #""a.b".c"#),
    ])
    func `a path finds its field wherever the dots stand`(fields: String, path: String) throws {
        let folder = try TestFolder()
        let text = row(fields) + "\n" + row(fields) + "\n"
        let round = try load(try folder.write("x.jsonl", text), fields: [.safety: path])
        #expect(round.refused == [])
        #expect(round.scores.map(\.safety) == [0.25, 0.25])
        #expect(round.report.fields.paths[.safety] == path)
    }

    @Test func `of two fields that read the same both are named in quotes`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", row(#""a": {"b.c": 0.25}, "a.b": {"c": 1}"#))
        let error = RoundFilesError.fieldAmbiguous(shard: path, role: .safety, candidates: [#""a.b".c"#, #"a."b.c""#])
        #expect(throws: error) { try load(path, fields: [.safety: "a.b.c"]) }
    }

    @Test func `a place that a list has not is said with what it has`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", row(#""scores": {"dan.DAN": [0.25]}"#))
        do throws(RoundFilesError) {
            _ = try load(path, fields: [.safety: "scores.dan.DAN.1"])
            Issue.record("it was found")
        } catch {
            #expect(error.message.contains("no row has the field scores.dan.DAN.1"))
            #expect(error.message.contains("scores.dan.DAN.0"))
        }
    }

    @Test(arguments: [
        (#""is_safe": true"#, nil, "is_safe is true or false", "jq -c '.is_safe |= if . then 1 else 0 end'"),
        (#""is_safe": true"#, "is_safe", "is_safe is true or false", "give --field safety=is_safe"),
        (#""safety_score": [0.9]"#, nil, "safety_score is a list", "--field safety=safety_score.0"),
        (#""scores": {"safety": [0.9]}"#, "scores.safety", "scores.safety is a list", "--field safety=scores.safety.0"),
        (#""label": "safe""#, nil, "label is a label", "give --field safety=label"),
    ])
    func `what stands where a score should is named with the remedy`(
        fields: String,
        path: String?,
        what: String,
        remedy: String
    ) throws {
        let folder = try TestFolder()
        let file = try folder.write("x.jsonl", row(fields))
        do throws(RoundFilesError) {
            _ = try load(file, fields: path.map { [.safety: $0] } ?? [:])
            Issue.record("it was loaded")
        } catch {
            #expect(error.exitStatus == 65)
            #expect(error.message.contains(what))
            #expect(error.message.contains(remedy))
        }
    }
}
