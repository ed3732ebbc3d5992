/// Where the value of a threshold came from. The first of them that names one counts.
public enum ThresholdOrigin: String, CaseIterable, Codable, Sendable {
    /// The command line.
    case given = "command line"
    /// Where the round's review was left off.
    case review
    /// A person moved it on the screen, in a review that is not kept.
    case screen
    /// The file that lists the rounds of a campaign.
    case campaign
    /// The configuration file.
    case configured = "configuration"
    /// The scale: 0.5, 0.8 and 0.4 where all scores lie within 0 to 1.
    case usual
    /// The scores: round numbers near their quantiles, on any other scale.
    case suggested
}

/// The thresholds that count, and where each came from.
public struct ChosenThresholds: Hashable, Sendable {
    /// What puts items into buckets.
    public var thresholds: Thresholds
    /// Of each threshold.
    public var origins: [ThresholdName: ThresholdOrigin]

    public init(thresholds: Thresholds, origins: [ThresholdName: ThresholdOrigin]) {
        self.thresholds = thresholds
        self.origins = origins
    }

    /// Those that nobody chose and that follow from the scores.
    public var suggested: Set<ThresholdName> {
        Set(ThresholdName.allCases.filter { origins[$0] == .suggested })
    }

    /// `θ adv 0.5 (review), θ safety 0.8 (command line), θ help 0.4 (default)`.
    public var text: String {
        ThresholdName.allCases.map { name in
            let origin = origins[name].map { " (\($0 == .usual ? "default" : $0.rawValue))" } ?? ""
            return "\(name.title) \(DecimalText.exact(thresholds[name], atLeast: 0))\(origin)"
        }.joined(separator: ", ")
    }
}
