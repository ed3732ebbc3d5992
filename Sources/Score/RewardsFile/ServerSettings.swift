public import HTTPClient
public import RewardServers

/// One server as `rewards.toml` or the command line describes it.
public struct ServerSettings: Sendable {
    /// `safety`, `helpfulness`, or a name of one's own.
    public var name: String
    /// The field that rows get.
    public var field: String
    public var address: HTTPAddress
    /// nil where the server is to be asked what it speaks.
    public var protocolName: ServerProtocol?
    /// nil for the only model that the server has.
    public var model: String?
    public var text = Text.messages
    /// Whether a higher score is better; nil where nobody said so.
    public var higherIsBetter: Bool?
    /// Names and values; `$NAME` in a value stands for a variable of the environment.
    public var headers: [(name: String, value: String)] = []
    public var batch: Int?
    public var concurrency = 64
    /// Seconds.
    public var deadline = 300
    public var tries = 5
    public var truncates = false
    /// Whether the server adds its beginning token to a text; nil for as the server has it.
    public var addsSpecialTokens: Bool?
    public var label: String?
    public var index: Int?
    public var good: [String] = []
    public var bad: [String] = []
    public var after: String?
    /// The name in front of a judge's number.
    public var number: String?
    /// Of a generic server.
    public var path: String?
    public var request: RequestTemplate?
    public var scores: ScorePath?

    /// How a row is put before the model.
    public enum Text: Hashable, Sendable {
        /// As a chat, by the server's own template.
        case messages
        /// Prompt and response apart.
        case pair
        case template(TextTemplate)
    }

    public init(name: String, address: HTTPAddress) {
        self.name = name
        field = "\(name)_score"
        self.address = address
    }

    /// What of it the scores depend on, for the record and for telling two runs apart: no key, no secret.
    public var essentials: [(key: String, value: String)] {
        var essentials = [("url", address.shown), ("protocol", protocolName?.rawValue ?? "asked"), ("field", field)]
        if let model { essentials.append(("model", model)) }
        switch text {
        case .messages: essentials.append(("text", "messages"))
        case .pair: essentials.append(("text", "pair"))
        case .template(let template): essentials.append(("text", template.source))
        }
        essentials.append(("truncate", "\(truncates)"))
        if let addsSpecialTokens { essentials.append(("special_tokens", "\(addsSpecialTokens)")) }
        if let label { essentials.append(("label", label)) }
        if let index { essentials.append(("index", "\(index)")) }
        if !good.isEmpty { essentials.append(("good", good.joined(separator: ", "))) }
        if !bad.isEmpty { essentials.append(("bad", bad.joined(separator: ", "))) }
        if let after { essentials.append(("after", after)) }
        if let number { essentials.append(("number", number)) }
        if let path { essentials.append(("path", path)) }
        if let scores { essentials.append(("scores", scores.source)) }
        return essentials
    }
}
