import RoundModel

/// How far a round is that is made while it is reviewed.
public struct RoundMaking: Hashable, Sendable {
    /// Rows without a score.
    public var failed: Int
    /// The share of the source that was gone through, 0 to 1; nil where nobody knows.
    public var share: Double?
    /// Rows a second; nil before there is anything to tell.
    public var rate: Double?
    /// Until it is made; nil where nobody knows.
    public var secondsLeft: Double?
    /// What it waits for, in a clause that may hold words from outside; nil for nothing.
    public var waiting: String?

    public init(
        failed: Int = 0,
        share: Double? = nil,
        rate: Double? = nil,
        secondsLeft: Double? = nil,
        waiting: String? = nil
    ) {
        self.failed = failed
        self.share = share
        self.rate = rate
        self.secondsLeft = secondsLeft
        self.waiting = waiting
    }

    /// In a few words, for where the screen says what is going on.
    public var text: String {
        if let waiting { return "scoring waits: \(waiting)" }
        var parts = ["scoring"]
        if let share { parts.append("\(Int(100 * min(1, max(0, share)))) %") }
        if failed > 0 { parts.append("\(DecimalText.grouped(failed)) failed") }
        if let rate { parts.append("\(DecimalText.grouped(Int(rate.rounded())))/s") }
        if let secondsLeft, secondsLeft >= 1 {
            parts.append("\(DecimalText.grouped(Int(secondsLeft.rounded(.up)))) s left")
        }
        return parts.joined(separator: " · ")
    }
}
