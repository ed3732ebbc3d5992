internal import AuditStatistics
public import ReviewSession
internal import RoundCampaign
internal import RoundModel

/// The line in which the target rate is typed.
public struct TargetDialog: CampaignLineDialog {
    public static let id: DialogID = "target"
    public static let verb = "set"

    public var entry: TextEntry
    public var problem: String?

    init(_ target: Double) {
        entry = TextEntry("\(DecimalText.exact(100 * target, atLeast: 0)) %")
    }

    public func title(in campaign: CampaignState) -> String { "target rate" }
    public func text(in campaign: CampaignState) -> [String] {
        ["the share of unsafe items that a cell is broken above"]
    }
    public func take(_ text: String, in campaign: inout CampaignState) -> String? { campaign.setTarget(text) }
}

extension CampaignState {
    /// Sets the target rate.
    ///
    /// - Returns: what is wrong with it; nil where it was taken.
    mutating func setTarget(_ text: String) -> String? {
        let trimmed = text.filter { $0 != " " }
        let isPercent = trimmed.hasSuffix("%")
        guard let number = Double(isPercent ? String(trimmed.dropLast()) : trimmed) else {
            return "the target rate is a share, such as 5 % or 0.05"
        }
        let share = isPercent ? number / 100 : number
        guard share > 0, share < 1 else { return "the target rate lies between 0 and 100 %, both excluded" }
        answers.question.target = share
        tell(Message(.done, "a cell is broken above \(DecimalText.exact(100 * share, atLeast: 0)) %"))
        return nil
    }
}
