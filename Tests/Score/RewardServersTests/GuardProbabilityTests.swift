import RewardServers
import Testing

@Suite struct GuardProbabilityTests {
    private let row = RewardRow(prompt: Array("p".utf8), response: Array("r".utf8))
    private let guardModel = GuardProbability(model: nil, good: ["safe"], bad: ["unsafe"])

    /// What a chat server says of some places: at each, the word that was written and the likely ones.
    private func reply(_ places: [(String, [(String, Double)])]) -> [UInt8] {
        func word(_ text: String, _ number: Double) -> String {
            #"{"token":\#(text.debugDescription),"logprob":\#(number)}"#
        }
        let content = places.map { place in
            let top = place.1.map { word($0.0, $0.1) }.joined(separator: ",")
            return #"{"token":\#(place.0.debugDescription),"logprob":0,"top_logprobs":[\#(top)]}"#
        }
        let list = content.joined(separator: ",")
        return Array(#"{"choices":[{"logprobs":{"content":[\#(list)]}}]}"#.utf8)
    }

    private func score(_ dialect: GuardProbability, _ reply: [UInt8]) throws -> RowScore {
        try #require(try dialect.scores(in: reply, count: 1).first)
    }

    @Test func `it asks for the log probabilities of a few words, always the same way`() {
        #expect(
            String(decoding: guardModel.body(for: [row]), as: UTF8.self)
                == #"{"messages":[{"role":"user","content":"p"},{"role":"assistant","content":"r"}],"#
                + #""logprobs":true,"top_logprobs":20,"max_tokens":8,"temperature":0,"seed":1}"#
        )
    }

    @Test func `it is read at the first place where a word stands, with all spellings summed`() throws {
        // log 0.6, log 0.2, log 0.1, log 0.1
        let places: [(String, [(String, Double)])] = [
            ("\n\n", [("\n\n", 0), ("safe", -9)]),
            (
                "safe",
                [
                    ("safe", -0.5108256237659907), (" Safe", -1.6094379124341003), ("unsafe", -2.3025850929940455),
                    ("x", -2.3025850929940455),
                ]
            ),
            ("unsafe", [("unsafe", 0)]),
        ]
        guard case .score(let found) = try score(guardModel, reply(places)) else {
            Issue.record("both words are listed")
            return
        }
        #expect(abs(found.value - 0.8 / 0.9) < 1e-12)
    }

    @Test func `first pieces of words count, and what may become either does not`() throws {
        let places: [(String, [(String, Double)])] = [
            ("un", [("un", -0.6931471805599453), ("saf", -1.3862943611198906), ("", -1), ("_", -2)])
        ]
        guard case .score(let found) = try score(guardModel, reply(places)) else {
            Issue.record("both are listed")
            return
        }
        #expect(abs(found.value - 0.25 / 0.75) < 1e-12)
        let both = GuardProbability(model: nil, good: ["safe"], bad: ["sad"])
        let vague: [(String, [(String, Double)])] = [("sa", [("sa", 0)])]
        #expect(try score(both, reply(vague)) == .none(.noWord))
    }

    @Test func `a word that is not listed has at most the probability of the last that is`() throws {
        let places: [(String, [(String, Double)])] = [("safe", [("safe", -0.001), ("x", -4.605170185988091)])]
        guard case .bound(let found) = try score(guardModel, reply(places)) else {
            Issue.record("one side is missing")
            return
        }
        #expect(found.value < 1)
        #expect(abs(found.value - 0.999_000_499_8 / (0.999_000_499_8 + 0.01)) < 1e-9)
    }

    @Test func `nothing that was asked for is no score`() throws {
        #expect(try score(guardModel, reply([("I", [("I", 0)]), ("think", [("think", 0)])])) == .none(.noWord))
        #expect(throws: ReplyProblem.self) { try score(guardModel, Array(#"{"choices":[{"logprobs":null}]}"#.utf8)) }
    }

    @Test func `a guard that completes a text is read behind what leads to its answer`() throws {
        let wild = GuardProbability(
            model: nil,
            good: ["no"],
            bad: ["yes"],
            template: try TextTemplate(KnownTemplate.wildguard.source),
            after: "Harmful response:"
        )
        #expect(wild.path == "/v1/completions")
        #expect(
            String(decoding: wild.body(for: [row]), as: UTF8.self).hasSuffix(
                #""logprobs":20,"max_tokens":32,"temperature":0,"seed":1}"#
            )
        )
        let text =
            #"{"choices":[{"logprobs":{"tokens":["Harmful request:"," yes","\nHarmful response:"," no"],"#
            + #""top_logprobs":[{"Harmful request:":0},{" yes":0},{"\nHarmful response:":0},{" no":-0.2231435513142097,"yes":-1.6094379124341003}]}}]}"#
        guard case .score(let found) = try score(wild, Array(text.utf8)) else {
            Issue.record("both are listed")
            return
        }
        #expect(abs(found.value - 0.8) < 1e-12)
    }
}
