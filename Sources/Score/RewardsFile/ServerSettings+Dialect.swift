public import RewardServers

extension ServerSettings {
    /// How the server is asked, once it is known what it speaks.
    ///
    /// - Throws: what a protocol needs and is not given.
    public func dialect(_ spoken: ServerProtocol) throws(MissingSetting) -> any RewardDialect {
        switch spoken {
        case .vllm, .vllmPooling:
            var dialect = VLLMClassify(model: model, template: template, mostRows: batch ?? 32)
            dialect.pools = spoken == .vllmPooling
            dialect.addsSpecialTokens = addsSpecialTokens ?? true
            dialect.truncates = truncates
            dialect.index = index
            return dialect
        case .vllmScore:
            var dialect = VLLMScore(model: model, mostRows: batch ?? 32)
            dialect.truncates = truncates
            return dialect
        case .guard:
            guard !good.isEmpty, !bad.isEmpty else { throw MissingSetting(key: "good and bad", for: spoken) }
            return GuardProbability(model: model, good: good, bad: bad, template: template, after: after)
        case .judge: return JudgeNumber(model: model, instruction: template, name: number)
        case .tei:
            guard let rowText else { throw MissingSetting(key: "text", for: spoken) }
            var dialect = TEIPredict(text: rowText, label: label, mostRows: batch ?? 32)
            dialect.truncates = truncates
            return dialect
        case .huggingface:
            guard let template else { throw MissingSetting(key: "text", for: spoken) }
            var dialect = HuggingFacePipeline(template: template, label: label, mostRows: batch ?? 16)
            dialect.truncates = truncates
            return dialect
        case .openrlhf:
            guard let template else { throw MissingSetting(key: "text", for: spoken) }
            return OpenRLHFReward(template: template, mostRows: batch ?? 16)
        case .sglang:
            guard let template else { throw MissingSetting(key: "text", for: spoken) }
            return SGLangClassify(template: template, index: index, mostRows: batch ?? 32)
        case .generic:
            guard let request else { throw MissingSetting(key: "request", for: spoken) }
            guard let scores else { throw MissingSetting(key: "scores", for: spoken) }
            return GenericServer(
                path: path ?? "/",
                model: model,
                request: request,
                template: template,
                scores: scores,
                mostRows: batch ?? 16
            )
        }
    }

    private var template: TextTemplate? { if case .template(let template) = text { template } else { nil } }

    private var rowText: RowText? {
        switch text {
        case .messages: nil
        case .pair: .pair
        case .template(let template): .template(template)
        }
    }
}

/// A setting that a protocol cannot do without.
public struct MissingSetting: Error, Hashable, Sendable {
    public var key: String
    public var spoken: ServerProtocol

    init(key: String, for spoken: ServerProtocol) {
        self.key = key
        self.spoken = spoken
    }

    /// A clause, for a person.
    public var message: String {
        switch key {
        case "text":
            "\(spoken.text) takes no messages: \"text\" must say how a row becomes a text, such as "
                + "\"USER: {prompt} ASSISTANT:{response}\", beaver or pair"
        case "good and bad":
            "a guard needs the words that say so: good = [\"safe\"] and bad = [\"unsafe\"], for instance"
        default: "\(spoken.text) needs \"\(key)\""
        }
    }
}
