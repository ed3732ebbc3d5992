import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

extension PlainTeller {
    /// A curve in words: all its values when it is opened, then the one that was gone to.
    func curvesQuestion(_ state: ReviewState, _ open: CurvesDialog) -> [String] {
        guard let result = state.curves.result(of: open.curve) else { return ["? cancel closes"] }
        let refused = open.problem(in: state).map { ["refused: \($0)"] } ?? []
        guard case .sweep(let sweep) = result, let row = open.chosenRow(in: state) else {
            return refused + ["? cancel closes"]
        }
        var lines: [String] = []
        if open.value == nil {
            lines.append("\(sweep.title):")
            for (number, point) in sweep.points.enumerated() {
                let mark = point.value == sweep.thresholds[sweep.name] ? ", now" : ""
                let figures = sweep.figures(at: point).filter { open.measure.tells($0, of: sweep) }
                    .map { "\($0.label) \($0.text)" }
                let text = figures.joined(separator: ", ")
                lines.append("  \(number + 1). \(ThresholdSweep.text(point.value))\(mark): \(text)")
            }
            lines += sweep.assurance.map { [$0] } ?? []
        }
        lines.append(sweep.sentence(at: sweep.points[row]))
        return lines + refused + [
            "? a number goes to a value, confirm sets \(sweep.name.title) to it; threshold adv, safety or help sweeps "
                + "another; cancel closes"
        ]
    }
}

extension CurvesDialog.Measure {
    /// True for a figure that is asked for.
    fileprivate func tells(_ figure: AuditLine, of sweep: ThresholdSweep) -> Bool {
        switch self {
        case .all: true
        case .size: figure.label == sweep.bucket.name
        case .precision, .recall: figure.label == rawValue
        }
    }
}
