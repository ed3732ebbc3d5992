public import RoundModel

/// The thresholds before a move, and the counts at them where they were known.
public struct MoveStart: Hashable, Sendable {
    /// How thresholds come to move.
    public enum Manner: Sendable {
        /// Made anew, taken back, or made again after that.
        case made, undone, redone
    }

    /// The manner of all of the moves.
    public let manner: Manner
    /// The thresholds that the first of the moves began from.
    public let thresholds: Thresholds
    /// What the buckets held there; nil where no count for these thresholds had come yet.
    public let counts: BoundedTally?
    /// What else is to be said of where it led; nil for nothing.
    var note: String?
}

extension MoveStart {
    /// How it is told: `θ safety 0.80 → 0.81`.
    func text(to now: Thresholds, in round: RoundState) -> String {
        let moves = ThresholdName.allCases.compactMap { name -> String? in
            guard thresholds[name] != now[name] else { return nil }
            return "\(name.title) \(round.describe(thresholds[name], name)) → \(round.describe(now[name], name))"
        }
        let text = moves.isEmpty ? "thresholds as before" : moves.joined(separator: ", ")
        switch manner {
        case .made: return text
        case .undone: return "undone: \(text)"
        case .redone: return "redone: \(text)"
        }
    }
}
