import CampaignSession
import ReviewScreens
import ReviewSession

/// A screen that a script can be played on.
protocol PlayedScreen: DialogScreen {
    /// What a picture of it says of itself.
    var snapshotTitle: String { get }
    /// True where no worker has anything to do.
    var isIdle: Bool { get }
    /// True where what workers said is taken.
    var isHeard: Bool { get }

    /// Has the loop go on whenever its workers have nothing to do any more.
    func nudgeWhenIdle()
    /// Takes what is finished; what comes piece by piece is taken whole, so that no screen depends on how fast it came.
    func takeWholeReports()
    /// Says that keys come at some seconds.
    func set(clock: @escaping () -> Double)
}

/// What a screen says is wrong, and the dialog that is open, before and after a line of a script.
struct Standing {
    var dialog: AnyHashable?
    var problem: String?
}

extension PlayedScreen {
    var standing: Standing { Standing(dialog: state.dialog.map { AnyHashable($0) }, problem: state.problem) }

    func hear() { take(.heard) }

    /// Does what a typed command asks for.
    func action(for typed: TypedCommand) throws(TypedCommandError) -> ScreenAction {
        try keys.action(for: typed, in: state)
    }
}

extension ReviewApp: PlayedScreen {
    var isIdle: Bool { workshop.work.isIdle }
    var isHeard: Bool { reports.isEmpty }
    func nudgeWhenIdle() { workshop.work.whenIdle { [reports] in reports.nudge() } }
    func set(clock: @escaping () -> Double) { self.clock = clock }

    func takeWholeReports() {
        for action in reports.drain() {
            switch action {
            case .load(.progressed(let snapshot)) where !snapshot.isComplete:
                part = action
                continue
            case .search(.progressed(_, _, _, isComplete: false)), .filter(.progressed(_, _, _, isComplete: false)):
                continue
            case .load(.progressed): part = nil
            case .load(.failed):
                // What had come is there all the same.
                if let part { apply(part) }
                part = nil
            default: break
            }
            apply(action)
        }
        beginAsAsked()
    }
}

extension CampaignApp: PlayedScreen {
    var isIdle: Bool { workers.work.isIdle }
    var isHeard: Bool { reports.isEmpty }
    func nudgeWhenIdle() { workers.work.whenIdle { [reports] in reports.nudge() } }
    func set(clock: @escaping () -> Double) {}
    func takeWholeReports() { takeReports() }
}
