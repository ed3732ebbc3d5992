import ReviewAudit
import RoundModel
import Verdicts

/// What curves are to the rest of the review: what they do by themselves stands in `CurveState`.
extension ReviewState {
    /// True while curves are on the screen.
    var wantsCurves: Bool { dialog is CurvesDialog }

    mutating func openCurves() {
        if round.grid != nil { return refuse("curves need the scores of all items, and a grid has some lines only") }
        if let obstacle = evidenceObstacle { return refuse(obstacle) }
        round.content.tryAgain()
        open(CurvesDialog(thresholds.chosen))
    }

    /// Stops a curve that nobody waits for, since curves have been left.
    mutating func stopCurves() -> [Effect] { !wantsCurves && curves.drop() ? [.stop(.curves)] : [] }

    /// Asks for the curve that is shown.
    mutating func missingCurve() -> (any Job)? {
        guard let open = dialog as? CurvesDialog, let source = evidence.source(evidenceContext) else { return nil }
        let context = CurveContext(round: round, verdicts: verdicts, thresholds: thresholds.now)
        return curves.wanted(open.curve, context).map { CurveJob(key: $0, source: source, items: round.count) }
    }

    /// Has a threshold take a value that a curve was read at.
    mutating func take(_ value: Double, of name: ThresholdName) {
        thresholds.choose(name)
        let next = thresholds.setting(name, to: value)
        guard next != thresholds.now else {
            message = Message(.notice, "\(name.title) is \(exactText(value, name)) already")
            return
        }
        move(to: next)
    }
}
