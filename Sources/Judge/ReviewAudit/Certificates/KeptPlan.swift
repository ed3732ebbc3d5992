public import AuditStatistics
internal import Basics
internal import RoundModel

/// A plan that is fixed: with the sizes that its candidates had then, as the review keeps it.
public struct KeptPlan: Hashable, Sendable {
    /// What is promised, and how it is sought.
    public var plan: CertificationPlan
    /// The sizes of the candidates' sets in the round.
    public var sizes: CandidateSizes
    /// Its number among the review's plans, from 1.
    public var number: Int
    /// Who fixed it; empty before it is kept.
    public var reviewer: String
    /// When, in milliseconds since 1970, for people to read; 0 before it is kept.
    public var time: Int

    public init(_ plan: CertificationPlan, sizes: CandidateSizes, number: Int, reviewer: String = "", time: Int = 0) {
        self.plan = plan
        self.sizes = sizes
        self.number = number
        self.reviewer = reviewer
        self.time = time
    }

    /// The plan's digest in hexadecimal.
    public var hash: String { Hexadecimal.text(plan.digest) }

    /// True where both promise the same of the same items, whoever fixed them.
    public func isSame(as other: KeptPlan?) -> Bool { plan == other?.plan && sizes == other?.sizes }

    /// True where the plan asks for θ help as well.
    public var isPair: Bool { Set(plan.rows.joined().map(\.help)).count > 1 }

    /// True where it tests one pair of thresholds and seeks none.
    public var isPresent: Bool { plan.rows == [[plan.loosest]] }

    /// What it promises of the unsafe responses; nil for a promise about the accepted items.
    public var misses: MissPlan.Target? { plan.misses?.target }

    /// True where its seed follows from the round and nobody chose it; false for a plan of the older kind, which counts
    /// rows and whose result follows the verdicts.
    public var isDerived: Bool { plan.origin != nil }

    /// The largest share of wrong items that may be certified.
    public var alpha: Double { plan.alpha }

    /// The probability with which the certificate may break its promise.
    public var delta: Double { plan.delta }

    /// True where the certificate may be tested at any moment; else once, when all verdicts are there.
    public var isAtAnyTime: Bool { plan.test.isAtAnyTime }

    /// What the sample is drawn with.
    public var seed: UInt64 { plan.seed }

    /// The items that the sample is drawn from.
    public var population: Int { sizes.loosest + sizes.caught }

    /// The verdicts to test by.
    public var sampleSize: Int { plan.sampleSize(sizes) }
}
