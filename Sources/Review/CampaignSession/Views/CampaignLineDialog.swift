public import ReviewSession

/// A dialog of the campaign in which one line is typed, and taken over or refused with what is wrong with it.
public protocol CampaignLineDialog: Dialog<CampaignState> {
    /// What is typed.
    var entry: TextEntry { get set }
    /// What is wrong with what was typed last; nil for nothing.
    var problem: String? { get set }
    /// What Enter does, in a word.
    static var verb: String { get }
    /// Takes the line over.
    ///
    /// - Returns: what is wrong with it; nil where it was taken.
    func take(_ text: String, in campaign: inout CampaignState) -> String?
}

extension CampaignLineDialog {
    public static var purpose: DialogPurpose { .line }
    public var line: TextEntry? { entry }
    public func hints(in campaign: CampaignState) -> [CommandHint] {
        [CommandHint(.confirm, Self.verb), CommandHint(.cancel, "cancel")]
    }
    public mutating func refuse(_ problem: String) { self.problem = problem }
    public mutating func edit(_ edit: TextEdit, in campaign: inout CampaignState) {
        problem = nil
        entry.apply(edit)
    }

    public func confirm(in campaign: inout CampaignState) -> [CampaignEffect] {
        if let problem = take(entry.text, in: &campaign) {
            var open = self
            open.refuse(problem)
            campaign.open(open)
        } else {
            campaign.close()
        }
        return []
    }
}
