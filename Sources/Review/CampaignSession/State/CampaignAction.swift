public import AuditStatistics
public import ReviewSession
public import RoundCampaign
public import RoundModel

/// Everything that can happen to the campaign screen.
public enum CampaignAction: Sendable {
    /// What any screen can be asked for.
    case screen(ScreenAction)
    /// What the mouse asks for where it is.
    case look(CampaignLook)
    /// The layout has other room.
    case laidOut(CampaignRoom)
    /// The screen is seen again, after the review of a round.
    case cameBack
    /// The review of a round was left: its verdicts and thresholds may be others.
    case left(round: Int)

    // What workers tell.
    /// Of a round that is read.
    case load(CampaignLoad)
    /// What thresholds do not change, of the rounds as they were at a revision.
    case settled(revision: Int, SettledCampaign)
    /// Figures, or why there are none.
    case figures(AnswerKey, Result<CampaignFigures, AuditError>)
    /// Thresholds of a round in the others.
    case carried(CarryKey, CarriedCampaign)
}

/// What is to be looked at.
public enum CampaignLook: Hashable, Sendable {
    case view(CampaignView)
    case round(Int)
    case column(CampaignColumn)
    case cell(CellPlace)
    case row(Int)
    case series(Int)
    /// A notch of the wheel, down or up.
    case wheel(Int)
}

/// How reading a round goes.
public enum CampaignLoad: Sendable {
    /// The share that is read; nil where nobody knows.
    case progressed(Int, Double?)
    case kept(Int, KeptRound)
    /// Why it cannot be used, in a clause.
    case failed(Int, String)
}

/// What `reduce` wants done.
public enum CampaignEffect: ScreenEffects {
    /// Something that takes time.
    case work(any CampaignJob)
    /// Open the review of a round over this screen.
    case open(RoundOpening)
    /// What any screen can want of the loop.
    case screen(ScreenEffect)
}

/// How a round is to be opened.
public struct RoundOpening: Hashable, Sendable {
    /// Its place in the campaign.
    public var round: Int
    /// The thresholds that the campaign shows it at; nil before it is read.
    public var thresholds: ChosenThresholds?
    /// The filter to begin with; nil for none.
    public var filter: String?
    /// Thresholds to be taken over into its review; nil for none.
    public var carried: Thresholds?
    /// Items to begin with, by their numbers; nil for all.
    public var picked: Picked?

    /// Items of a round that has so many.
    public struct Picked: Hashable, Sendable {
        public var items: [UInt32]
        public var count: Int
    }
}
