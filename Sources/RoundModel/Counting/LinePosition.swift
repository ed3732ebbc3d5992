/// How many scores lie below, on and above one threshold.
public struct LinePosition: Hashable, Sendable {
    public var below: Int
    /// Items whose score equals the threshold exactly: neither below nor above it.
    public var on: Int
    public var above: Int

    public init(below: Int = 0, on: Int = 0, above: Int = 0) {
        self.below = below
        self.on = on
        self.above = above
    }
}

/// The positions of all items against each of the three thresholds.
public struct LinePositions: Hashable, Sendable {
    public var adv: LinePosition
    public var safety: LinePosition
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

    public subscript(_ name: ThresholdName) -> LinePosition {
        switch name {
        case .adv: adv
        case .safety: safety
        case .help: help
        }
    }
}
