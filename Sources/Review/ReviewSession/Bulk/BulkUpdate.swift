public import Verdicts

/// What is told of a verdict on many items. These have numbers of their own, which a new reading of the round ends.
public enum BulkUpdate: Sendable {
    /// How far the items have been read, 0 to 1.
    case progressed(Int, fraction: Double)
    /// The items, ascending, and the verdict on each.
    case collected(Int, [UInt32], [Verdict])
    /// They could not be read, and why.
    case failed(Int, String)
}

extension BulkUpdate {
    /// The verdict that it is about.
    var number: Int {
        switch self {
        case .progressed(let number, _), .collected(let number, _, _), .failed(let number, _): number
        }
    }
}
