import Basics
public import JSONTree

/// vLLM's `/classify`, and its `/pooling`, which differs in where the number stands.
///
/// With messages the server's own chat template is used, one conversation a request; with a text template many texts go at
/// once. Raw scores come only with `use_activation` false: the server's habit is a sigmoid for one label and a softmax
/// for more. Names that it does not know it ignores without a word.
public struct VLLMClassify: SquashingDialect {
    /// The model's name; nil for the only one that there is.
    public var model: String?
    /// The text of a row; nil for messages.
    public var template: TextTemplate?
    /// `/pooling` in place of `/classify`.
    public var pools = false
    /// Whether the server adds its beginning token to a text: not where the template has one.
    public var addsSpecialTokens = true
    /// False for raw scores; true only to find out what the server would do otherwise.
    public var usesActivation = false
    /// Cuts what is too long, from the left as a response's end is what is scored; else such rows are refused.
    public var truncates = false
    /// Which of several numbers is the score, from 0; nil where there is one.
    public var index: Int?
    public var mostRows: Int

    /// - Parameter mostRows: rows in a request; 1 with messages whatever is asked for.
    public init(model: String?, template: TextTemplate?, mostRows: Int = 32) {
        self.model = model
        self.template = template
        self.mostRows = template == nil ? 1 : max(1, mostRows)
    }

    public var path: String { pools ? "/pooling" : "/classify" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        if let model { body.add("model", .string(model)) }
        if let template {
            body.add("input", texts: rows.map(template.text))
            body.add("add_special_tokens", .bool(addsSpecialTokens))
        } else if let row = rows.first {
            body.add("messages") { row.appendMessages(to: &$0) }
        }
        body.add("use_activation", .bool(usesActivation))
        if truncates {
            body.add("truncate_prompt_tokens", .integer(-1))
            body.add("truncation_side", .string("left"))
        }
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.requireModel(model)
        let rows = try reply.rows("data", count: count)
        guard JSONTree.areInOrder(rows) else { throw .order }
        return try rows.map { row throws(ReplyProblem) in
            var numbers = try row.member(pools ? "data" : "probs")
            // Models that score each token give a row of numbers for each; the score is that of the last.
            if let last = numbers.elements?.last, last.elements != nil { numbers = last }
            return numbers.score(at: index)
        }
    }
}

extension JSONTree {
    /// The score in a list of numbers, or this itself where it is one.
    ///
    /// - Parameter index: which of several; nil where there may be one only.
    func score(at index: Int?) -> RowScore {
        guard let elements else { return score }
        if let index {
            return elements.indices.contains(index)
                ? elements[index].score : .none(.notNumber("a list of \(elements.count)"))
        }
        return elements.count == 1 ? elements[0].score : .none(.severalNumbers(elements.count))
    }
}
