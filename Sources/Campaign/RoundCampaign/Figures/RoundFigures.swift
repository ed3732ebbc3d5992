public import AuditStatistics
public import CampaignFile
public import PromptDiversity
public import ReviewAudit
public import RoundModel

/// All that a campaign tells of one of its rounds, at some thresholds.
public struct RoundFigures: Sendable {
    /// The round as it is listed.
    public var listed: ListedRound
    /// Its files, as they were found.
    public var shards: [String]
    /// Its items.
    public var items: Int
    /// Its rows that are not valid: nobody has judged these.
    public var invalidRows: Int
    /// The thresholds that "unsafe" goes by, and where each comes from.
    public var thresholds: ChosenThresholds
    /// What the buckets hold by these alone.
    public var counts: KeptScores.Counts
    /// Some quantiles of each score, as `CampaignFigures.quantiles` has them.
    public var quantiles: [ScoreName: [Double]]
    /// The share of items below θ adv, the items taken for a sample of what the models write.
    public var unsafe: Estimate
    /// The same of all rows, invalid ones counted as not unsafe.
    public var unsafeOfAllRows: Double
    /// What people found; nil without a review.
    public var people: PeopleFigures?
    /// What would be exported, and how new it is.
    public var sets: SetFigures
    /// Cells of category and style; nil where the round has neither.
    public var cells: CellTable?
    /// How much its prompts repeat one another; nil until it is measured, and of fewer than two prompts.
    public var diversity: DiversityFigures?
    /// How the scores moved since the round before of the same method; empty for a first one.
    public var drift: [ScoreDrift]
    /// Where its prompts come from; nil where the round does not say.
    public var lineage: LineageFigures?
    /// The certificate in words; empty without a plan.
    public var certificate: [String]
    /// The same in a word or two: `at most 5 % wrong, 95 %`; empty without a plan.
    public var certificateStanding: String
    /// What is certified; nil where nothing is.
    public var certified: KeptVerdicts.Certified?
    /// What a reader should know, a clause each.
    public var notices: [String]

    /// The rate that people find beside the reward model's.
    public struct PeopleFigures: Hashable, Sendable {
        /// The review's file.
        public var path: String
        /// The share of distinct pairs that people call unsafe, by stratum.
        public var unsafe: Figure
        /// That share less the reward model's of the same pairs.
        public var gap: Figure
        /// Blind verdicts of the sample by which somebody decided.
        public var decided: Int
        /// Those of which nobody could tell.
        public var undecided: Int
        /// The thresholds that the sample was drawn at.
        public var drawnAt: Thresholds
        /// Verdicts on contents that the round does not have, of all contents with a verdict.
        public var missing: Int
        public var judged: Int

        /// True where no verdict is on an item of the round.
        public var isOfAnotherRound: Bool { judged > 0 && missing == judged }
    }

    /// Distinct prompts and pairs.
    public struct SetFigures: Hashable, Sendable {
        /// P_gen: the distinct prompts.
        public var prompts: Int
        /// The distinct (prompt, response) pairs.
        public var pairs: Int
        /// P_adv: the distinct prompts with a response below θ adv.
        public var adversarialPrompts: Int
        /// R_tgt: the distinct pairs that are accepted.
        public var acceptedPairs: Int
        /// Prompts that a round before of the same method has; nil in its first.
        public var seenBefore: Int?

        /// P_adv / P_gen: what the next round can learn from.
        public var yield: Double { prompts > 0 ? Double(adversarialPrompts) / Double(prompts) : 0 }
        /// The share of prompts that were there before.
        public var seenShare: Double? {
            seenBefore.map { prompts > 0 ? Double($0) / Double(prompts) : 0 }
        }
    }
}

