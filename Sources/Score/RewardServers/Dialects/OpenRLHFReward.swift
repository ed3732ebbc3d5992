import Basics
public import JSONTree

/// OpenRLHF's `/get_reward`, which home-made servers speak too.
///
/// The text goes in whole, its beginning and end tokens with it, since the server adds none.
public struct OpenRLHFReward: RewardDialect {
    public var template: TextTemplate
    public var mostRows: Int

    public init(template: TextTemplate, mostRows: Int = 16) {
        self.template = template
        self.mostRows = max(1, mostRows)
    }

    public var path: String { "/get_reward" }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        var body = JSONBody()
        body.add("query", texts: rows.map(template.text))
        body.add("prompts", texts: rows.map(\.prompt))
        // Newer servers read one label a row, and have no use for it.
        body.add("labels", .array(rows.map { _ in .string("") }))
        return body.closed()
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try reply.rows("rewards", count: count).map { $0.score(at: nil) }
    }
}
