public import DensityPlot
public import ItemFilter
public import ReviewAudit
public import RoundModel

/// What a report tells, as values: it is made from these alone.
public struct ReportContents: Sendable {
    /// Name, shards, fields and invalid rows.
    public var load: LoadReport
    /// What was counted: buckets, ties, and flows where `hasBaseline` is true.
    public var tally: Tally
    /// Whether there is something that flows are counted against.
    public var hasBaseline: Bool
    /// Where the thresholds come from, in a few words.
    public var origin: String
    /// The distribution of each score; none without items.
    public var scores: [ScoreName: ScoreSummary]
    /// The density of the items; nil without items.
    public var grid: DensityGrid?
    /// How the items are spread along each score; none without items.
    public var histograms: [ScoreHistogram] = []
    /// How many items each threshold would give its bucket; none without items.
    public var moves: [ThresholdCounts] = []
    /// Counts that stand for themselves, such as distinct prompts.
    public var facts: [Fact]
    /// Fields with few values, and how many items of each bucket have each.
    public var facets: [Facet] = []
    /// The buckets as verdicts have them, and how many items they put elsewhere than the rule; nil without verdicts.
    public var judged: Judged?
    /// Who judged; nil without a review.
    public var reviewers: Reviewers?
    /// How much of each bucket is wrong, of those that were checked.
    public var rates: [Rate] = []
    /// The same by kinds of items.
    public var kinds: [KindRates] = []
    /// How far calls and people agree.
    public var agreement = Agreement()
    /// All that the verdicts show, figure by figure with their methods; empty without a review.
    public var audit: [AuditLine]
    /// What each threshold would make of its set; empty without a review.
    public var sweeps: [ThresholdSweep] = []
    /// How well each score tells what it is there to tell; empty without a review.
    public var curves: [ScoreCurve] = []
    /// What the values of each score mean; empty without a review.
    public var diagrams: [ScoreReliability] = []
    /// The plan and what its labels certify; empty where there is none.
    public var certificate: [String]
    /// The SHA-256 of the round's bytes, hexadecimal.
    public var digest: String
    /// The day on which it is made; empty for none.
    public var made = ""
    /// The program that makes the report, with its version.
    public var program: String

    /// A label and what it says.
    public struct Fact: Hashable, Sendable {
        /// What it speaks of.
        public var label: String
        /// What it says.
        public var text: String

        public init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// A field with few values.
    public struct Facet: Hashable, Sendable {
        /// The field's name or path.
        public var field: String
        /// Its values in the order of `FacetValue.sorted`, with the items of each by bucket, by the rule alone.
        public var values: [FacetValue]

        public init(field: String, values: [FacetValue]) {
            self.field = field
            self.values = values
        }
    }

    /// Buckets where a verdict outranks the rule for its item.
    public struct Judged: Hashable, Sendable {
        /// Items by bucket.
        public var counts: BucketCounts
        /// Items with a ruling, copies among them.
        public var items: Int
        /// Those of them that are elsewhere than the rule has them.
        public var moved: Int

        public init(counts: BucketCounts, items: Int, moved: Int) {
            self.counts = counts
            self.items = items
            self.moved = moved
        }
    }

    /// The values of a field that a report lists at most; the others it puts together.
    public static let mostValues = 12

    public init(
        load: LoadReport,
        tally: Tally,
        hasBaseline: Bool = false,
        origin: String = "",
        scores: [ScoreName: ScoreSummary] = [:],
        grid: DensityGrid? = nil,
        facts: [Fact] = [],
        audit: [AuditLine] = [],
        certificate: [String] = [],
        digest: String = "",
        program: String = "redsieve"
    ) {
        self.load = load
        self.tally = tally
        self.hasBaseline = hasBaseline
        self.origin = origin
        self.scores = scores
        self.grid = grid
        self.facts = facts
        self.audit = audit
        self.certificate = certificate
        self.digest = digest
        self.program = program
    }

    /// The dots of a report's plot, across and up.
    public static let dots = (columns: 120, rows: 80)

    /// The bars of a histogram, and the steps of a threshold that is moved.
    public static let bars = 60, steps = 200

    /// The invalid rows that a report lists at most.
    public static let mostInvalidRows = 200
}
