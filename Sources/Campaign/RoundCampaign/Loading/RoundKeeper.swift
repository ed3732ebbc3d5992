internal import AuditStatistics
public import Basics
internal import ReviewAudit
public import RoundFiles
public import RoundModel
public import Verdicts

/// Reads one round of a campaign and keeps what stays of it.
public struct RoundKeeper: Sendable {
    /// What a round's review is, as its file has it.
    public struct Review: Sendable {
        public var record: ReviewRecord
        public var seed: UInt64
        public var path: String

        public init(record: ReviewRecord, seed: UInt64, path: String) {
            self.record = record
            self.seed = seed
            self.path = path
        }
    }

    /// How to read the round.
    public var request: RoundRequest
    /// Its review; nil for none.
    public var review: Review?
    /// What names its thresholds.
    public var sources: ThresholdSources
    /// The prompts that diversity is measured on, at most.
    public var prompts: Int
    /// The probability that an interval misses.
    public var alpha: Double

    public init(
        _ request: RoundRequest,
        review: Review?,
        sources: ThresholdSources,
        prompts: Int = 500,
        alpha: Double = 0.05
    ) {
        self.request = request
        self.review = review
        self.sources = sources
        self.prompts = prompts
        self.alpha = alpha
    }

    /// Reads the round and forgets its rows. Blocks until then.
    ///
    /// - Parameter onProgress: gets how far reading is, 0 to 1, and nil where nobody knows.
    /// - Throws: why the round, or its review in it, cannot be used.
    /// - Complexity: O(bytes), and O(n log n).
    public func keep(
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
    ) throws(RoundFilesError) -> KeptRound {
        let traits = RowTraits(sample: prompts)
        var request = self.request
        // Nothing is read twice, but for the verdicts of a review.
        request.keepsTexts = review != nil
        let round = try RoundLoader.load(request, cancellation: cancellation, observer: traits) {
            onProgress($0.progress)
        }
        try MemoryRoom.require(round.columns.count * Self.memory)
        let taken = traits.take()
        guard taken.isWhole, taken.columns.prompts.count == round.columns.count else {
            throw .changed(path: round.report.shards.first ?? "", change: .written)
        }
        try cancellation.check()
        let needsScores = !sources.known.isComplete
        let chosen = sources.choose(
            safety: needsScores ? round.columns.summary(of: .safety) : nil,
            helpfulness: needsScores ? round.columns.summary(of: .helpfulness) : nil,
            in: round.columns
        )
        let verdicts = try review.map { review throws(RoundFilesError) in
            try KeptVerdicts(
                review,
                keys: ContentKeys(taken.columns.pairs),
                in: round,
                at: chosen.thresholds,
                alpha: alpha,
                cancellation
            )
        }
        do throws(AuditError) {
            let reduced = try ReducedTraits(taken, of: round.columns, at: chosen.thresholds)
            return KeptRound(round.report, thresholds: chosen, reduced, verdicts: verdicts)
        } catch {
            throw .empty(path: round.report.shards.first ?? "")
        }
    }

    /// Bytes an item that bringing it into shape takes at most.
    private static let memory = 72
}
