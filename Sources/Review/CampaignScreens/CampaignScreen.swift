public import CampaignSession
public import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
public import TerminalCanvas
internal import TextSafety

/// Draws a campaign: a function of the state and the size.
public struct CampaignScreen {
    private let look: ScreenLook
    /// What the last frame had where.
    public private(set) var spots = SpotMap()
    /// What the spots of this screen alone mean, by their numbers.
    private var looks: [CampaignLook] = []

    public init(_ look: ScreenLook) { self.look = look }

    /// What the present view has room for, which the session must know to go page by page.
    public func measure(_ state: CampaignState, size: TerminalSize) -> CampaignRoom {
        CampaignRoom(
            rows: max(1, CampaignLayout(size)?.body.height ?? 1) - 4,
            dialog: look.dialogRoom(state, size: size)
        )
    }

    /// Draws a frame; where the terminal is too small it says so and nothing else.
    ///
    /// - Complexity: O(cells + rounds + cells of category and style).
    public mutating func draw(_ state: CampaignState, size: TerminalSize) -> Canvas {
        guard let layout = CampaignLayout(size) else {
            (spots, looks) = (SpotMap(), [])
            var painter = look.painter(state, Canvas(size: size))
            painter.tooSmall()
            painter.canvas.paint(ground: painter.theme[.ground])
            return painter.canvas
        }
        var painter = CampaignPainter(look.painter(state, Canvas(size: size)))
        painter.header(state, in: layout.header)
        painter.tabs(state, in: layout.tabs)
        switch state.place.view {
        case .figure: painter.figure(state, in: layout.body)
        case .table: painter.table(state, in: layout.body)
        case .grid: painter.grid(state, in: layout.body)
        case .changes: painter.changes(state, in: layout.body)
        case .carry: painter.carry(state, in: layout.body)
        case .lineage: painter.lineage(state, in: layout.body)
        }
        looks = painter.looks
        let (frame, spots) = look.frame(
            painter.painter.canvas,
            of: state,
            hints: CampaignHints.hints(for: state),
            spots: painter.painter.spots
        )
        self.spots = spots
        return frame
    }

    /// What an event of the mouse means on this screen alone; nil for nothing.
    public func meaning(of event: MouseEvent, in state: CampaignState) -> CampaignLook? {
        guard state.mouse.isTaken, state.dialog == nil else { return nil }
        switch event.kind {
        case .press(.left):
            return spots.own(x: event.x, y: event.y).flatMap { looks.indices.contains($0) ? looks[$0] : nil }
        case .wheel(.down, let notches): return .wheel(min(max(1, notches), 100))
        case .wheel(.up, let notches): return .wheel(-min(max(1, notches), 100))
        default: return nil
        }
    }
}

/// Where each part of the screen stands.
struct CampaignLayout {
    var header: Rect
    var tabs: Rect
    /// All rows between these and the last two.
    var body: Rect

    /// - Returns: nil where the terminal is too small to draw on.
    init?(_ size: TerminalSize) {
        guard size.columns >= ScreenLayout.smallest.columns, size.rows >= ScreenLayout.smallest.rows else { return nil }
        let (header, rest) = Rect(width: size.columns, height: size.rows - 2).splitTop(1)
        let (tabs, body) = rest.splitTop(1)
        (self.header, self.tabs) = (header, tabs)
        self.body = body.inset(left: 1, top: 1, right: 1)
    }
}

/// A painter that notes what its spots mean.
struct CampaignPainter {
    var painter: Painter
    private(set) var looks: [CampaignLook] = []

    init(_ painter: Painter) { self.painter = painter }

    /// Lets a click on some cells choose what they show.
    mutating func spot(_ look: CampaignLook, x: Int, y: Int, width: Int, height: Int = 1) {
        painter.spots.add(own: looks.count, Rect(x: x, y: y, width: width, height: height))
        looks.append(look)
    }

    /// Words broken into rows.
    ///
    /// - Returns: the row below them.
    @discardableResult
    mutating func sentence(_ text: String, in area: Rect, y: Int, _ role: ThemeRole, most: Int = 100) -> Int {
        let rect = Rect(x: area.x, y: y, width: area.width, height: max(0, min(area.maxY - y, most)))
        guard rect.height > 0, !text.isEmpty else { return y }
        return y + painter.paragraph(text, in: rect, role)
    }

    /// The rows that words take.
    func rows(_ text: String, width: Int) -> Int {
        SafeText(painter.symbols.words(SafeText.printable(text))).wrapped(to: max(1, width)).count
    }
}
