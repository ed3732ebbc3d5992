import Basics
public import JSONTree

/// A number in the text that a chat server writes: judges, and NIM's reward models with their named scores.
///
/// `helpfulness:1.617,correctness:1.648` is read by name; a text with one number needs none.
public struct JudgeNumber: RewardDialect {
    public var model: String?
    /// What the judge is told before the conversation; nil for reward models, which are sent the conversation itself.
    public var instruction: TextTemplate?
    /// The name in front of the number that counts; nil where there is one number only.
    public var name: String?
    public var mostTokens: Int

    public init(model: String?, instruction: TextTemplate? = nil, name: String? = nil, mostTokens: Int = 64) {
        self.model = model
        self.instruction = instruction
        self.name = name
        self.mostTokens = mostTokens
    }

    public var path: String { "/v1/chat/completions" }
    public var mostRows: Int { 1 }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        if let model { body.add("model", .string(model)) }
        guard let row = rows.first else { return body.closed() }
        body.add("messages") { output in
            guard let instruction else { return row.appendMessages(to: &output) }
            output.append(contentsOf: #"[{"role":"user","content":"#.utf8)
            JSONText.append(instruction.text(of: row), to: &output)
            output.append(contentsOf: "}]".utf8)
        }
        body.add("max_tokens", .integer(mostTokens))
        body.add("temperature", .integer(0))
        body.add("seed", .integer(1))
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.requireModel(model)
        return try reply.rows("choices", count: count).map { choice throws(ReplyProblem) in
            var message = try choice.member("message")
            // Early servers put it into a list.
            if let only = message.elements?.first { message = only }
            let content = try message.member("content")
            guard let text = content.text else { return .none(.notNumber(content.kindText)) }
            return score(in: text)
        }
    }

    /// More of a text than this is not looked at.
    private static let longest = 16_384

    private func score(in text: String) -> RowScore {
        let numbers = NumberInText.all(in: Array(text.utf8.prefix(Self.longest)))
        if let name {
            guard let found = numbers.last(where: { $0.name == name }) else { return .none(.noNumber(name: name)) }
            return JSONTree.number(found.text).score
        }
        guard let first = numbers.first else { return .none(.noNumber(name: nil)) }
        return numbers.count == 1 ? JSONTree.number(first.text).score : .none(.severalNumbers(numbers.count))
    }
}
