public import ReviewSession
internal import RoundModel

/// The line in which thresholds are typed that all rounds are counted at.
public struct ThetaDialog: CampaignLineDialog {
    public static let id: DialogID = "theta"
    public static let verb = "count"

    public var entry = TextEntry()
    public var problem: String?

    init() {}

    public func title(in campaign: CampaignState) -> String { "θ in all rounds" }
    public func text(in campaign: CampaignState) -> [String] {
        ["a threshold and its value, such as adv 0.4; own gives back the thresholds of each round"]
    }
    public func take(_ text: String, in campaign: inout CampaignState) -> String? { campaign.setThresholds(text) }
}

extension CampaignState {
    /// Counts all rounds at other thresholds; no round and no review is changed.
    ///
    /// - Parameter text: `adv 0.4`, several of these, or `own`.
    /// - Returns: what is wrong with it; nil where it was taken.
    mutating func setThresholds(_ text: String) -> String? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "=" }.map(String.init)
        if words == ["own"] {
            answers.tried = ThresholdDefaults()
            tell(Message(.done, "each round by its own thresholds again"))
            return nil
        }
        let names: [String: ThresholdName] = ["adv": .adv, "safety": .safety, "help": .help, "helpfulness": .help]
        var tried = answers.tried
        guard !words.isEmpty, words.count % 2 == 0 else { return Self.thetaProblem }
        for at in stride(from: 0, to: words.count, by: 2) {
            guard let name = names[words[at]], let value = Double(words[at + 1]), value.isFinite else {
                return Self.thetaProblem
            }
            switch name {
            case .adv: tried.adv = value
            case .safety: tried.safety = value
            case .help: tried.help = value
            }
        }
        answers.tried = tried
        let told = ThresholdName.allCases.compactMap { name in
            tried[name].map { "\(name.title) \(DecimalText.exact($0, atLeast: 0))" }
        }
        tell(Message(.done, "all rounds at \(told.joined(separator: ", ")); own gives back those of each round"))
        return nil
    }

    private static let thetaProblem = "name a threshold and its value, such as adv 0.4, or own"
}
