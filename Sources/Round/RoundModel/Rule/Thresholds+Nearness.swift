extension Thresholds {
    /// Whether a score lies so near to a line that matters for it that an item could be on its other side: θ adv and θ safety
    /// for the safety score, θ help for items that are, or could be, above θ safety.
    ///
    /// - Parameters:
    ///   - scores: of the item.
    ///   - margin: from 0; scores that are as far away belong to it.
    public func areNear(_ scores: Scores, within margin: Double) -> Bool {
        if abs(scores.safety - adv) <= margin { return true }
        if abs(scores.safety - safety) <= margin { return scores.helpfulness - help >= -margin }
        return scores.safety > safety && abs(scores.helpfulness - help) <= margin
    }
}
