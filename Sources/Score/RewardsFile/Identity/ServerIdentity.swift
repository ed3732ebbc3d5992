public import JSONTree

/// What a server says of itself.
public struct ServerIdentity: Hashable, Sendable {
    /// What it speaks, as far as it can be told.
    public var spoken: ServerProtocol?
    /// Its program and version: `vLLM 0.32.0`.
    public var software: String?
    /// The model's name there.
    public var model: String?
    /// A path or hash that tells it from another of the name.
    public var revision: String?
    public var dtype: String?
    /// Tokens that a row may have.
    public var maxLength: Int?
    /// Rows that a request may hold.
    public var maxBatch: Int?
    /// True where it cuts long rows unless it is told not to.
    public var cuts: Bool?

    public init() {}

    /// The paths that are asked for, which all exist to be asked.
    public static let paths = ["/version", "/info", "/model_info", "/openapi.json", "/v1/models"]

    /// What the answers come to.
    ///
    /// - Parameters:
    ///   - answers: JSON by path, of those that answered with 200.
    ///   - wantsWords: whether the words of a guard were given: a chat server is then asked for their probabilities.
    public init(_ answers: [String: JSONTree], wantsWords: Bool, wantsPairs: Bool = false) {
        let models = answers["/v1/models"]?["data"]?.elements?.first
        model = models?["id"]?.text
        revision = models?["root"]?.text
        maxLength = models?["max_model_len"]?.integer
        var offered: Set<String> = []
        if case .object(let members)? = answers["/openapi.json"]?["paths"] { offered = Set(members.map(\.key)) }

        if let info = answers["/info"], info["max_client_batch_size"] != nil || info["model_sha"] != nil {
            spoken = .tei
            software = "text-embeddings-inference" + (info["version"]?.text.map { " \($0)" } ?? "")
            model = info["model_id"]?.text ?? model
            revision = info["model_sha"]?.text
            dtype = info["model_dtype"]?.text
            maxLength = info["max_input_length"]?.integer
            maxBatch = info["max_client_batch_size"]?.integer
            if case .bool(let cuts)? = info["auto_truncate"] { self.cuts = cuts }
        } else if let info = answers["/model_info"], let path = info["model_path"]?.text {
            spoken = .sglang
            software = "SGLang"
            model = info["served_model_name"]?.text ?? path
            revision = info["weight_version"]?.text.map { "\(path) (\($0))" } ?? path
        } else if models?["owned_by"]?.text == "vllm" {
            software = "vLLM" + (answers["/version"]?["version"]?.text.map { " \($0)" } ?? "")
            spoken = Self.spokenByVLLM(offered, wantsWords: wantsWords, wantsPairs: wantsPairs)
        } else if offered.contains("/get_reward") {
            spoken = .openrlhf
            software = "OpenRLHF or one that speaks like it"
        } else if models != nil || offered.contains("/v1/chat/completions") {
            spoken = wantsWords ? .guard : .judge
            software = models?["owned_by"]?.text
        }
    }

    private static func spokenByVLLM(
        _ offered: Set<String>,
        wantsWords: Bool,
        wantsPairs: Bool
    ) -> ServerProtocol? {
        if wantsPairs, offered.contains("/score") { return .vllmScore }
        if offered.contains("/classify") { return .vllm }
        if offered.contains("/pooling") { return .vllmPooling }
        if offered.contains("/v1/chat/completions") { return wantsWords ? .guard : .judge }
        return nil
    }

    /// In a line, for a person.
    public var text: String {
        var parts = [software ?? "a server"]
        if let model { parts.append("model \(model)") }
        if let maxLength { parts.append("at most \(maxLength) tokens") }
        if let dtype { parts.append(dtype) }
        return parts.joined(separator: ", ")
    }
}
