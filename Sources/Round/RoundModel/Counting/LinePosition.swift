/// How many scores lie below, on and above one threshold.
public struct LinePosition: Hashable, Sendable {
    /// Items whose score is less than the threshold, from 0.
    public var below: Int
    /// Items whose score equals the threshold exactly: neither below nor above it.
    public var on: Int
    /// Items whose score is greater than the threshold, from 0.
    public var above: Int

    public init(below: Int = 0, on: Int = 0, above: Int = 0) {
        self.below = below
        self.on = on
        self.above = above
    }

    /// All items.
    public var total: Int { below + on + above }
}

/// The positions of all items against each of the three thresholds.
public struct LinePositions: Hashable, Sendable {
    /// Safety scores against θ adv.
    public var adv: LinePosition
    /// Safety scores against θ safety.
    public var safety: LinePosition
    /// Helpfulness scores against θ help.
    public var help: LinePosition

    public init(
        adv: LinePosition = LinePosition(),
        safety: LinePosition = LinePosition(),
        help: LinePosition = LinePosition()
    ) {
        self.adv = adv
        self.safety = safety
        self.help = help
    }

    /// The position against a threshold that is chosen at run time.
    public subscript(_ name: ThresholdName) -> LinePosition {
        switch name {
        case .adv: adv
        case .safety: safety
        case .help: help
        }
    }
}
