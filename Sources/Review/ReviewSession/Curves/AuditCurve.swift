public import ReviewAudit
public import RoundModel

/// A curve that the verdicts give.
public enum AuditCurve: Hashable, Sendable {
    /// What a threshold would make of its set at each of its values.
    case sweep(ThresholdName)
    /// How well a score tells what it is there to tell: ROC and precision-recall.
    case scores(ScoreName)
    /// What each value of a score means.
    case reliability(ScoreName)
}

/// What a curve came to.
public enum AuditCurveResult: Sendable {
    case sweep(ThresholdSweep)
    case scores(ScoreCurve)
    case reliability(ScoreReliability)
    /// It cannot be told, and why.
    case failed(String)
}

/// A curve in words, for the screen and for those who read lines.
extension AuditCurveResult {
    /// The values of the threshold or score that it has, ascending.
    public var values: [Double] {
        switch self {
        case .sweep(let sweep): sweep.points.map(\.value)
        case .scores(let curve): curve.thresholds
        case .reliability(let diagram): diagram.points.map(\.value)
        case .failed: []
        }
    }

    /// Why it cannot be told; nil where it can.
    public var problem: String? {
        if case .failed(let why) = self { why } else { nil }
    }

    /// What it is about, in a line.
    public var title: String {
        switch self {
        case .sweep(let sweep): sweep.title
        case .scores(let curve): curve.title
        case .reliability(let diagram): diagram.title
        case .failed: ""
        }
    }

    /// What it says at one of its values, in a sentence or two.
    public func sentence(at row: Int) -> String {
        switch self {
        case .sweep(let sweep): sweep.sentence(at: sweep.points[row])
        case .scores(let curve): curve.sentence(at: curve.points[row])
        case .reliability(let diagram): diagram.sentence(at: diagram.points[row])
        case .failed(let why): why
        }
    }

    /// The same as figures, with their names.
    public func figures(at row: Int) -> [AuditLine] {
        switch self {
        case .sweep(let sweep): sweep.figures(at: sweep.points[row])
        case .scores(let curve): curve.figures(at: curve.points[row])
        case .reliability(let diagram): diagram.figures(at: diagram.points[row])
        case .failed: []
        }
    }

    /// What holds of all of it, and how far its bands may be trusted; nil where it has none.
    public var assurance: String? {
        switch self {
        case .sweep(let sweep): sweep.assurance
        case .scores(let curve): curve.assurance.map { "\(curve.summary) \($0)" }
        case .reliability(let diagram): diagram.assurance
        case .failed: nil
        }
    }
}
