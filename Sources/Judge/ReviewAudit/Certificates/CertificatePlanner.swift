import AuditStatistics
public import RoundModel
public import Verdicts

/// Makes plans: the candidates are quantiles of the round's scores, and nothing in them depends on a verdict.
public enum CertificatePlanner {
    /// The plan for a wish: the same for the same round, thresholds and series.
    ///
    /// A search has two beginnings that share δ. One is the loosest set alone, which passes where most of all that could be
    /// accepted is right. The other is a sequence from strict to loose: values that the safety score has among the items which
    /// θ adv and θ help let pass, at equal distances in rank, and the present θ safety. For the pair there is such a sequence for
    /// each of some θ help: values of the helpfulness score among the items above θ adv, up to the median, and the present
    /// one. A plan for the present thresholds has these alone.
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
        if let target = wish.misses {
            return try missPlan(wish, target, at: thresholds, in: columns, keys: keys, series: series)
        }
        let scores = CandidateScores(wish, at: thresholds, in: columns)
        guard let loosest = scores.loosest else { throw .nothingAccepted }
        let contents = DistinctContents(columns, keys)
        let size = contents.counts(at: loosest).accepted
        guard size > 0 else { throw .nothingAccepted }
        let labels = wish.labels ?? usualLabels(wish, size)
        let range = CandidateRange(wish, labels: labels, size: size)
        let kept = scores.rows(range) { contents.counts(at: $0).accepted }
        guard !kept.isEmpty else { throw .nothingAccepted }
        let sizes = CandidateSizes(loosest: size, rows: kept.map(\.sizes))
        let origin = try origin(series, columns, keys)
        func plan(labels: Int) throws(CertificateProblem) -> CertificationPlan {
            do throws(AuditError) {
                return try CertificationPlan(
                    alpha: wish.alpha,
                    delta: wish.delta,
                    rows: kept.map(\.thresholds),
                    labels: labels,
                    test: wish.isAtAnyTime ? .atAnyTime : .inSteps,
                    origin: origin
                )
            } catch {
                throw .argument(error)
            }
        }
        let draft = try plan(labels: labels)
        guard let fewest = draft.fewestLabels(sizes) else { throw .nothingAccepted }
        if draft.sampleSize(sizes) >= fewest { return KeptPlan(draft, sizes: sizes, number: series.number) }
        guard wish.labels == nil else {
            let accepted = contents.counts(at: thresholds).accepted
            let alone = wish.isPresent || accepted == 0 ? nil : wish.alone.labels(forMistakes: 0, population: accepted)
            throw .tooFewLabels(planned: labels, needed: fewest, alone: alone.flatMap { $0 < fewest ? $0 : nil })
        }
        return KeptPlan(try plan(labels: fewest), sizes: sizes, number: series.number)
    }

    /// What the next plan is made for: the first sample of the round of which nobody has judged anything, be it elsewhere, once a
    /// plan had named it. A plan that could know its verdicts would show nothing.
    static func origin(
        _ series: CertificateSeries,
        _ columns: ScoreColumns,
        _ keys: ContentKeys
    ) throws(CertificateProblem) -> PlanOrigin {
        let digest = RoundDigest.bytes(columns, keys)
        var draw = 1
        do throws(AuditError) {
            while true {
                let origin = try PlanOrigin(items: columns.count, digest: digest, draw: draw, after: series.after)
                let isRead = series.glimpses.contains { $0.plan.seed == origin.seed && $0.isOfSample(columns, keys) }
                if !isRead, !series.seen.contains(origin.seed) { return origin }
                draw += 1
            }
        } catch {
            throw .argument(error)
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

    /// The verdicts that leave a set of some size room for the mistakes of a wish, or for as many as there can be.
    private static func usualLabels(_ wish: CertificateWish, _ size: Int) -> Int {
        for mistakes in stride(from: min(wish.mistakes, size), through: 0, by: -1) {
            if let labels = wish.labels(forMistakes: mistakes, population: size) { return labels }
        }
        return size
    }
}

extension CertificateSeries.Glimpse {
    /// True where something that was judged is of the plan's sample.
    ///
    /// - Complexity: as drawing it.
    fileprivate func isOfSample(_ columns: ScoreColumns, _ contents: ContentKeys) -> Bool {
        guard let sample = try? CertificateSample(plan, in: columns, keys: contents) else { return false }
        return sample.keys.prefix(sample.planned).contains(where: keys.contains)
    }
}
