/// Cohen's κ of every two reviewers over the items that both have answered.
public struct PairwiseKappa: Hashable, Sendable {
    /// Two reviewers, the first with the smaller number, and the table of their answers.
    public struct Pair: Hashable, Sendable {
        public let first: Int
        public let second: Int
        public let table: AgreementTable
    }

    /// All pairs, in order of their numbers; one without common items has an empty table.
    public let pairs: [Pair]

    /// - Parameters:
    ///   - reviewers: each one's answers to all items in one order, numbered from 0 to `answers` - 1; nil where there
    ///     is none.
    ///   - answers: how many different answers there are, from 2.
    /// - Complexity: O(reviewers² × items).
    public init(_ reviewers: [[Int?]], answers: Int) throws(AuditError) {
        var pairs: [Pair] = []
        for second in reviewers.indices {
            for first in 0..<second {
                try Check.sameCount(reviewers[first].count, reviewers[second].count, .answers)
                var (one, other): ([Int], [Int]) = ([], [])
                for case (let answer?, let otherAnswer?) in zip(reviewers[first], reviewers[second]) {
                    one.append(answer)
                    other.append(otherAnswer)
                }
                pairs.append(
                    Pair(first: first, second: second, table: try AgreementTable(one, other, answers: answers))
                )
            }
        }
        self.pairs = pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
