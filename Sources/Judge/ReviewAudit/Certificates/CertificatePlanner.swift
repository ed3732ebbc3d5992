import AuditStatistics
public import RoundModel
public import Verdicts

/// Makes plans: the candidates are quantiles of the round's scores, and nothing in them depends on a verdict.
public enum CertificatePlanner {
    /// The plan for a wish: the same for the same round, thresholds and series.
    ///
    /// The candidates of θ safety are values that the safety score has among the items which θ adv and θ help let pass, at
    /// equal distances in rank, from the lowest on and as far up as the verdicts reach. For the pair, those of θ help are
    /// values of the helpfulness score among the items above θ adv, up to the median. A plan for the present thresholds
    /// has these alone.
    /// - Parameters:
    ///   - thresholds: θ adv, and for θ safety alone θ help, are taken from them.
    ///   - keys: those of the same columns.
    ///   - series: what plan it comes after, and which samples it may not have.
    /// - Throws: why there can be no such plan.
    /// - Complexity: O(n log n + n × candidates), shared among the cores but for the sort and a digest; 8 bytes an item,
    ///   and some for each copy.
    public static func plan(
        _ wish: CertificateWish,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        series: CertificateSeries
    ) throws(CertificateProblem) -> KeptPlan {
        guard keys.count == columns.count else { throw .noContents }
        do throws(AuditError) {
            // What cannot be is told before anything is counted.
            _ = try AcceptancePlan(alpha: wish.alpha, delta: wish.delta)
        } catch {
            throw .argument(error)
        }
        let scores = Scoring(wish, at: thresholds, in: columns)
        guard let loosest = scores.loosest else { throw .nothingAccepted }
        let contents = DistinctContents(columns, keys)
        let size = contents.counts(at: loosest).accepted
        guard size > 0 else { throw .nothingAccepted }
        let labels = wish.labels ?? usualLabels(wish, size)
        var kept: [(thresholds: [Thresholds], sizes: [Int])] = []
        for row in scores.rows(upTo: range(wish, labels: labels, size)) {
            let sizes = row.map { contents.counts(at: $0).accepted }
            let filled = row.indices.filter { sizes[$0] > 0 }
            if !filled.isEmpty { kept.append((filled.map { row[$0] }, filled.map { sizes[$0] })) }
        }
        guard !kept.isEmpty else { throw .nothingAccepted }
        let sizes = CandidateSizes(loosest: size, rows: kept.map(\.sizes))
        let origin: PlanOrigin
        do throws(AuditError) {
            origin = try self.origin(series, columns, keys)
        } catch {
            throw .argument(error)
        }
        func plan(labels: Int) throws(CertificateProblem) -> CertificationPlan {
            do throws(AuditError) {
                return try CertificationPlan(
                    alpha: wish.alpha,
                    delta: wish.delta,
                    rows: kept.map(\.thresholds),
                    labels: labels,
                    test: wish.isAtAnyTime ? .atAnyTime : .fixedSample,
                    origin: origin
                )
            } catch {
                throw .argument(error)
            }
        }
        let draft = try plan(labels: labels)
        guard let fewest = draft.fewestLabels(sizes) else { throw .nothingAccepted }
        if draft.sampleSize(sizes) >= fewest { return KeptPlan(draft, sizes: sizes, number: series.number) }
        guard wish.labels == nil else { throw .tooFewLabels(planned: labels, needed: fewest) }
        return KeptPlan(try plan(labels: fewest), sizes: sizes, number: series.number)
    }

    /// What the next plan is made for: the first sample of the round of which nobody has judged anything. A plan that could
    /// know its verdicts would show nothing.
    private static func origin(
        _ series: CertificateSeries,
        _ columns: ScoreColumns,
        _ keys: ContentKeys
    ) throws(AuditError) -> PlanOrigin {
        let digest = RoundDigest.bytes(columns, keys)
        var draw = 1
        while true {
            let origin = try PlanOrigin(items: columns.count, digest: digest, draw: draw, after: series.after)
            if !series.seen.contains(origin.seed) { return origin }
            draw += 1
        }
    }

