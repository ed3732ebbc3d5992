public import JSONTree

/// How one kind of server is asked for scores, and how its answers are read: a file for each kind.
public protocol RewardDialect: Sendable {
    /// The path of the requests, with its slash.
    var path: String { get }
    /// Rows that one request may hold.
    var mostRows: Int { get }

    /// The body of a request for some rows, at least one and at most `mostRows`.
    ///
    /// - Complexity: O(bytes).
    func body(for rows: [RewardRow]) -> [UInt8]

    /// What the server says about each row that was asked for, in their order.
    ///
    /// - Throws: why the answer tells of none.
    func scores(in reply: JSONTree, count: Int) throws(ReplyProblem) -> [RowScore]

    /// The same with scores that the server squashes, to find out whether it would; nil where it has no such thing.
    var squashing: (any RewardDialect)? { get }
}

extension RewardDialect {
    public var squashing: (any RewardDialect)? { nil }

    /// As above, from the bytes of an answer.
    public func scores(in body: [UInt8], count: Int) throws(ReplyProblem) -> [RowScore] {
        let tree: JSONTree
        do throws(JSONTree.Problem) {
            tree = try JSONTree(body)
        } catch {
            throw .notJSON(error.message)
        }
        return try scores(in: tree, count: count)
    }
}

/// A dialect whose server squashes scores unless it is told not to.
public protocol SquashingDialect: RewardDialect {
    /// False for raw scores.
    var usesActivation: Bool { get set }
}

extension SquashingDialect {
    public var squashing: (any RewardDialect)? {
        var other = self
        other.usesActivation = true
        return other
    }
}