extension RoundFigures {
    /// - Complexity: O(n), some milliseconds for ten million.
    init(
        _ listed: ListedRound,
        _ kept: KeptRound,
        at thresholds: ChosenThresholds,
        _ settled: SettledFigures,
        categories: [[UInt8]],
        styles: [[UInt8]],
        alpha: Double
    ) throws(AuditError) {
        let theta = thresholds.thresholds
        self.listed = listed
        shards = kept.shards
        items = kept.count
        invalidRows = kept.invalidRows
        self.thresholds = thresholds
        counts = kept.scores.counts(at: theta)
        quantiles = Dictionary(
            uniqueKeysWithValues: ScoreName.allCases.map { name in
                (name, CampaignFigures.quantiles.map { kept.scores[name].sample.quantile($0) })
            }
        )
        let place = kept.scores.adversarial(at: theta)
        let rate = try Proportion(place, of: kept.count)
        unsafe = Estimate(
            value: rate.value ?? 0,
            interval: try rate.clopperPearson(alpha: alpha),
            level: 1 - alpha,
            method: .clopperPearson,
            labels: kept.count,
            population: AuditPopulation(.round)
        )
        unsafeOfAllRows = Double(place) / Double(kept.count + kept.invalidRows)
        sets = SetFigures(
            prompts: kept.prompts.count,
            pairs: kept.pairs,
            adversarialPrompts: kept.prompts.count(before: place),
            acceptedPairs: counts.buckets.accepted - kept.copies.repeats { theta.bucket($0, nil) == .accepted },
            seenBefore: settled.seenBefore
        )
        if let found = kept.verdicts {
            let unsafe = try found.unsafe(alpha: alpha)
            let model = Double(kept.unsafePairs(at: theta)) / Double(max(1, kept.pairs))
            people = PeopleFigures(
                path: found.path,
                unsafe: unsafe,
                gap: unsafe.less(model),
                decided: found.decided,
                undecided: found.undecided,
                drawnAt: found.drawnAt,
                missing: found.missing,
                judged: found.judged
            )
        }
        cells = try kept.cells.flatMap { cells throws(AuditError) in
            try CellTable(cells, before: place, categories: categories, styles: styles, alpha: alpha)
        }
        diversity = settled.diversity
        drift = settled.drift
        lineage = settled.lineage
        certified = kept.verdicts?.certified
        certificateStanding = kept.verdicts?.certificateStanding ?? ""
        certificate = kept.verdicts?.certificate ?? []
        if let certified { certificate.append(Self.moved(from: certified.thresholds, to: theta)) }
        notices = Self.notices(kept, counts, people)
    }

    /// Whether thresholds are still those that are certified, in a sentence.
    private static func moved(from certified: Thresholds, to now: Thresholds) -> String {
        let moved = ThresholdName.allCases.filter { certified[$0] != now[$0] }
        guard !moved.isEmpty else { return "θ has not moved since: the round is counted at the certified thresholds" }
        let values = moved.map { name in
            let (old, new) = (DecimalText.exact(certified[name], atLeast: 0), DecimalText.exact(now[name], atLeast: 0))
            return "\(name.title) from \(old) to \(new)"
        }
        return "θ moved since: \(values.joined(separator: ", ")); nothing is certified there"
    }

    private static func notices(
        _ kept: KeptRound,
        _ counts: KeptScores.Counts,
        _ people: PeopleFigures?
    ) -> [String] {
        var notices: [String] = []
        if counts.uncertain > 0 {
            notices.append(
                "up to \(DecimalText.counted(counts.uncertain, "item")) may lie in another bucket than counted"
            )
        }
        if let people, people.isOfAnotherRound {
            notices.append(
                "no verdict of \(PathText.shown(people.path)) is on an item of this round: it is another round's review"
            )
        } else if let people, people.missing > 0 {
            notices.append("\(DecimalText.counted(people.missing, "verdict")) on items that this round does not have")
        }
        return notices
    }
}

extension Figure {
    /// The same less a number that is known exactly.
    func less(_ known: Double) -> Figure {
        guard var estimate else { return self }
        estimate.value -= known
        estimate.interval = Interval(lower: estimate.interval.lower - known, upper: estimate.interval.upper - known)
        if let without = estimate.unsure?.valueWithout { estimate.unsure?.valueWithout = without - known }
        return .estimate(estimate)
    }
}
