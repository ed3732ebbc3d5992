import Basics
public import JSONTree

/// The text-classification pipeline behind Hugging Face endpoints, at `/`.
public struct HuggingFacePipeline: SquashingDialect {
    public var template: TextTemplate
    public var label: String?
    public var usesActivation = false
    public var truncates = false
    public var mostRows: Int

    public init(template: TextTemplate, label: String? = nil, mostRows: Int = 16) {
        self.template = template
        self.label = label
        self.mostRows = max(1, mostRows)
    }

    public var path: String { "/" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        body.add("inputs", texts: rows.map(template.text))
        var parameters: [OrderedJSON.Member] = [.init("top_k", .null), .init("truncation", .bool(truncates))]
        if !usesActivation { parameters.insert(.init("function_to_apply", .string("none")), at: 0) }
        body.add("parameters", .object(parameters))
        return body.closed()
    }

    /// A row is a list of labels; where only one label was asked for, some versions leave the list out.
    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        guard let rows = reply.elements else { throw .missing(place: "list", found: reply.kindText) }
        if count == 1, rows.first?.elements == nil, !rows.isEmpty { return [try reply.score(ofLabel: label)] }
        return try reply.rows(nil, count: count).map { row throws(ReplyProblem) in
            try (row.elements == nil ? .array([row]) : row).score(ofLabel: label)
        }
    }
}
