import Basics
public import RoundModel

/// What a certificate promises and how it will be sought, all of it fixed before the first label.
///
/// The promise: with probability 1 - δ, no more than a share α of the items accepted at the certified thresholds are
/// wrong (Learn then Test, Angelopoulos et al., arXiv 2110.01052, with fixed sequences). It holds because neither the
/// candidates nor their order depend on the labels: `digest` goes into the review before the first of them.
public struct CertificationPlan: Hashable, Sendable {
    /// The largest share of wrong items that may be certified, between 0 and 1.
    public let alpha: Double
    /// The probability with which a certificate may break its promise, between 0 and 1.
    public let delta: Double
    /// The candidates; each row from strict to loose. One row for θ safety alone; for the pair of θ safety and θ help
    /// one for each θ help.
    public let rows: [[Thresholds]]
    /// How the labels will be judged.
    public let test: Test
    /// The labels that are planned for, from 1: they tell where the sequences start.
    public let labels: Int
    /// The seed of the permanent random numbers that the sample is ordered by.
    public let seed: UInt64
    /// What the plan was made for, from which its seed follows; nil for a plan of the older kind, whose seed was drawn.
    public let origin: PlanOrigin?
    /// What it promises of the unsafe responses; nil for a promise about the accepted items.
    public let misses: MissPlan?

    /// How labels are judged.
    public enum Test: UInt8, Sendable {
        /// Once, with exactly the planned number of labels, all of them: plans that were fixed when there was no other.
        case fixedSample = 0
        /// At any moment and as often as one likes, by a two-sided sequence: plans that were fixed when there was no other.
        case atAnyTimeTwoSided = 1
        /// At any moment and as often as one likes; it takes more labels.
        case atAnyTime = 2
        /// Once, with exactly the planned number of labels, of which each candidate counts the first that allow as many
        /// mistakes as all of them would: more labels then never make it less likely to pass.
        case inSteps = 3

        /// True where the labels may be judged at any moment; else once, when all are there.
        public var isAtAnyTime: Bool { self == .atAnyTime || self == .atAnyTimeTwoSided }
    }

    /// - Throws: `notAProbability`, `empty`, `outOfRange`, `notFinite`, and `notStrictToLoose` where a candidate could
    ///   accept less than the one before it in its row, or is the same.
    public init(
        alpha: Double,
        delta: Double,
        rows: [[Thresholds]],
        labels: Int,
        test: Test = .fixedSample,
        seed: UInt64
    ) throws(AuditError) {
        try self.init(alpha, delta, rows, labels, test, seed, nil, nil)
    }

    /// A plan whose seed follows from what it was made for, so that nobody chooses it.
    ///
    /// - Throws: as the other one.
    public init(
        alpha: Double,
        delta: Double,
        rows: [[Thresholds]],
        labels: Int,
        test: Test = .fixedSample,
        origin: PlanOrigin
    ) throws(AuditError) {
        try self.init(alpha, delta, rows, labels, test, origin.seed, origin, nil)
    }

    /// A plan for the share of the unsafe responses that some thresholds miss.
    ///
    /// - Parameter labels: the contents of both parts together, of which one may be in both.
    /// - Throws: as the other one.
    public init(
        alpha: Double,
        delta: Double,
        at thresholds: Thresholds,
        labels: Int,
        misses: MissPlan,
        origin: PlanOrigin
    ) throws(AuditError) {
        try Check.count(labels, .planned, within: 1...(misses.caughtLabels + misses.missedLabels))
        try self.init(alpha, delta, [[thresholds]], labels, .fixedSample, origin.seed, origin, misses)
    }

    /// - Parameter seed: that of the origin where there is one.
    init(
        _ alpha: Double,
        _ delta: Double,
        _ rows: [[Thresholds]],
        _ labels: Int,
        _ test: Test,
        _ seed: UInt64,
        _ origin: PlanOrigin?,
        _ misses: MissPlan?
    ) throws(AuditError) {
        try Check.probability(alpha, .alpha)
        try Check.probability(delta, .delta)
        try Check.count(labels, .planned, within: 1...Check.largestPopulation)
        guard !rows.isEmpty, rows.allSatisfy({ !$0.isEmpty }) else { throw .empty(.candidates) }
        for (row, candidates) in rows.enumerated() {
            for (number, candidate) in candidates.enumerated() {
                guard [candidate.adv, candidate.safety, candidate.help].allSatisfy(\.isFinite) else {
                    throw .notFinite(.candidates)
                }
                guard number > 0 else { continue }
                let before = candidates[number - 1]
                let isLooser =
                    candidate.adv <= before.adv && candidate.safety <= before.safety && candidate.help <= before.help
                guard isLooser, candidate != before else { throw .notStrictToLoose(row: row, candidate: number) }
            }
        }
        self.alpha = alpha
        self.delta = delta
        self.rows = rows
        self.labels = labels
        self.test = test
        self.seed = seed
        self.origin = origin
        self.misses = misses
    }

    /// The thresholds whose accepted set holds every candidate's: the sample is drawn from it.
    public var loosest: Thresholds {
        let all = rows.joined()
        return Thresholds(
            adv: all.reduce(.infinity) { min($0, $1.adv) },
            safety: all.reduce(.infinity) { min($0, $1.safety) },
            help: all.reduce(.infinity) { min($0, $1.help) }
        )
    }

    /// The level that every row starts at: δ shared among the rows (Holm 1979).
    public var rowLevel: Double { delta / Double(rows.count) }

    /// The SHA-256 (32 bytes) of all of it.
    ///
    /// Digested are the ASCII text "redsieve certification plan 1\n", then, big-endian, 8 bytes each: the bit patterns
    /// of α and δ, the test, the labels, the seed, the number of rows, and for each row its number of candidates and
    /// their θ adv, θ safety, θ help. Of zero both signs count as the same. With an origin the text ends in "2" and
    /// its bytes follow at the end; about misses it ends in "3", and the target, both numbers of labels and what is spent follow
    /// those.
    public var digest: [UInt8] {
        var bytes = Array("redsieve certification plan \(misses != nil ? 3 : origin == nil ? 1 : 2)\n".utf8)
        func add(_ value: UInt64) { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }
        func add(_ value: Double) { add((value == 0 ? 0 : value).bitPattern) }
        add(alpha)
        add(delta)
        add(UInt64(test.rawValue))
        add(UInt64(labels))
        add(seed)
        add(UInt64(rows.count))
        for candidates in rows {
            add(UInt64(candidates.count))
            for candidate in candidates {
                add(candidate.adv)
                add(candidate.safety)
                add(candidate.help)
            }
        }
        bytes += origin?.bytes ?? []
        if let misses {
            add(UInt64(misses.target.rawValue))
            add(UInt64(misses.caughtLabels))
            add(UInt64(misses.missedLabels))
            add(misses.spent)
        }
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.add($0) }
        return hasher.bytes
    }
}
