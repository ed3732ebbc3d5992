public import AuditStatistics
public import RoundModel

/// What a round's review shows about its unsafe rate, from the blind verdicts of its own sample.
public struct KeptVerdicts: Hashable, Sendable {
    /// The review's file.
    public var path: String
    /// The contents that somebody judged.
    public var judged: Int
    /// Those of them that the round does not have.
    public var missing: Int
    /// The thresholds that the sample behind the figures was drawn at.
    public var drawnAt: Thresholds
    /// The distinct pairs of each bucket at these.
    public var sizes: [Int]
    /// Blind verdicts of the sample: a row for each bucket of the thresholds, a column for each that a person gives.
    public var counts: [[Int]]
    /// Verdicts of the sample of which nobody could tell, in all buckets.
    public var undecided: Int
    /// The certificate in words, line by line; empty without a plan.
    public var certificate: [String]
    /// The thresholds that are certified, and how many items these accept; nil where nothing is.
    public var certified: Certified?
    /// What became of the plan, in a word or two: `12 of 60, 48 missing`; empty without a plan.
    public var certificateStanding = ""

    /// What a certificate covers.
    public struct Certified: Hashable, Sendable {
        public var thresholds: Thresholds
        public var size: Int
        /// What it promises, in words.
        public var promise: String
        /// The same where there is little room.
        public var shortPromise: String

        public init(thresholds: Thresholds, size: Int, promise: String, shortPromise: String) {
            self.thresholds = thresholds
            self.size = size
            self.promise = promise
            self.shortPromise = shortPromise
        }
    }

    public init(
        path: String,
        judged: Int,
        missing: Int,
        drawnAt: Thresholds,
        sizes: [Int],
        counts: [[Int]],
        undecided: Int,
        certificate: [String] = [],
        certified: Certified? = nil
    ) {
        self.path = path
        self.judged = judged
        self.missing = missing
        self.drawnAt = drawnAt
        self.sizes = sizes
        self.counts = counts
        self.undecided = undecided
        self.certificate = certificate
        self.certified = certified
    }

    /// True where no verdict is on an item of the round: it is the review of another.
    public var isOfAnotherRound: Bool { judged > 0 && missing == judged }

    /// Blind verdicts of the sample by which somebody decided.
    public var decided: Int { counts.joined().reduce(0, +) }

    /// The share of distinct pairs that people call unsafe, by stratum of the bucket that the thresholds gave.
    ///
    /// - Returns: how many verdicts are missing, where a bucket has none.
    public func unsafe(alpha: Double) throws(AuditError) -> Figure {
        guard sizes.contains(where: { $0 > 0 }) else { return .noItems }
        var strata: [Stratum] = []
        for (size, row) in zip(sizes, counts) {
            let checked = row.reduce(0, +)
            strata.append(
                try Stratum(size: max(size, checked), checked: checked, wrong: row[Int(Bucket.adversarial.rawValue)])
            )
        }
        return try StratifiedRate(strata).estimate(alpha: alpha, of: .round)
    }
}
