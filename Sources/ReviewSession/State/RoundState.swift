public import DensityPlot
public import RoundModel

/// The round as far as it has been read.
public struct RoundState: Sendable {
    public var name: String
    public var columns: ScoreColumns
    public var report: LoadReport?
    /// Grows with every snapshot that is taken over; results that were made from an older one are told apart by it.
    public var revision: Int
    /// The distribution of each score; nil until the first items are there.
    public var safety: ScoreSummary?
    public var helpfulness: ScoreSummary?
    public var loading: Loading

    public init(name: String) {
        self.name = name
        columns = ScoreColumns(blocks: [])
        revision = 0
        loading = .reading(LoadMeter())
    }

    /// The number of items that are there.
    public var count: Int { columns.count }

    public var isComplete: Bool { loading == .complete }

    /// The plot's viewport: all items.
    public var viewport: Viewport? {
        guard let safety, let helpfulness else { return nil }
        return Viewport(fitting: safety, helpfulness)
    }

    /// The step of a threshold; follows the scale of its score.
    public func step(of name: ThresholdName) -> ThresholdStep {
        (name.score == .safety ? safety : helpfulness).map(ThresholdStep.init(for:))
            ?? ThresholdStep(digit: 1, exponent: -2)
    }
}

/// How far the reading of a round has come.
public enum Loading: Hashable, Sendable {
    case reading(LoadMeter)
    case complete
    /// Reading ended early; what had come stays.
    case failed(String)
}

/// The progress of a load.
public struct LoadMeter: Hashable, Sendable {
    public var bytesRead: Int
    /// Nil for a stream, whose length nobody knows.
    public var bytesTotal: Int?
    public var seconds: Double

    public init(bytesRead: Int = 0, bytesTotal: Int? = nil, seconds: Double = 0) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.seconds = seconds
    }

    /// Bytes a second so far; nil until there is anything to tell.
    public var rate: Double? {
        seconds > 0.05 && bytesRead > 0 ? Double(bytesRead) / seconds : nil
    }

    /// Seconds to go at the rate so far.
    public var secondsLeft: Double? {
        guard let rate, let bytesTotal else { return nil }
        return Double(max(0, bytesTotal - bytesRead)) / rate
    }
}

/// What a load hands over each time it has more: everything so far.
public struct RoundSnapshot: Sendable {
    public var columns: ScoreColumns
    public var report: LoadReport
    public var safety: ScoreSummary?
    public var helpfulness: ScoreSummary?
    public var meter: LoadMeter
    public var isComplete: Bool

    public init(
        columns: ScoreColumns,
        report: LoadReport,
        safety: ScoreSummary?,
        helpfulness: ScoreSummary?,
        meter: LoadMeter,
        isComplete: Bool
    ) {
        self.columns = columns
        self.report = report
        self.safety = safety
        self.helpfulness = helpfulness
        self.meter = meter
        self.isComplete = isComplete
    }
}
