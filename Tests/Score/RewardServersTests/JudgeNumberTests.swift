import RewardServers
import Testing

@Suite struct JudgeNumberTests {
    private func score(_ text: String, name: String? = nil) throws -> String {
        let reply = #"{"choices":[{"message":{"role":"assistant","content":\#(text.debugDescription)}}]}"#
        let score = try #require(try JudgeNumber(model: nil, name: name).scores(in: Array(reply.utf8), count: 1).first)
        switch score {
        case .score(let score): return score.text
        case .bound(let score): return "bound \(score.text)"
        case .none(let problem): return problem.message
        }
    }

    /// A judge's text, the name that is looked for, and what is found.
    static let texts: [(text: String, name: String?, found: String)] = [
        ("helpfulness:1.617,correctness:1.648,verbosity:-0.52", "helpfulness", "1.617"),
        ("helpfulness:1.617,correctness:1.648,verbosity:-0.52", "verbosity", "-0.52"),
        ("reward:-3.28", "reward", "-3.28"), ("reward:-3.28", nil, "-3.28"), ("7", nil, "7"),
        ("Score: 07", "Score", "7"),
        ("**Score**: 4.50", "Score", "4.50"), (#"{"score": 3e-2}"#, "score", "3e-2"), ("score = 5", "score", "5"),
        ("gpt4 v2 3", nil, "3"), ("none", nil, "the text holds no number"),
        ("1 of 10", nil, "the text holds 2 numbers, and no name says which is the score"),
        ("safety: 3", "help", "the text holds no number named help"),
        ("score: 1, then score: 2", "score", "2"),
        ("score: 1e999", "score", "the score 1e999 is too large for a number"),
    ]

    @Test(arguments: texts)
    func `a number is found by its name, or as the only one`(text: String, name: String?, found: String) throws {
        #expect(try score(text, name: name) == found)
    }
}