    /// True where something was said about an item of a plan's sample, whether or not it still holds.
    ///
    /// - Complexity: O(verdicts).
    public static func hasLabels(_ plan: KeptPlan, in record: ReviewRecord) -> Bool {
        record.items.values.contains { item in
            item.lines.contains { $0.verdict.draw?.seed == plan.plan.seed }
        }
    }

    /// The items that some thresholds accept, copies among them: what plans of the older kind count.
    ///
    /// - Complexity: O(n), shared among the cores.
    static func rows(at thresholds: Thresholds, in columns: ScoreColumns) -> Int {
        Population(columns).tally(thresholds, baseline: thresholds).counts.accepted
    }

    private static func level(_ wish: CertificateWish) -> Double {
        wish.delta / Double(wish.isPair ? CertificateWish.helpCandidates : 1)
    }

    /// The verdicts that leave a set of some size room for the mistakes of a wish, or for as many as there can be.
    private static func usualLabels(_ wish: CertificateWish, _ size: Int) -> Int {
        for mistakes in stride(from: min(wish.mistakes, size), through: 0, by: -1) {
            if let labels = labels(wish, mistakes, size) { return labels }
        }
        return size
    }

    private static func labels(_ wish: CertificateWish, _ mistakes: Int, _ size: Int) -> Int? {
        let plan = try? AcceptancePlan(alpha: wish.alpha, delta: level(wish), isWatched: wish.isAtAnyTime)
        guard let plan else { return nil }
        return (try? plan.labels(wrong: min(mistakes, size), population: size)) ?? nil
    }

    /// How far up in rank the candidates go.
    ///
    /// A sequence begins with the strictest set that the verdicts could certify at all, and the first failure ends it. So
    /// that one mistake there does not, the strictest candidate still gets verdicts for one, where there are enough.
    private static func range(_ wish: CertificateWish, labels planned: Int, _ size: Int) -> Double {
        if wish.isAtAnyTime { return 0.5 }
        let labels = min(planned, size)
        let mistakes = (self.labels(wish, 2, size) ?? .max) <= labels ? 1 : 0
        guard let needed = self.labels(wish, mistakes, size), labels > 0 else { return 0 }
        return max(0, 1 - Double(needed) / Double(labels))
    }
}

/// The scores that candidates are chosen among.
private struct Scoring {
    let wish: CertificateWish
    let thresholds: Thresholds
    /// Ascending: those of the items that θ adv and the loosest θ help let pass.
    var safeties: [Double]
    /// Ascending: those of the items above θ adv; the present θ help alone where it is not sought.
    var helps: [Double]

    init(_ wish: CertificateWish, at thresholds: Thresholds, in columns: ScoreColumns) {
        self.wish = wish
        self.thresholds = thresholds
        helps = [thresholds.help]
        if wish.isPresent {
            safeties = [thresholds.safety]
            return
        }
        if wish.isPair { helps = Self.values(of: .helpfulness, above: -.infinity, adv: thresholds.adv, in: columns) }
        safeties = helps.first.map { Self.values(of: .safety, above: $0, adv: thresholds.adv, in: columns) } ?? []
    }

    /// What accepts all that any candidate does; nil where there is none.
    var loosest: Thresholds? {
        guard let safety = safeties.first, let help = helps.first else { return nil }
        return Thresholds(adv: thresholds.adv, safety: safety, help: help)
    }

    /// - Parameter range: the share of the ranks that candidates of θ safety are spread over, 0 to 1.
    func rows(upTo range: Double) -> [[Thresholds]] {
        let count = max(1, min(wish.candidates, CertificateWish.mostCandidates))
        let values = Self.spread(safeties, count, upTo: range)
        guard wish.isPair, !wish.isPresent else {
            return [CandidateGrid.row(of: .safety, values: values, keeping: thresholds)]
        }
        // A stricter θ help would leave its sets too few verdicts.
        let all = Self.spread(helps, CertificateWish.helpCandidates, upTo: 0.5)
        return CandidateGrid.rows(safety: values, help: all, adv: thresholds.adv)
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
    private static func spread(_ sorted: [Double], _ count: Int, upTo range: Double) -> [Double] {
        let end = Double(sorted.count) * range
        return (0..<count).map { sorted[min(sorted.count - 1, Int(end * Double($0) / Double(count)))] }
    }
}
