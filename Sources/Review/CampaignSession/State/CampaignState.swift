public import CampaignFile
public import ReviewSession
public import RoundCampaign

/// Everything that the campaign screen knows and shows: a value, changed only by `reduce`.
public struct CampaignState: Sendable {
    /// Which rounds there are.
    public let settings: CampaignSettings
    /// The rounds, as far as they are read.
    public internal(set) var loading: LoadingState
    /// What is asked, and the figures that answer it.
    public internal(set) var answers: AnswerState
    /// What is looked at.
    public internal(set) var place: CampaignPlace
    /// The table's columns and order.
    public internal(set) var table = TableState()
    /// Thresholds of a round in the others.
    public internal(set) var carry = CarryState()
    /// How the figure is drawn.
    public let drawing: PlotDrawing
    /// Its dialog, its message, and what it shares with other screens.
    public var front: ScreenFront<CampaignState>
    /// What the newest layout has room for.
    public internal(set) var room = CampaignRoom()

    /// A campaign of which nothing has been read yet.
    ///
    /// - Parameters:
    ///   - drawing: the finest that the terminal can show.
    public init(
        _ settings: CampaignSettings,
        drawing: PlotDrawing = .braille,
        front: ScreenFront<CampaignState> = ScreenFront()
    ) {
        self.settings = settings
        self.drawing = drawing
        self.front = front
        loading = LoadingState(count: settings.rounds.count)
        answers = AnswerState(CampaignQuestion(settings))
        place = CampaignPlace(settings)
    }

    /// The figures, those of a moment ago while others are counted; nil before the first.
    public var figures: CampaignFigures? { answers.figures }

    /// The first line: which campaign, and how much of it is read.
    public var heading: String { CampaignFigures.heading(settings, read: loading.read) }
}

/// What a layout has room for.
public struct CampaignRoom: Hashable, Sendable {
    /// Rows that are seen of a list.
    public var rows: Int
    /// That of a dialog that scrolls.
    public var dialog: DialogRoom

    public init(rows: Int = 0, dialog: DialogRoom = DialogRoom()) {
        (self.rows, self.dialog) = (rows, dialog)
    }
}
