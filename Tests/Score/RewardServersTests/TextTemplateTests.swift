import RewardServers
import Testing

@Suite struct TextTemplateTests {
    private let row = RewardRow(prompt: Array("p {response}".utf8), response: Array("r".utf8))

    @Test(arguments: [
        ("{prompt}|{response}", "p {response}|r"), ("{{{response}}}", "{r}"), ("{response}{response}", "rr"),
        ("é{response}\n", "ér\n"),
    ])
    func `places are filled, and what is filled in is not looked at again`(source: String, text: String) throws {
        #expect(String(decoding: try TextTemplate(source).text(of: row), as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("{prompt}", TextTemplateProblem.noResponse), ("", .noResponse), ("{response", .brace(character: 1)),
        ("é}{response}", .brace(character: 2)), ("{response} {answer}", .unknown(name: "answer", character: 12)),
    ])
    func `what is no template says what and where`(source: String, problem: TextTemplateProblem) {
        #expect(throws: problem) { try TextTemplate(source) }
    }

    @Test(arguments: KnownTemplate.allCases)
    func `the well-known ones are templates`(known: KnownTemplate) throws {
        #expect(try !TextTemplate(known.source).text(of: row).isEmpty)
    }
}
