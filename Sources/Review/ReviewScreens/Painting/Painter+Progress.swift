import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// How far some work through all rows is; with its rate and the time that is left where it takes long enough to ask.
    func progress(_ work: PacedWork, _ fraction: Double, _ state: ReviewState) -> String {
        let percent = "\(Int(fraction * 100)) %"
        guard let pace = state.paces[work], let rate = pace.perSecond, let left = pace.secondsLeft else {
            return percent
        }
        var parts = [percent]
        // Where there is little room, what is left says more.
        if canvas.size.columns >= 100 {
            parts.append("\(DecimalText.grouped(Int(rate * Double(state.round.count)), width: 5)) items/s")
        }
        if left >= 1 { parts.append("\(Int(left.rounded(.up))) s left") }
        return parts.joined(separator: " · ")
    }
}
