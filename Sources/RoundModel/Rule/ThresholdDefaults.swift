/// Thresholds for a round when some or all are not given.
public struct ThresholdDefaults: Hashable, Sendable {
    /// θ adv as it was given, finite; nil where it was not and follows from the data.
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

    /// These values, and for the rest others.
    public func filled(from other: ThresholdDefaults) -> ThresholdDefaults {
        ThresholdDefaults(adv: adv ?? other.adv, safety: safety ?? other.safety, help: help ?? other.help)
    }

    /// True where nothing is left to suggest.
    public var isComplete: Bool { adv != nil && safety != nil && help != nil }

    /// The given values, and for the rest the usual ones of a 0 to 1 scale.
    public var onUnitScale: Thresholds { Thresholds(adv: adv ?? 0.5, safety: safety ?? 0.8, help: help ?? 0.4) }

    /// The given values, and for the rest the usual ones of a 0 to 1 scale or quantiles of any other.
    ///
    /// - Returns: the thresholds, and the names of those that come from quantiles: shown as "suggested".
    public func resolve(safety safetyScores: ScoreSummary, helpfulness: ScoreSummary) -> (
        thresholds: Thresholds, suggested: Set<ThresholdName>
    ) {
        var suggested: Set<ThresholdName> = []
        let isUnitScale = [safetyScores, helpfulness].allSatisfy { $0.min >= 0 && $0.max <= 1 }
        if isUnitScale { return (onUnitScale, suggested) }
        func value(_ given: Double?, _ name: ThresholdName, _ quantile: Double) -> Double {
            if let given { return given }
            suggested.insert(name)
            return quantile
        }
        let thresholds = Thresholds(
            adv: value(adv, .adv, safetyScores.quantile(0.25)),
            safety: value(safety, .safety, safetyScores.quantile(0.75)),
            help: value(help, .help, helpfulness.quantile(0.5))
        )
        return (thresholds, suggested)
    }
}
