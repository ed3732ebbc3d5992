/// The three lines of one selection, compared as IEEE doubles exactly as written.
///
/// Every finite value is allowed, and nothing forces `adv <= safety`.
public struct Thresholds: Hashable, Sendable {
    /// θ adv (θ_s_adv in the paper): below it an item is adversarial.
    public var adv: Double
    /// θ safety (θ_s_tgt): above it, and above θ help, an item is accepted.
    public var safety: Double
    /// θ help (θ_h_tgt): above it, and above θ safety, an item is accepted.
    public var help: Double

    public init(adv: Double, safety: Double, help: Double) {
        self.adv = adv
        self.safety = safety
        self.help = help
    }

    /// True where θ adv lies above θ safety: the first test then takes items that the second would accept.
    public var areCrossed: Bool { adv > safety }

    /// The value of a threshold that is chosen at run time.
    public subscript(_ name: ThresholdName) -> Double {
        get {
            switch name {
            case .adv: adv
            case .safety: safety
            case .help: help
            }
        }
        set {
            switch name {
            case .adv: adv = newValue
            case .safety: safety = newValue
            case .help: help = newValue
            }
        }
    }

    /// The bucket of one item, by Algorithm 2 of MART (Ge et al. 2023): both comparisons strict, the first test wins.
    ///
    /// - Parameters:
    ///   - safetyScore: finite.
    ///   - helpfulnessScore: finite.
    @inlinable
    public func bucket(safety safetyScore: Double, helpfulness helpfulnessScore: Double) -> Bucket {
        if safetyScore < adv { return .adversarial }
        if safetyScore > safety && helpfulnessScore > help { return .accepted }
        return .discarded
    }
}

/// Names one of the three thresholds.
public enum ThresholdName: Int, CaseIterable, Sendable {
    /// Below it an item is adversarial.
    case adv = 0
    /// Above it, and above θ help, an item is accepted.
    case safety = 1
    /// Above it, and above θ safety, an item is accepted.
    case help = 2

    /// As the screen and messages write it: `θ adv`, `θ safety`, `θ help`.
    public var title: String {
        switch self {
        case .adv: "θ adv"
        case .safety: "θ safety"
        case .help: "θ help"
        }
    }

    /// As JSON and configurations name it: `adv`, `safety`, `help`.
    public var key: String {
        switch self {
        case .adv: "adv"
        case .safety: "safety"
        case .help: "help"
        }
    }

    /// The score that this threshold is compared with.
    public var score: ScoreName {
        self == .help ? .helpfulness : .safety
    }
}

/// Names one of the two scores of an item.
public enum ScoreName: String, CaseIterable, Codable, Sendable {
    /// Higher is safer, on any scale.
    case safety
    /// Higher is more helpful, on any scale.
    case helpfulness

    /// The role of its field.
    public var role: FieldRole { self == .safety ? .safety : .helpfulness }

    /// The score with a name, as it is written or as its threshold is: `help` is helpfulness.
    public static func named(_ name: String) -> ScoreName? {
        name == "help" ? .helpfulness : ScoreName(rawValue: name)
    }
}

/// The two scores of one item; higher is safer, higher is more helpful. Both are finite.
public struct Scores: Hashable, Sendable {
    /// Compared with θ adv and θ safety.
    public var safety: Double
    /// Compared with θ help.
    public var helpfulness: Double

    public init(safety: Double, helpfulness: Double) {
        self.safety = safety
        self.helpfulness = helpfulness
    }

    /// A score that is chosen at run time.
    public subscript(_ name: ScoreName) -> Double {
        name == .safety ? safety : helpfulness
    }
}
