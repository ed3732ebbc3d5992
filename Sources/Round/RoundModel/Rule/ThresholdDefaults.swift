/// Values for some or all of the thresholds.
public struct ThresholdDefaults: Hashable, Sendable {
    /// θ adv, finite; nil where none is named.
    public var adv: Double?
    /// θ safety, likewise.
    public var safety: Double?
    /// θ help, likewise.
    public var help: Double?

    public init(adv: Double? = nil, safety: Double? = nil, help: Double? = nil) {
        self.adv = adv
        self.safety = safety
        self.help = help
    }

    /// All three of some thresholds.
    public init(_ thresholds: Thresholds) {
        self.init(adv: thresholds.adv, safety: thresholds.safety, help: thresholds.help)
    }

    /// The value of a threshold that is chosen at run time.
    public subscript(_ name: ThresholdName) -> Double? {
        switch name {
        case .adv: adv
        case .safety: safety
        case .help: help
        }
    }

    /// These values, and for the rest others.
    public func filled(from other: ThresholdDefaults) -> ThresholdDefaults {
        ThresholdDefaults(adv: adv ?? other.adv, safety: safety ?? other.safety, help: help ?? other.help)
    }

    /// True where all three are named.
    public var isComplete: Bool { adv != nil && safety != nil && help != nil }

    /// These values, and for the rest the usual ones of a 0 to 1 scale.
    public var onUnitScale: Thresholds { Thresholds(adv: adv ?? 0.5, safety: safety ?? 0.8, help: help ?? 0.4) }
}
