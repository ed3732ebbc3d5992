import Basics
import CampaignFile
public import CampaignScreens
public import CampaignSession
public import ReviewScreens
public import ReviewSession
import RoundExport
public import TerminalCanvas

/// A campaign as a screen of the program: rounds load in the background, and each can be opened over it.
public final class CampaignApp: DialogScreen {
    public let loop: ScreenLoop
    public let keys: KeyMap
    let reports: ActionQueue<CampaignAction>
    let workers: CampaignWorkers
    private var screen: CampaignScreen
    private let opener: any RoundOpener
    /// The round whose review lies over this screen; nil for none.
    private var opened: Int?
    /// The campaign as it is now.
    public private(set) var state: CampaignState

    /// - Parameters:
    ///   - loop: the loop whose screen it will be.
    ///   - site: reads rounds.
    ///   - opener: opens the reviews of rounds.
    ///   - keys: those of the campaign screen.
    ///   - wake: makes the loop go on; called from any thread.
    public init(
        loop: ScreenLoop,
        site: any CampaignSite,
        opener: any RoundOpener,
        screen: CampaignScreen,
        state: CampaignState,
        keys: KeyMap,
        wake: @escaping @Sendable () -> Void
    ) {
        self.loop = loop
        self.opener = opener
        self.screen = screen
        self.state = state
        self.keys = keys
        workers = CampaignWorkers(site: site)
        reports = ActionQueue(wake: wake)
    }

    /// Shows the campaign until the user leaves or the terminal is gone.
    public func run() -> ReviewOutcome { loop.run(self) }

    // MARK: As a screen of the stack

    public var unsettledPart: UnsettledPart? { state.unsettledPart }

    public func begin() { apply(.screen(.heard)) }

    public func finish() { workers.end() }

    public func cameBack() {
        guard let round = opened else { return }
        opened = nil
        let closed = opener.closed()
        if closed.isChanged { apply(.left(round: round)) }
        if let message = closed.message { tell(message) }
    }

    public func take(_ action: ScreenAction) { apply(.screen(action)) }

    public func take(_ event: MouseEvent) {
        if let look = screen.meaning(of: event, in: state) { return apply(.look(look)) }
        switch spots.meaning(of: event, in: state, keys) {
        case .action(let action): take(action)
        case .key(let press): click(press)
        case nil: break
        }
    }

    public var spots: SpotMap { screen.spots }

    public var isLargeEnough: Bool { ScreenLayout(loop.terminal.size) != nil }

    public func frame(in size: TerminalSize) -> Canvas {
        let room = screen.measure(state, size: size)
        if room != state.room { apply(.laidOut(room)) }
        return screen.draw(state, size: size)
    }

    public func keep(_ canvas: Canvas, _ request: SnapshotRequest) {
        do throws(OutputFileError) {
            let bytes = SnapshotFile.bytes(canvas, request.format, title: snapshotTitle)
            try SnapshotFile(request).write(bytes)
            take(.notice(Message(.done, SnapshotFile.done(request, bytes: bytes.count))))
        } catch {
            take(.notice(Message(.failure, error.message)))
        }
    }

    public func takeReports() {
        for action in reports.drain() { apply(action) }
    }

    /// What a picture of the screen says of itself.
    var snapshotTitle: String { "redsieve: \(state.settings.name)" }

    // MARK: Actions

    private func apply(_ action: CampaignAction) {
        loop.drawAnew()
        for effect in reduce(&state, action) {
            switch effect {
            case .screen(let effect): loop.perform(effect)
            case .work(let job): workers.start(job, reports)
            case .open(let opening): open(opening)
            }
        }
    }

    private func open(_ opening: RoundOpening) {
        do throws(WorkFailure) {
            let review = try opener.open(opening, on: loop)
            opened = opening.round
            loop.push(review)
        } catch {
            take(.notice(Message(.failure, error.message)))
        }
    }
}

/// Opens the reviews of a campaign's rounds.
public protocol RoundOpener: AnyObject {
    /// A review of a round, to be laid over the campaign.
    ///
    /// - Throws: why it cannot be opened.
    func open(_ opening: RoundOpening, on loop: ScreenLoop) throws(WorkFailure) -> any StackedScreen
    /// Called once the review that was opened last is left and kept.
    func closed() -> ClosedRound
}

/// What came of a review that was left.
public struct ClosedRound: Hashable, Sendable {
    /// True where its file was written, so that its figures may be others.
    public var isChanged: Bool
    /// Something to be said about its file; nil for nothing.
    public var message: String?

    public init(isChanged: Bool, message: String?) {
        (self.isChanged, self.message) = (isChanged, message)
    }
}
