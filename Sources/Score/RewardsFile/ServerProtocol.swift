/// What a reward model's server speaks, by the name that `rewards.toml` has for it.
public enum ServerProtocol: String, CaseIterable, Sendable {
    /// vLLM's `/classify`.
    case vllm
    /// vLLM's `/pooling`.
    case vllmPooling = "vllm-pooling"
    /// vLLM's `/score`, for models that read pairs.
    case vllmScore = "vllm-score"
    /// Chat or completions with log probabilities: guards.
    case `guard`
    /// Chat with a number in its text: judges and NIM.
    case judge
    /// text-embeddings-inference.
    case tei
    /// Hugging Face endpoints.
    case huggingface
    /// OpenRLHF, and home-made servers.
    case openrlhf
    case sglang
    /// Any other, by a template of its requests.
    case generic

    /// One clause, for a person.
    public var text: String {
        switch self {
        case .vllm: "vLLM, /classify"
        case .vllmPooling: "vLLM, /pooling"
        case .vllmScore: "vLLM, /score (pairs of texts)"
        case .guard: "chat with log probabilities"
        case .judge: "chat with a number in the text"
        case .tei: "text-embeddings-inference, /predict"
        case .huggingface: "a Hugging Face endpoint"
        case .openrlhf: "OpenRLHF, /get_reward"
        case .sglang: "SGLang, /classify"
        case .generic: "a server with a request of its own"
        }
    }
}
