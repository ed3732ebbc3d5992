public import AuditStatistics
import RoundModel
public import Verdicts

/// How far reviewers agree with one another on the items that several of them have judged blind.
public struct ReviewerAudit: Hashable, Sendable {
    /// Their names, sorted, with how many items each has judged.
    public var answers: [String: Int]
    /// Items that several have judged, however they did.
    public var overlap: Int
    /// Of those, items on which they differ.
    public var contested: Int
    /// Of those, items that nothing has settled.
    public var disputed: Int
    /// Items of which several say something on their own: by first verdicts that were given blind. Agreement is about these.
    public var compared: Int
    /// The first verdicts of all reviewers by what they could know; agreement counts the blind ones alone.
    public var manners: [FirstVerdict.Manner: Int]
    /// Of the blind ones, those of which the reviewer could not tell; agreement does not count them.
    public var unsure: Int
    /// First verdicts that the reviewer changed later; agreement counts what was said first.
    public var changed: Int
    /// Krippendorff's α, nominal.
    public var krippendorff: Figure
    /// Cohen's κ of each pair, by names.
    public var pairs: [Pair]
    /// How far reviewers agree with themselves, by names; those who judged nothing twice are left out.
    public var repeats: [SelfAgreement]

    /// Two reviewers.
    public struct Pair: Hashable, Sendable {
        public var first: String
        public var second: String
        /// Items that both have judged blind.
        public var items: Int
        public var kappa: Figure
    }

    init(_ records: ItemRecords, alpha: Double) throws(AuditError) {
        var answers: [String: Int] = [:]
        var rows: [(digest: ItemDigest, answers: [String: Int])] = []
        var manners: [FirstVerdict.Manner: Int] = [:]
        var (overlap, contested, disputed, unsure, changed) = (0, 0, 0, 0, 0)
        for (digest, said) in records {
            var ruled: Set<String> = []
            for line in said.answers where line.verdict.queue != .settlement {
                answers[line.reviewer, default: 0] += 1
                if line.verdict.ruling != nil { ruled.insert(line.reviewer) }
            }
            if ruled.count > 1 { overlap += 1 }
            if said.isContested { contested += 1 }
            if said.ruling == .disputed { disputed += 1 }
            var given: [String: Int] = [:]
            for first in said.firstVerdicts {
                manners[first.manner, default: 0] += 1
                if first.isChanged { changed += 1 }
                guard first.manner == .blind else { continue }
                if let code = Self.code(first.line.verdict.ruling) {
                    given[first.line.reviewer] = code
                } else {
                    unsure += 1
                }
            }
            if given.count > 1 { rows.append((digest, given)) }
        }
        rows.sort { $0.digest < $1.digest }
        self.answers = answers
        self.overlap = overlap
        self.contested = contested
        self.disputed = disputed
        compared = rows.count
        self.manners = manners
        self.unsure = unsure
        self.changed = changed
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
        repeats = try SelfAgreement.all(records, alpha: alpha)
    }

    private static func code(_ ruling: Ruling?) -> Int? {
        switch ruling {
        case .bucket(let bucket): Int(bucket.rawValue)
        case .safe: 3
        case .disputed, nil: nil
        }
    }
}
