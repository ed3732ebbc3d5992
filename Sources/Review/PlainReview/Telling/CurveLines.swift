import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

extension PlainTeller {
    /// A curve in words: all its values when it is opened, then the one that was gone to.
    func curvesQuestion(_ state: ReviewState, _ open: CurvesDialog) -> [String] {
        let refused = open.problem(in: state).map { ["refused: \($0)"] } ?? []
        let others =
            "curve \(CurvesDialog.Kind.allCases.map(\.rawValue).joined(separator: ", ")) tells another; "
            + "threshold adv, safety or help one of another threshold; cancel closes"
        guard let result = state.curves.result(of: open.curve), let row = open.chosenRow(in: state) else {
            return refused + ["no verdict of a blind sample yet", "? \(others)"]
        }
        var lines: [String] = []
        if open.value == nil {
            lines.append("\(result.title):")
            for (number, value) in result.values.enumerated() {
                let mark = value == state.thresholds.now[open.name] ? ", now" : ""
                let figures = result.figures(at: number).filter { open.tells($0) }.map { "\($0.label) \($0.text)" }
                let text = figures.joined(separator: ", ")
                lines.append("  \(number + 1). \(ThresholdSweep.text(value))\(mark): \(text)")
            }
            lines += result.assurance.map { [$0] } ?? []
        }
        lines.append(result.sentence(at: row))
        let take = open.kind == .sweep ? ", confirm sets \(open.name.title) to it" : ""
        return lines + refused + ["? a number goes to a value\(take); \(others)"]
    }
}

extension CurvesDialog {
    /// True for a figure that is asked for.
    fileprivate func tells(_ figure: AuditLine) -> Bool {
        guard kind == .sweep else { return true }
        let isRate = figure.label == Measure.precision.rawValue || figure.label == Measure.recall.rawValue
        return switch measure {
        case .all: true
        case .size: !isRate
        case .precision, .recall: figure.label == measure.rawValue
        }
    }
}
