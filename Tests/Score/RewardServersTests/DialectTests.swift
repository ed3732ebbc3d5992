import JSONTree
import RewardServers
import Testing

/// What each kind of server is sent, and what is made of what it answers: shapes as the servers' own versions give them.
@Suite struct DialectTests {
    static let one = RewardRow(prompt: Array("Hi {response}".utf8), response: Array("No \"thanks\"\n".utf8))
    static let two = RewardRow(prompt: Array("é".utf8), response: [0xED, 0xA0, 0x80])
    static var template: TextTemplate { get throws { try TextTemplate("USER: {prompt} ASSISTANT:{response}") } }

    private func body(_ dialect: any RewardDialect, _ rows: RewardRow...) -> String {
        String(decoding: dialect.body(for: rows), as: UTF8.self)
    }

    private func scores(_ dialect: any RewardDialect, _ text: String, _ count: Int = 1) throws -> [String] {
        try dialect.scores(in: Array(text.utf8), count: count).map { score in
            switch score {
            case .score(let score): score.text
            case .bound(let score): "bound \(score.text)"
            case .none(let problem): problem.message
            }
        }
    }

    // MARK: vLLM

    @Test func `vLLM is sent a conversation a request, and asked for raw scores`() {
        let dialect = VLLMClassify(model: "m", template: nil, mostRows: 64)
        #expect(dialect.path == "/classify")
        #expect(dialect.mostRows == 1)
        #expect(
            body(dialect, Self.one)
                == #"{"model":"m","messages":[{"role":"user","content":"Hi {response}"},"#
                + #"{"role":"assistant","content":"No \"thanks\"\n"}],"use_activation":false}"#
        )
    }

    @Test func `vLLM is sent rendered texts in batches, and told whether to add its beginning token`() throws {
        var dialect = VLLMClassify(model: nil, template: try Self.template)
        dialect.addsSpecialTokens = false
        dialect.pools = true
        #expect(dialect.path == "/pooling")
        #expect(
            body(dialect, Self.one, Self.two)
                == #"{"input":["USER: Hi {response} ASSISTANT:No \"thanks\"\n","USER: é ASSISTANT:\ud800"],"#
                + #""add_special_tokens":false,"use_activation":false}"#
        )
        dialect.truncates = true
        #expect(body(dialect, Self.one).hasSuffix(#""truncate_prompt_tokens":-1,"truncation_side":"left"}"#))
    }

    @Test func `vLLM's scores keep their digits`() throws {
        let dialect = VLLMClassify(model: "m", template: nil)
        let reply =
            #"{"id":"classify-1","model":"m","data":[{"index":0,"label":"LABEL_0","probs":[4.9658203125],"num_classes":1}]}"#
        #expect(try scores(dialect, reply) == ["4.9658203125"])
        var pooling = VLLMClassify(model: nil, template: nil)
        pooling.pools = true
        #expect(try scores(pooling, #"{"data":[{"index":0,"data":[1.50]}]}"#) == ["1.50"])
        // One row for each token: the last one's is the score.
        #expect(try scores(pooling, #"{"data":[{"index":0,"data":[[9],[-0.25]]}]}"#) == ["-0.25"])
        var second = VLLMClassify(model: nil, template: nil)
        #expect(
            try scores(second, #"{"data":[{"probs":[1,2]}]}"#) == [
                "the text holds 2 numbers, and no name says which is the score"
            ]
        )
        second.index = 1
        #expect(try scores(second, #"{"data":[{"probs":[1,2]}]}"#) == ["2"])
    }

    @Test func `vLLM's model is the one that was asked for`() throws {
        let dialect = VLLMClassify(model: "m", template: nil)
        #expect(throws: ReplyProblem.otherModel(expected: "m", found: "n")) {
            try scores(dialect, #"{"model":"n","data":[{"probs":[1]}]}"#)
        }
    }

    @Test func `vLLM scores pairs of texts`() throws {
        let dialect = VLLMScore(model: "m")
        #expect(
            body(dialect, Self.one, Self.two)
                == #"{"model":"m","text_1":["Hi {response}","é"],"text_2":["No \"thanks\"\n","\ud800"],"use_activation":false}"#
        )
        #expect(try scores(dialect, #"{"data":[{"index":0,"score":1},{"index":1,"score":-2.0}]}"#, 2) == ["1", "-2.0"])
    }

    // MARK: text-embeddings-inference and Hugging Face

    @Test func `each row is a list of its own to TEI, and long texts are not cut in silence`() throws {
        let texts = TEIPredict(text: .template(try Self.template))
        #expect(
            body(texts, Self.one, Self.two)
                == #"{"inputs":[["USER: Hi {response} ASSISTANT:No \"thanks\"\n"],["USER: é ASSISTANT:\ud800"]],"#
                + #""raw_scores":true,"truncate":false}"#
        )
        #expect(
            body(TEIPredict(text: .pair), Self.one)
                == #"{"inputs":[["Hi {response}","No \"thanks\"\n"]],"raw_scores":true,"truncate":false}"#
        )
    }

    @Test func `TEI's labels are chosen by name, since they come sorted by score`() throws {
        var dialect = TEIPredict(text: .pair)
        #expect(try scores(dialect, #"[[{"score":1.2,"label":"LABEL_0"}]]"#) == ["1.2"])
        dialect.label = "safe"
        let reply =
            #"[[{"score":3,"label":"unsafe"},{"score":-3.10,"label":"safe"}],[{"score":2,"label":"safe"},{"score":1,"label":"unsafe"}]]"#
        #expect(try scores(dialect, reply, 2) == ["-3.10", "2"])
        #expect(
            try scores(dialect, #"[[{"score":1.2,"label":"LABEL_0"}]]"#)
                == [#"there is no label "safe"; the server has LABEL_0"#]
        )
    }

    @Test func `a Hugging Face endpoint is asked for raw scores, in whichever shape it answers`() throws {
        let dialect = HuggingFacePipeline(template: try Self.template)
        #expect(
            body(dialect, Self.two)
                == #"{"inputs":["USER: é ASSISTANT:\ud800"],"parameters":{"function_to_apply":"none","top_k":null,"truncation":false}}"#
        )
        #expect(try scores(dialect, #"[[{"label":"L","score":0.5}]]"#) == ["0.5"])
        #expect(try scores(dialect, #"[{"label":"L","score":0.5}]"#) == ["0.5"])
        #expect(try scores(dialect, #"[{"label":"L","score":0.5},{"label":"L","score":7}]"#, 2) == ["0.5", "7"])
    }

    // MARK: OpenRLHF and SGLang

    @Test func `OpenRLHF is sent whole texts, and both of its shapes are read`() throws {
        let dialect = OpenRLHFReward(template: try TextTemplate("{prompt}{response}</s>"))
        #expect(
            body(dialect, Self.two)
                == #"{"query":["é\ud800</s>"],"prompts":["é"],"labels":[""]}"#
        )
        #expect(try scores(dialect, #"{"rewards":[1.0,-2]}"#, 2) == ["1.0", "-2"])
        #expect(try scores(dialect, #"{"rewards":[1.0],"scores":[3],"extra_logs":{"dummy_scores":[3]}}"#) == ["1.0"])
        #expect(try scores(dialect, #"{"rewards":[[1.25]]}"#) == ["1.25"])
    }

    @Test func `SGLang's own classify is asked, and a single answer may be no list`() throws {
        let dialect = SGLangClassify(template: try Self.template)
        #expect(dialect.path == "/classify")
        #expect(body(dialect, Self.two) == #"{"text":["USER: é ASSISTANT:\ud800"]}"#)
        #expect(try scores(dialect, #"[{"embedding":[4.96],"meta_info":{"id":"a"}}]"#) == ["4.96"])
        #expect(try scores(dialect, #"{"embedding":[4.96]}"#) == ["4.96"])
    }

    // MARK: Any other

    @Test func `any server is described by a request and a path`() throws {
        let kserve = GenericServer(
            path: "/v2/models/m/infer",
            request: try RequestTemplate(
                #"{"inputs":[{"name":"text","shape":["{count}"],"datatype":"BYTES","data":"{texts}"}]}"#
            ),
            template: try Self.template,
            scores: try ScorePath("outputs.0.data")
        )
        #expect(kserve.mostRows == 16)
        #expect(
            body(kserve, Self.two, Self.two)
                == #"{"inputs":[{"name":"text","shape":[2],"datatype":"BYTES","data":["USER: é ASSISTANT:\ud800","USER: é ASSISTANT:\ud800"]}]}"#
        )
        #expect(
            try scores(kserve, #"{"outputs":[{"name":"s","shape":[2,1],"data":[1.5,2.50]}]}"#, 2) == ["1.5", "2.50"]
        )

        let moderation = GenericServer(
            path: "/v1/moderations",
            model: "mod",
            request: try RequestTemplate(#"{"model":"{model}","input":"Q: {prompt} A: {response}"}"#),
            scores: try ScorePath("results.*.category_scores.max")
        )
        #expect(moderation.mostRows == 1)
        #expect(body(moderation, Self.one) == #"{"model":"mod","input":"Q: Hi {response} A: No \"thanks\"\n"}"#)
        #expect(try scores(moderation, #"{"results":[{"category_scores":{"a":0.10,"b":0.9,"c":0.2}}]}"#) == ["0.9"])
    }

    // MARK: What goes wrong

    static let wrong: [(String, String)] = [
        ("<html>no</html>", "the answer is no JSON"),
        (#"{"rewards":[NaN,1]}"#, "the answer is no JSON"),
        ("{}", #"the answer has no "rewards", but nothing"#),
        (#"{"scores":[1,2]}"#, #"the answer has no "rewards", but "scores""#),
        (#"{"rewards":1}"#, #"the answer has no list "rewards", but a number"#),
        (#"{"rewards":[1]}"#, "the answer holds 1 scores for 2 rows"),
        (#"{"rewards":[1,2,3]}"#, "the answer holds 3 scores for 2 rows"),
        ("null", #"the answer has no "rewards", but null"#),
        ("[1,2]", #"the answer has no "rewards", but a list"#),
    ]

    @Test(arguments: wrong)
    func `an answer that tells of no row says why`(text: String, message: String) throws {
        let dialect = OpenRLHFReward(template: try Self.template)
        #expect {
            try scores(dialect, text, 2)
        } throws: { error in
            (error as? ReplyProblem)?.message.hasPrefix(message) == true
        }
    }

    @Test func `what stands in a number's place fails its row alone`() throws {
        let dialect = OpenRLHFReward(template: try Self.template)
        #expect(
            try scores(dialect, #"{"rewards":[null,"0.5",1e400,true,2]}"#, 5)
                == [
                    "null stands in the place of the score", "a text stands in the place of the score",
                    "the score 1e400 is too large for a number", "true or false stands in the place of the score", "2",
                ]
        )
    }

    @Test func `rows in another order than they were sent are no scores`() throws {
        let dialect = VLLMScore(model: nil)
        #expect(throws: ReplyProblem.order) {
            try scores(dialect, #"{"data":[{"index":1,"score":1},{"index":0,"score":2}]}"#, 2)
        }
    }
}
