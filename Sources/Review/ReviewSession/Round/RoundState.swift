public import RoundModel

/// The round as far as it has been read.
public struct RoundState: Sendable {
    /// The round's name for the title; the report's once the first rows are there.
    public private(set) var name: String
    /// The items that are there, from the beginning of the round.
    public private(set) var columns: ScoreColumns
    /// What was found besides the items; nil until the first rows are there.
    public private(set) var report: LoadReport?
    /// Grows with every snapshot that is taken over; results that were made from an older one are told apart by it.
    public private(set) var revision: Int
    /// The revision of the first snapshot of the present reading: items keep their numbers from it on, and have others
    /// in all before it.
    public private(set) var firstRevision = 0
    /// The distribution of safety scores; nil until the first items are there, from a sample while reading.
    public private(set) var safety: ScoreSummary?
    /// The distribution of helpfulness scores, likewise.
    public private(set) var helpfulness: ScoreSummary?
    /// Whether more is to come.
    public private(set) var loading: Loading
    /// How far it is made; nil for a round that is there.
    public private(set) var making: RoundMaking?
    /// The contents of all items.
    public internal(set) var content = ContentState()
    /// What the items are a sample of; nil where they are the round.
    let grid: ReviewedGrid?
    /// True from the moment the round is to be read again until the first rows are there: the items are still those of
    /// before, and their texts may be gone.
    private(set) var isStale = false
    /// Steps that were configured; the rest follow the scores.
    private let steps: [ScoreName: ThresholdStep]

    init(name: String, steps: [ScoreName: ThresholdStep], grid: ReviewedGrid? = nil) {
        self.name = name
        self.steps = steps
        self.grid = grid
        columns = ScoreColumns(blocks: [])
        revision = 0
        loading = .reading(LoadMeter())
    }

    /// The number of items that are there.
    public var count: Int { columns.count }

    /// True once every row has been read; false for good where reading failed.
    public var isComplete: Bool { loading == .complete }

    /// True while more rows are to come.
    public var isReading: Bool { if case .reading = loading { true } else { false } }

    /// The step of a threshold: the configured one, else one that follows the scale of its score; 0.01 until the first
    /// items are there.
    public func step(of name: ThresholdName) -> ThresholdStep {
        if let step = steps[name.score] { return step }
        return (name.score == .safety ? safety : helpfulness).map(ThresholdStep.init(for:))
            ?? ThresholdStep(digit: 1, exponent: -2)
    }

    // MARK: Reading

    /// Begins to read the round again.
    mutating func readAgain() {
        isStale = true
        loading = .reading(LoadMeter())
    }

    /// Begins with the items of another reading, where the first of them are there.
    ///
    /// - Returns: false where they are of the reading that is under way.
    mutating func beginReading() -> Bool {
        guard isStale else { return false }
        isStale = false
        firstRevision = revision + 1
        return true
    }

    /// Takes over everything that has come so far.
    mutating func take(_ snapshot: RoundSnapshot) {
        columns = snapshot.columns
        report = snapshot.report
        name = snapshot.report.name
        safety = snapshot.safety
        helpfulness = snapshot.helpfulness
        revision += 1
        loading = snapshot.isComplete ? .complete : .reading(snapshot.meter)
    }

    /// Takes note of how far it is made; nil once it is.
    mutating func take(_ making: RoundMaking?) { self.making = making }

    /// Takes note that reading ended early; what had come stays.
    mutating func fail(_ why: String) {
        loading = .failed(why)
        isStale = false
    }
}
