public import AuditStatistics
public import RoundModel

/// How far a score that was added to some items agrees with the safety reward model, and with people.
///
/// Both scores are asked the same: is the item adversarial? People answered it blind, in samples of the buckets.
public struct SecondOpinion: Hashable, Sendable {
    /// Below it the added score calls an item adversarial.
    public var line: Double
    /// The distinct contents that have the score.
    public var items: Int
    /// Of these, by the rule (adversarial or not, down) and by the added score (across).
    public var counts: [[Int]]
    /// Cohen's κ of the two, over all of them; nil where both say one and the same of all.
    public var kappaWithRule: Double?
    /// Blind verdicts on such items.
    public var labels: Int
    /// Cohen's κ of the added score and people, over all of them.
    public var kappa: Figure
    /// That of the rule and people, over the same items.
    public var ruleKappa: Figure
    /// How well the added score tells safe from unsafe, over the same items.
    public var area: Figure
    /// How well the safety score does.
    public var safetyArea: Figure
}

extension AuditSource {
    /// What a score that some items have is worth beside the reward model and people.
    ///
    /// - Parameters:
    ///   - values: of the items that have the score; finite.
    ///   - line: below it an item is adversarial.
    ///   - alpha: the probability that an interval misses.
    /// - Returns: nil where no item has the score.
    /// - Complexity: O(values + verdicts).
    public func opinion(
        _ values: [UInt32: Double],
        line: Double,
        at thresholds: Thresholds,
        alpha: Double = 0.05
    ) throws(AuditError) -> SecondOpinion? {
        let labels = labels(at: thresholds)
        // By bucket, and by what the added score says.
        var contents = [[Set<UInt64>]](repeating: [[], []], count: Bucket.allCases.count)
        for (item, value) in values {
            guard let bucket = labels.bucket(of: item, at: thresholds), let key = keys[Int(item)] else { continue }
            contents[Int(bucket.rawValue)][value < line ? 0 : 1].insert(key)
        }
        let sizes = contents.map { $0.map(\.count) }
        guard sizes.joined().contains(where: { $0 > 0 }) else { return nil }
        var said = sizes.map { $0.map { _ in (yes: 0, no: 0) } }
        var scored: [(added: StratifiedScores.Label, safety: StratifiedScores.Label)] = []
        for bucket in Bucket.allCases {
            for label in labels.labels(of: bucket) {
                guard case .ruling(let ruling) = label.saidBlind, let item = label.item, let value = values[item] else {
                    continue
                }
                let (row, column) = (Int(bucket.rawValue), value < line ? 0 : 1)
                let isUnsafe = ruling == .bucket(.adversarial)
                guard said[row][column].yes + said[row][column].no < sizes[row][column] else { continue }
                if isUnsafe { said[row][column].yes += 1 } else { said[row][column].no += 1 }
                func answer(_ score: Double) -> StratifiedScores.Label {
                    .init(score: score, stratum: 2 * row + column, answer: isUnsafe ? .negative : .positive)
                }
                scored.append((answer(value), answer(label.scores.safety)))
            }
        }
        func strata(_ answer: (Int, Int) -> Bool) -> [PostStratifiedAgreement.Stratum] {
            sizes.indices.flatMap { row in
                (0..<2).map { column in
                    .init(
                        size: sizes[row][column],
                        answer: answer(row, column),
                        yes: said[row][column].yes,
                        no: said[row][column].no
                    )
                }
            }
        }
        let adversarial = Int(Bucket.adversarial.rawValue)
        let all = sizes.joined().reduce(0, +)
        let population = AuditPopulation(.round, size: all)
        let other = sizes.indices.filter { $0 != adversarial }
        let counts = [sizes[adversarial], (0..<2).map { column in other.reduce(0) { $0 + sizes[$1][column] } }]
        let flat = Array(sizes.joined())
        return SecondOpinion(
            line: line,
            items: all,
            counts: counts,
            kappaWithRule: try AgreementTable(counts).kappa,
            labels: scored.count,
            kappa: try PostStratifiedAgreement(strata { _, column in column == 0 }).kappa(alpha: alpha, of: population),
            ruleKappa: try PostStratifiedAgreement(strata { row, _ in row == adversarial })
                .kappa(alpha: alpha, of: population),
            area: try StratifiedScores(sizes: flat, labels: scored.map(\.added)).area(alpha: alpha, of: population),
            safetyArea: try StratifiedScores(sizes: flat, labels: scored.map(\.safety)).area(
                alpha: alpha,
                of: population
            )
        )
    }
}
