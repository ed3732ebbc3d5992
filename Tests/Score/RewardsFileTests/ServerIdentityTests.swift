import JSONTree
import RewardsFile
import Testing

@Suite struct ServerIdentityTests {
    private static let vllmModels = #"{"data":[{"id":"rm","root":"/models/rm","max_model_len":256,"owned_by":"vllm"}]}"#

    /// Answers by path, whether the words of a guard were given, and what is told.
    static let servers: [(answers: [String: String], words: Bool, spoken: ServerProtocol?, text: String)] = [
        (
            [
                "/version": #"{"version":"0.32.0"}"#, "/v1/models": vllmModels,
                "/openapi.json": #"{"paths":{"/classify":{},"/pooling":{}}}"#,
            ],
            false, .vllm, "vLLM 0.32.0, model rm, at most 256 tokens"
        ),
        (
            ["/v1/models": vllmModels, "/openapi.json": #"{"paths":{"/v1/chat/completions":{}}}"#], true, .guard,
            "vLLM, model rm, at most 256 tokens"
        ),
        (
            ["/v1/models": vllmModels, "/openapi.json": #"{"paths":{"/v1/chat/completions":{}}}"#], false, .judge,
            "vLLM, model rm, at most 256 tokens"
        ),
        (
            [
                "/info":
                    #"{"model_id":"m","model_sha":"abc","model_dtype":"float16","max_client_batch_size":32,"max_input_length":512,"auto_truncate":true,"version":"1.9.3"}"#
            ],
            false, .tei, "text-embeddings-inference 1.9.3, model m, at most 512 tokens, float16"
        ),
        (
            ["/model_info": #"{"model_path":"/m","served_model_name":"m","weight_version":"default"}"#], false, .sglang,
            "SGLang, model m"
        ),
        (["/openapi.json": #"{"paths":{"/get_reward":{}}}"#], false, .openrlhf, "OpenRLHF or one that speaks like it"),
        (["/v1/models": #"{"data":[{"id":"gpt","owned_by":"someone"}]}"#], true, .guard, "someone, model gpt"),
        (["/info": #"{"hello":1}"#, "/version": "[]"], false, nil, "a server"), ([:], false, nil, "a server"),
    ]

    @Test(arguments: servers)
    func `a server is told by what it says of itself`(
        answers: [String: String],
        words: Bool,
        spoken: ServerProtocol?,
        text: String
    ) throws {
        let identity = ServerIdentity(try answers.mapValues { try JSONTree(Array($0.utf8)) }, wantsWords: words)
        #expect(identity.spoken == spoken)
        #expect(identity.text == text)
    }
}
