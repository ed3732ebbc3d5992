import Basics
public import JSONTree

/// vLLM's `/score`, for models that read a pair of texts (question and answer) and not a chat.
public struct VLLMScore: SquashingDialect {
    public var model: String?
    /// As in `VLLMClassify`.
    public var usesActivation = false
    public var truncates = false
    public var mostRows: Int

    public init(model: String?, mostRows: Int = 32) {
        self.model = model
        self.mostRows = max(1, mostRows)
    }

    public var path: String { "/score" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        if let model { body.add("model", .string(model)) }
        body.add("text_1", texts: rows.map(\.prompt))
        body.add("text_2", texts: rows.map(\.response))
        body.add("use_activation", .bool(usesActivation))
        if truncates { body.add("truncate_prompt_tokens", .integer(-1)) }
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.requireModel(model)
        let rows = try reply.rows("data", count: count)
        guard JSONTree.areInOrder(rows) else { throw .order }
        return try rows.map { row throws(ReplyProblem) in try row.member("score").score }
    }
}
