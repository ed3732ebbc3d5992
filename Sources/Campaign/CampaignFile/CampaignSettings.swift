public import RoundModel

/// Which rounds belong to a campaign, and what is asked of them.
public struct CampaignSettings: Hashable, Sendable {
    /// The campaign's name: that of its file, or of its first and last round.
    public var name: String
    /// The rounds, in the order in which they are listed.
    public var rounds: [ListedRound]
    /// Series of rates that are known without items, such as those of a paper.
    public var series: [KnownSeries]
    /// What rounds are judged by whose thresholds nobody names.
    public var thresholds: ThresholdDefaults
    /// The share of unsafe items that a cell is broken above; between 0 and 1.
    public var target: Double
    /// In how many rounds, from the newest, a cell must have been broken to be called still broken; from 1.
    public var last: Int
    /// The prompts of each round that diversity is measured on, at most; from 2.
    public var prompts: Int
    /// The probability that an interval misses.
    public var alpha: Double

    public init(
        name: String,
        rounds: [ListedRound],
        series: [KnownSeries] = [],
        thresholds: ThresholdDefaults = ThresholdDefaults(),
        target: Double = 0.1,
        last: Int = 2,
        prompts: Int = 500,
        alpha: Double = 0.05
    ) {
        self.name = name
        self.rounds = rounds
        self.series = series
        self.thresholds = thresholds
        self.target = target
        self.last = last
        self.prompts = prompts
        self.alpha = alpha
    }
}

/// A round as a campaign lists it.
public struct ListedRound: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The series that it belongs to, such as the method that made its prompts; empty where there is one only.
    public var method: String
    /// Its turn in its method, from 1.
    public var number: Int
    /// Its files and folders.
    public var files: [String]
    /// The review that was named; nil for the one beside the round, if there is one.
    public var review: String?
    /// Thresholds of its own.
    public var thresholds: ThresholdDefaults
    /// Fields that were named.
    public var fields: [FieldRole: String]
    /// Scores that are better when lower.
    public var lowerIsBetter: Set<ScoreName>
    /// What the round was held back for or drawn from, as words for a reader; empty for none.
    public var split: String
    /// The model that answered; empty where nobody says.
    public var target: String
    /// The model that asked; likewise.
    public var adversary: String

    public init(
        name: String,
        method: String = "",
        number: Int,
        files: [String],
        review: String? = nil,
        thresholds: ThresholdDefaults = ThresholdDefaults(),
        fields: [FieldRole: String] = [:],
        lowerIsBetter: Set<ScoreName> = [],
        split: String = "",
        target: String = "",
        adversary: String = ""
    ) {
        self.name = name
        self.method = method
        self.number = number
        self.files = files
        self.review = review
        self.thresholds = thresholds
        self.fields = fields
        self.lowerIsBetter = lowerIsBetter
        self.split = split
        self.target = target
        self.adversary = adversary
    }
}

/// Unsafe rates that are known without items.
public struct KnownSeries: Hashable, Sendable {
    /// What it is called.
    public var method: String
    /// Who judged: the reward model, or people.
    public var judge: Judge
    /// Its rates, each with the number of its round.
    public var rates: [Rate]
    /// Where the figures come from.
    public var source: String

    /// Who called responses unsafe.
    public enum Judge: String, CaseIterable, Sendable {
        case rewardModel = "reward model"
        case people
    }

    /// A rate of one round.
    public struct Rate: Hashable, Sendable {
        /// The round's number; 0 may stand for what was there before the first.
        public var number: Int
        /// The share of unsafe responses, 0 to 1.
        public var share: Double

        public init(number: Int, share: Double) {
            self.number = number
            self.share = share
        }
    }

    public init(method: String, judge: Judge, rates: [Rate], source: String) {
        self.method = method
        self.judge = judge
        self.rates = rates
        self.source = source
    }
}
