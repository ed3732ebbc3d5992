public import AuditStatistics
import RoundModel
import Verdicts

/// How far reviewers agree with one another on the items that several of them have judged.
public struct ReviewerAudit: Hashable, Sendable {
    /// Their names, sorted, with how many items each has judged.
    public var answers: [String: Int]
    /// Items that several have judged.
    public var overlap: Int
    /// Of those, items on which they differ.
    public var contested: Int
    /// Of those, items that nothing has settled.
    public var disputed: Int
    /// Krippendorff's α, nominal.
    public var krippendorff: Figure
    /// Cohen's κ of each pair, by names.
    public var pairs: [Pair]

    /// Two reviewers.
    public struct Pair: Hashable, Sendable {
        public var first: String
        public var second: String
        /// Items that both have judged.
        public var items: Int
        public var kappa: Figure
    }

    init(_ records: ItemRecords, alpha: Double) throws(AuditError) {
        var answers: [String: Int] = [:]
        var rows: [(digest: ItemDigest, answers: [String: Int])] = []
        var contested = 0
        var disputed = 0
        for (digest, said) in records {
            var given: [String: Int] = [:]
            for line in said.answers where line.verdict.queue != .settlement {
                answers[line.reviewer, default: 0] += 1
                if let code = Self.code(line.verdict.ruling) { given[line.reviewer] = code }
            }
            if given.count > 1 { rows.append((digest, given)) }
            if said.isContested { contested += 1 }
            if said.ruling == .disputed { disputed += 1 }
        }
        rows.sort { $0.digest < $1.digest }
        self.answers = answers
        overlap = rows.count
        self.contested = contested
        self.disputed = disputed
        let names = answers.keys.sorted()
        if rows.count < 2 || names.count < 2 {
            krippendorff = names.count < 2 ? .noItems : .missing(labels: 2 - rows.count)
        } else {
            let items = rows.map { row in names.compactMap { row.answers[$0].map(Double.init) } }
            krippendorff = try KrippendorffAlpha.estimate(items, alpha: alpha)
        }
        let table = try PairwiseKappa(names.map { name in rows.map { $0.answers[name] } }, answers: 4)
        var pairs: [Pair] = []
        for pair in table.pairs {
            let population = AuditPopulation(.overlap, size: pair.table.total)
            let kappa = try pair.table.kappaEstimate(alpha: alpha, of: population)
            pairs.append(
                Pair(first: names[pair.first], second: names[pair.second], items: pair.table.total, kappa: kappa)
            )
        }
        self.pairs = pairs
    }

    private static func code(_ ruling: Ruling?) -> Int? {
        switch ruling {
        case .bucket(let bucket): Int(bucket.rawValue)
        case .safe: 3
        case .disputed, nil: nil
        }
    }
}
