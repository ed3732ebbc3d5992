public import RoundModel

/// One person's word on one item, with all that they and the program knew at that moment. Never changed, only
/// superseded.
public struct Verdict: Hashable, Sendable {
    /// The item's content.
    public var digest: ItemDigest
    /// Where its row stood, to find it again without a search.
    public var place: RowPlace
    /// The reward models' scores.
    public var scores: Scores
    /// The thresholds at that moment.
    public var thresholds: Thresholds
    /// The bucket that the rule gave with them.
    public var bucket: Bucket
    /// What the person said.
    public var answer: Answer
    /// Why, in their words; nil for nothing.
    public var note: String?
    /// Where the item stood for them.
    public var queue: ReviewQueue
    /// The item's place in the estimation queue; nil elsewhere.
    public var draw: Draw?
    /// True where scores, bucket and other people's verdicts were hidden until the verdict was in.
    public var isBlind: Bool
    /// Seconds from the item's appearance to the verdict, by a clock that cannot be set; nil where nobody read it, as in
    /// a bulk verdict.
    public var seconds: Double?

    /// An item's permanent random number, and what it was made with.
    public struct Draw: Hashable, Sendable {
        /// The review's seed.
        public var seed: UInt64
        /// The number, in [0, 1).
        public var number: Double

        public init(seed: UInt64, number: Double) {
            self.seed = seed
            self.number = number
        }
    }

    public init(
        digest: ItemDigest,
        place: RowPlace,
        scores: Scores,
        thresholds: Thresholds,
        bucket: Bucket,
        answer: Answer,
        note: String? = nil,
        queue: ReviewQueue = .list,
        draw: Draw? = nil,
        isBlind: Bool = false,
        seconds: Double? = nil
    ) {
        self.digest = digest
        self.place = place
        self.scores = scores
        self.thresholds = thresholds
        self.bucket = bucket
        self.answer = answer
        self.note = note
        self.queue = queue
        self.draw = draw
        self.isBlind = isBlind
        self.seconds = seconds
    }

    /// What becomes of the item by this verdict alone; nil where the rule stands.
    public var ruling: Ruling? { answer.ruling(on: bucket) }

    /// True for one of many that were given at once: nobody needs to have looked at the item.
    public var isOfManyAtOnce: Bool { queue == .list && seconds == nil }

    /// True for one that was given in a sample.
    ///
    /// - Parameter seed: what the samples of the buckets are drawn with; a certificate may have another.
    public func isOfSample(drawnWith seed: UInt64) -> Bool {
        switch queue {
        case .estimation: true
        case .certificate: draw.map { $0.seed == seed } ?? true
        case .hunt, .list, .settlement, .repetition: false
        }
    }
}
