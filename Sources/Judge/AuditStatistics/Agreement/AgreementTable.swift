/// How often two judges gave which answers to the same items: a row for each answer of the first (the reward models'
/// call, say), a column for each of the second (the person's).
public struct AgreementTable: Hashable, Sendable {
    /// Items by first and second answer; square, from 0.
    public let counts: [[Int]]
    /// All items.
    public let total: Int

    /// - Parameter counts: square, with at least two answers.
    public init(_ counts: [[Int]]) throws(AuditError) {
        guard counts.count >= 2 else { throw .empty(.table) }
        var total = 0
        for row in counts {
            try Check.sameCount(row.count, counts.count, .table)
            for count in row {
                try Check.count(count, .table, within: 0...Check.largestPopulation)
                total += count
            }
        }
        try Check.count(total, .table, within: 0...Check.largestPopulation)
        self.counts = counts
        self.total = total
    }

    /// The table of two lists of answers, numbered from 0 to `answers` - 1.
    ///
    /// - Complexity: O(n).
    public init(_ first: [Int], _ second: [Int], answers: Int) throws(AuditError) {
        try Check.sameCount(first.count, second.count, .answers)
        try Check.count(answers, .answers, within: 2...1000)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: answers), count: answers)
        for (one, other) in zip(first, second) {
            try Check.count(one, .answers, within: 0...(answers - 1))
            try Check.count(other, .answers, within: 0...(answers - 1))
            counts[one][other] += 1
        }
        try self.init(counts)
    }

    /// The number of answers there are.
    public var answers: Int { counts.count }
    /// Items both gave the same answer to.
    public var agreed: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
    /// Items by the first's answer.
    public var firstTotals: [Int] { counts.map { $0.reduce(0, +) } }
    /// Items by the second's answer.
    public var secondTotals: [Int] { counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }

    /// The share of items with the same answer; its interval is `Proportion`'s.
    public func accuracy() throws(AuditError) -> Proportion { try Proportion(agreed, of: total) }

    /// Of the items that the second gave other answers to, those that the first gave this answer: over-flagging, where
    /// the answer is "adversarial"; passing what must not pass, where it is "accepted".
    public func falselyGiven(_ answer: Int) throws(AuditError) -> Proportion {
        try Check.count(answer, .answers, within: 0...(answers - 1))
        let wrong = firstTotals[answer] - counts[answer][answer]
        return try Proportion(wrong, of: total - secondTotals[answer])
    }

    /// Of the items that the first gave this answer, those that the second gave another: what is wrong of a bucket.
    public func overruled(_ answer: Int) throws(AuditError) -> Proportion {
        try Check.count(answer, .answers, within: 0...(answers - 1))
        return try Proportion(firstTotals[answer] - counts[answer][answer], of: firstTotals[answer])
    }

    /// How many more labels the figures need: at least two.
    public var missing: Int { max(0, 2 - total) }
}
