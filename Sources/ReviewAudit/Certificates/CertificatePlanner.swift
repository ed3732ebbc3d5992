import AuditStatistics
public import RoundModel
public import Verdicts

/// Makes plans: the candidates are quantiles of the round's scores, and nothing in them depends on a label.
public enum CertificatePlanner {
    /// The plan for a wish: the same for the same round, thresholds and seed.
    ///
    /// The candidates of θ safety are values that the safety score has among the items which θ adv and θ help let pass, at
    /// equal distances in rank, from the lowest on. For the pair, those of θ help are values of the helpfulness score
    /// among the items above θ adv, likewise.
    /// - Parameters:
    ///   - thresholds: θ adv, and for θ safety alone θ help, are taken from them.
    ///   - seed: what the sample is drawn with.
    ///   - number: the plan's number among the review's.
    /// - Throws: why there can be no such plan.
    /// - Complexity: O(n log n + n × candidates), shared among the cores but for the sort; 8 bytes an item.
    public static func plan(
        _ wish: CertificateWish,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        seed: UInt64,
        number: Int
    ) throws(CertificateProblem) -> KeptPlan {
        do throws(AuditError) {
            // What cannot be is told before anything is counted.
            _ = try AcceptancePlan(alpha: wish.alpha, delta: wish.delta)
        } catch {
            throw .argument(error)
        }
        let rows = rows(wish, at: thresholds, in: columns)
        var kept: [(thresholds: [Thresholds], sizes: [Int])] = []
        for row in rows {
            let sizes = row.map { size(at: $0, in: columns) }
            let filled = row.indices.filter { sizes[$0] > 0 }
            if !filled.isEmpty { kept.append((filled.map { row[$0] }, filled.map { sizes[$0] })) }
        }
        guard !kept.isEmpty else { throw .nothingAccepted }
        func plan(labels: Int) throws(CertificateProblem) -> CertificationPlan {
            do throws(AuditError) {
                return try CertificationPlan(
                    alpha: wish.alpha,
                    delta: wish.delta,
                    rows: kept.map(\.thresholds),
                    labels: labels,
                    test: wish.isAtAnyTime ? .atAnyTime : .fixedSample,
                    seed: seed
                )
            } catch {
                throw .argument(error)
            }
        }
        let draft = try plan(labels: wish.labels ?? 1)
        let sizes = CandidateSizes(loosest: size(at: draft.loosest, in: columns), rows: kept.map(\.sizes))
        guard let fewest = draft.fewestLabels(sizes) else { throw .nothingAccepted }
        if let labels = wish.labels {
            if draft.sampleSize(sizes) < fewest { throw .tooFewLabels(planned: labels, needed: fewest) }
            return KeptPlan(draft, sizes: sizes, number: number)
        }
        let labels = max(fewest, min(usualLabels(wish, draft, sizes), sizes.loosest))
        return KeptPlan(try plan(labels: labels), sizes: sizes, number: number)
    }

    /// What a new plan's sample is drawn with: the review's seed, so that both kinds of samples share their labels, unless
    /// something drawn with it was judged before. A plan that could know its labels would prove nothing.
    ///
    /// - Complexity: O(verdicts).
    public static func seed(for record: ReviewRecord, reviewSeed: UInt64) -> UInt64 {
        var used: Set<UInt64> = []
        for item in record.items.values {
            for line in item.lines {
                switch line.verdict.queue {
                case .estimation, .certificate: used.insert(line.verdict.draw?.seed ?? reviewSeed)
                case .hunt, .list, .settlement: break
                }
            }
        }
        var seed = reviewSeed
        var attempt = 0
        while used.contains(seed) {
            attempt += 1
            seed = PermanentRandomNumber(id: Array("certification plan \(attempt)".utf8), seed: reviewSeed).bits
        }
        return seed
    }

    /// True where something was said about an item of a plan's sample, whether or not it still holds.
    ///
    /// - Complexity: O(verdicts).
    public static func hasLabels(_ plan: KeptPlan, in record: ReviewRecord) -> Bool {
        record.items.values.contains { item in
            item.lines.contains { $0.verdict.draw?.seed == plan.plan.seed }
        }
    }

    /// The items that some thresholds accept.
    ///
    /// - Complexity: O(n), shared among the cores.
    static func size(at thresholds: Thresholds, in columns: ScoreColumns) -> Int {
        Population(columns).tally(thresholds, baseline: thresholds).counts.accepted
    }

    private static func usualLabels(_ wish: CertificateWish, _ plan: CertificationPlan, _ sizes: CandidateSizes) -> Int
    {
        let acceptance = try? AcceptancePlan(alpha: wish.alpha, delta: plan.rowLevel)
        for mistakes in stride(from: min(CertificateWish.usualMistakes, sizes.loosest), through: 0, by: -1) {
            if let labels = try? acceptance?.labels(wrong: mistakes, population: sizes.loosest) { return labels }
        }
        return sizes.loosest
    }

    private static func rows(
        _ wish: CertificateWish,
        at thresholds: Thresholds,
        in columns: ScoreColumns
    ) -> [[Thresholds]] {
        let count = max(1, min(wish.candidates, CertificateWish.mostCandidates))
        guard wish.isPair else {
            let values = values(of: .safety, above: thresholds.help, adv: thresholds.adv, in: columns)
            let row = CandidateGrid.row(of: .safety, values: spread(values, count), keeping: thresholds)
            return row.isEmpty ? [] : [row]
        }
        let helps = spread(
            values(of: .helpfulness, above: -.infinity, adv: thresholds.adv, in: columns),
            CertificateWish.helpCandidates
        )
        guard let loosest = helps.min() else { return [] }
        let safeties = spread(values(of: .safety, above: loosest, adv: thresholds.adv, in: columns), count)
        return safeties.isEmpty ? [] : CandidateGrid.rows(safety: safeties, help: helps, adv: thresholds.adv)
    }

    /// A score of the items that lie above a θ help and not below θ adv, ascending.
    private static func values(
        of score: ScoreName,
        above help: Double,
        adv: Double,
        in columns: ScoreColumns
    ) -> [Double] {
        var values = ParallelScan.run(over: columns) { blocks in
            var run: [Double] = []
            Population(columns).forEachItem(inBlocks: blocks) { _, safety, helpfulness in
                if safety >= adv, helpfulness > help { run.append(score == .safety ? safety : helpfulness) }
            }
            return run
        }.flatMap { $0 }
        values.sort()
        return values
    }

    /// Values at equal distances in rank, the lowest among them.
    private static func spread(_ sorted: [Double], _ count: Int) -> [Double] {
        guard !sorted.isEmpty else { return [] }
        return (0..<count).map { sorted[$0 * sorted.count / count] }
    }
}
