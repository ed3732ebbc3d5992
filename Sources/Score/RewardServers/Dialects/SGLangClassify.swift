import Basics
public import JSONTree

/// SGLang's own `/classify`, which gives raw scores.
///
/// Its `/v1/classify` is not asked: with one label it answers 1.0 for every row, and for every error too.
public struct SGLangClassify: RewardDialect {
    public var template: TextTemplate
    /// Which of several numbers is the score, from 0; nil where there is one.
    public var index: Int?
    public var mostRows: Int

    public init(template: TextTemplate, index: Int? = nil, mostRows: Int = 32) {
        self.template = template
        self.index = index
        self.mostRows = max(1, mostRows)
    }

    public var path: String { "/classify" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        body.add("text", texts: rows.map(template.text))
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        // A single text may be answered by an object that is in no list.
        let reply: JSONTree = count == 1 && reply.elements == nil ? .array([reply]) : reply
        return try reply.rows(nil, count: count).map { row throws(ReplyProblem) in
            try row.member("embedding").score(at: index)
        }
    }
}
