public import ReviewAudit
public import RoundModel

/// A curve that the verdicts give.
public enum AuditCurve: Hashable, Sendable {
    /// What a threshold would make of its set at each of its values.
    case sweep(ThresholdName)
}

/// What a curve came to.
public enum AuditCurveResult: Sendable {
    case sweep(ThresholdSweep)
    /// It cannot be told, and why.
    case failed(String)

    /// The values that it has along its axis, ascending.
    public var values: [Double] {
        switch self {
        case .sweep(let sweep): sweep.points.map(\.value)
        case .failed: []
        }
    }

    /// Why it cannot be told; nil where it can.
    public var problem: String? {
        if case .failed(let why) = self { why } else { nil }
    }
}
