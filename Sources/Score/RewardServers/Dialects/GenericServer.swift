public import JSONTree

/// Any server that takes JSON and answers with numbers: KServe, LLaMA-Factory, moderation, and what people write themselves.
public struct GenericServer: RewardDialect {
    public var path: String
    public var model: String?
    public var request: RequestTemplate
    /// What `{text}` and `{texts}` stand for; nil for the response alone.
    public var template: TextTemplate?
    public var scores: ScorePath
    public var mostRows: Int

    /// - Parameter mostRows: rows in a request; 1 where the template has no list of rows.
    public init(
        path: String,
        model: String? = nil,
        request: RequestTemplate,
        template: TextTemplate? = nil,
        scores: ScorePath,
        mostRows: Int = 16
    ) {
        self.path = path
        self.model = model
        self.request = request
        self.template = template
        self.scores = scores
        self.mostRows = request.takesSeveral ? max(1, mostRows) : 1
    }

    public func body(for rows: [RewardRow]) -> [UInt8] {
        request.body(for: rows, model: model) { template?.text(of: $0) ?? $0.response }
    }

    public func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore] {
        try scores.scores(in: reply, count: count)
    }
}
