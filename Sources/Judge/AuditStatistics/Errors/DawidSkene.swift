/// What several reviewers' answers say of each item and of the reviewers, where nobody knows the truth: each reviewer gives
/// each answer to items of each kind with a probability of their own, one without regard to the others (Dawid and Skene 1979,
/// "Maximum likelihood estimation of observer error-rates using the EM algorithm").
///
/// Three reviewers or more are needed to tell who errs. It begins with the share of answers of each kind, and goes on until the
/// likelihood no longer grows.
public struct DawidSkene: Hashable, Sendable {
    /// One answer.
    public struct Answer: Hashable, Sendable {
        /// The item's number, from 0.
        public let item: Int
        /// The reviewer's number, from 0.
        public let reviewer: Int
        /// What they said, from 0.
        public let kind: Int

        public init(item: Int, reviewer: Int, kind: Int) {
            self.item = item
            self.reviewer = reviewer
            self.kind = kind
        }
    }

    /// The probability of each kind, item by item.
    public private(set) var kinds: [[Double]]
    /// The share of each kind among the items.
    public private(set) var shares: [Double]
    /// For each reviewer and each true kind the probability of each answer.
    public private(set) var errors: [[[Double]]]
    /// The logarithm of the likelihood.
    public private(set) var logLikelihood: Double

    /// - Parameters:
    ///   - items: how many there are; each with an answer.
    ///   - reviewers: how many there are, from 1.
    ///   - kinds: how many answers there are, from 2.
    /// - Throws: `outOfRange` for a number that is none; `empty` for an item without an answer.
    /// - Complexity: O(rounds × answers × kinds), at most 2,000 rounds.
    public init(_ answers: [Answer], items: Int, reviewers: Int, kinds count: Int) throws(AuditError) {
        try Check.count(items, .checked, within: 1...Check.largestPopulation)
        try Check.count(reviewers, .reviewers, within: 1...1_000_000)
        try Check.count(count, .answers, within: 2...1000)
        var kinds = [[Double]](repeating: [Double](repeating: 0, count: count), count: items)
        for answer in answers {
            try Check.count(answer.item, .checked, within: 0...(items - 1))
            try Check.count(answer.reviewer, .reviewers, within: 0...(reviewers - 1))
            try Check.count(answer.kind, .answers, within: 0...(count - 1))
            kinds[answer.item][answer.kind] += 1
        }
        for item in kinds.indices {
            let sum = kinds[item].reduce(0, +)
            guard sum > 0 else { throw .empty(.answers) }
            kinds[item] = kinds[item].map { $0 / sum }
        }
        self.kinds = kinds
        shares = []
        errors = []
        logLikelihood = -.infinity
        for _ in 0..<2_000 {
            maximise(answers, reviewers, count)
            let before = logLikelihood
            expect(answers)
            if logLikelihood - before < 1e-12 * abs(logLikelihood) { break }
        }
    }

    /// The likeliest shares and errors of the present kinds.
    private mutating func maximise(_ answers: [Answer], _ reviewers: Int, _ count: Int) {
        shares = (0..<count).map { kind in kinds.reduce(0) { $0 + $1[kind] } / Double(kinds.count) }
        let none = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        errors = [[[Double]]](repeating: none, count: reviewers)
        for answer in answers {
            for kind in 0..<count { errors[answer.reviewer][kind][answer.kind] += kinds[answer.item][kind] }
        }
        for reviewer in errors.indices {
            for kind in 0..<count {
                // What was never seen stays possible, or an item of that kind would have no kind at all.
                let row = errors[reviewer][kind].map { max($0, 1e-10) }
                let sum = row.reduce(0, +)
                errors[reviewer][kind] = row.map { $0 / sum }
            }
        }
    }

    /// The kinds that the present shares and errors make likely.
    private mutating func expect(_ answers: [Answer]) {
        let start = shares.map { $0 > 0 ? Numerics.log($0) : -745 }
        var logs = [[Double]](repeating: start, count: kinds.count)
        for answer in answers {
            for kind in start.indices {
                logs[answer.item][kind] += Numerics.log(errors[answer.reviewer][kind][answer.kind])
            }
        }
        logLikelihood = 0
        for item in logs.indices {
            let most = logs[item].max() ?? 0
            let parts = logs[item].map { Numerics.exp($0 - most) }
            let sum = parts.reduce(0, +)
            logLikelihood += most + Numerics.log(sum)
            kinds[item] = parts.map { $0 / sum }
        }
    }
}
