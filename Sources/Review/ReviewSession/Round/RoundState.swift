public import RoundModel

/// The round as far as it has been read.
public struct RoundState: Sendable {
    /// The round's name for the title; the report's once the first rows are there.
    public internal(set) var name: String
    /// The items that are there, from the beginning of the round.
    public internal(set) var columns: ScoreColumns
    /// What was found besides the items; nil until the first rows are there.
    public internal(set) var report: LoadReport?
    /// Grows with every snapshot that is taken over; results that were made from an older one are told apart by it.
    public internal(set) var revision: Int
    /// The revision of the first snapshot of the present reading: items keep their numbers from it on, and have others
    /// in all before it.
    public internal(set) var firstRevision = 0
    /// The distribution of safety scores; nil until the first items are there, from a sample while reading.
    public internal(set) var safety: ScoreSummary?
    /// The distribution of helpfulness scores, likewise.
    public internal(set) var helpfulness: ScoreSummary?
    /// Whether more is to come.
    public internal(set) var loading: Loading
    /// The contents of all items.
    public internal(set) var content = ContentState()

    /// Steps that were configured; the rest follow the scores.
    public internal(set) var steps: [ScoreName: ThresholdStep] = [:]

    public init(name: String) {
        self.name = name
        columns = ScoreColumns(blocks: [])
        revision = 0
        loading = .reading(LoadMeter())
    }

    /// True from the moment the round is to be read again until the first rows are there: the items are still those of
    /// before, and their texts may be gone.
    var isStale = false

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
}

/// How far the reading of a round has come.
public enum Loading: Hashable, Sendable {
    /// More rows are to come.
    case reading(LoadMeter)
    /// Every row has been read.
    case complete
    /// Reading ended early, and why; what had come stays.
    case failed(String)
}

/// The progress of a load.
public struct LoadMeter: Hashable, Sendable {
    /// Bytes read so far, as they stand on disk (compressed where they are).
    public internal(set) var bytesRead: Int
    /// All bytes there are to read; nil for a stream, whose length nobody knows.
    public internal(set) var bytesTotal: Int?
    /// Seconds since the load began.
    public internal(set) var seconds: Double

    public init(bytesRead: Int = 0, bytesTotal: Int? = nil, seconds: Double = 0) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.seconds = seconds
    }

    /// Bytes a second so far; nil until there is anything to tell.
    public var rate: Double? {
        seconds > 0.05 && bytesRead > 0 ? Double(bytesRead) / seconds : nil
    }

    /// Seconds to go at the rate so far, from 0; nil where there is no rate yet, and for a stream.
    public var secondsLeft: Double? {
        guard let rate, let bytesTotal else { return nil }
        return Double(max(0, bytesTotal - bytesRead)) / rate
    }
}

/// What a load hands over each time it has more: everything so far.
public struct RoundSnapshot: Sendable {
    /// The items that have come, numbered as they will stay.
    public internal(set) var columns: ScoreColumns
    /// What was found so far.
    public internal(set) var report: LoadReport
    /// The distribution of safety scores, from a sample until the round is complete; nil without items.
    public internal(set) var safety: ScoreSummary?
    /// The distribution of helpfulness scores, likewise.
    public internal(set) var helpfulness: ScoreSummary?
    /// How far the load had come then.
    public internal(set) var meter: LoadMeter
    /// True for the last snapshot, which holds the whole round.
    public internal(set) var isComplete: Bool

    /// Summarises the scores.
    ///
    /// - Complexity: O(n) for a part of a round, O(n log n) for the whole.
    public init(columns: ScoreColumns, report: LoadReport, meter: LoadMeter, isComplete: Bool) {
        self.columns = columns
        self.report = report
        func summary(_ name: ScoreName) -> ScoreSummary? {
            isComplete ? columns.summary(of: name) : columns.provisionalSummary(of: name)
        }
        safety = summary(.safety)
        helpfulness = summary(.helpfulness)
        self.meter = meter
        self.isComplete = isComplete
    }
}
