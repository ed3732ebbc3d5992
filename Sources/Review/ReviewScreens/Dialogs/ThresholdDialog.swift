import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension ThresholdDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.thresholdDialog(state, self) }
}

extension Painter {
    /// Draws the line, what it would give, and what to look out for before Enter.
    fileprivate mutating func thresholdDialog(_ state: ReviewState, _ open: ThresholdDialog) {
        let title = open.title(in: state)
        let area = box(width: min(canvas.size.columns - 4, 72), height: 13, title: title)
        words(presentText(state, open), x: area.x, y: area.y, width: area.width, .muted)
        let label = words("set to ", x: area.x, y: area.y + 1, width: area.width, .label)
        entry(open.entry, x: area.x + label, y: area.y + 1, width: area.width - label)
        let answer = state.answer(of: open)
        let below = Rect(x: area.x, y: area.y + 2, width: area.width, height: area.height - 2)
        if let problem = open.problem ?? (answer?.thresholds == nil ? answer?.note : nil) {
            paragraph(problem, in: below.splitTop(4).top, .error)
        } else if let next = answer?.thresholds, answer?.counts != nil || answer?.whole != nil {
            outcome(state, open, next, answer, in: below)
        } else if open.pendingWork(in: state) != nil {
            words("counting", x: below.x, y: below.y, width: below.width, .muted)
        }
        let help =
            "a value, 600 accepted, 30 %, as baseline, or as FILE of another round; "
            + "\(key(.confirm)) sets it, \(key(.cancel)) keeps what is"
        paragraph(help, in: Rect(x: area.x, y: area.maxY - 2, width: area.width, height: 2), .muted)
    }

    private func presentText(_ state: ReviewState, _ open: ThresholdDialog) -> String {
        let name = open.name
        guard !open.isForAll else {
            return ThresholdName.allCases
                .map { "\($0.title) \(state.describe(state.thresholds.now[$0], $0, width: 8))" }.joined(separator: ", ")
        }
        let now = "now \(state.exactText(state.thresholds.now[name], name))"
        guard let scores = state.round.scoreRange(name) else { return now }
        return "\(now), scores \(state.describe(scores.lowerBound, name)) to \(state.describe(scores.upperBound, name))"
    }

    /// The buckets as they are and as they would be, and what to look out for.
    private mutating func outcome(
        _ state: ReviewState,
        _ open: ThresholdDialog,
        _ next: Thresholds,
        _ answer: WishAnswer?,
        in area: Rect
    ) {
        let names = open.isForAll ? ThresholdName.allCases : [open.name]
        let values = names.map { "\($0.title) \(state.exactText(next[$0], $0))" }.joined(separator: ", ")
        words("gives \(values)", x: area.x, y: area.y, width: area.width, .value)
        let now = state.shownTally
        for (row, bucket) in Bucket.allCases.enumerated() {
            let y = area.y + 1 + row
            words("\(bucket.letter) \(bucket.name)", x: area.x, y: y, width: 14, style(of: bucket))
            let count = answer?.whole?[bucket] ?? CountRange(answer?.counts?[bucket] ?? 0)
            if let now { wordsRight(now[bucket].text(width: 11), maxX: area.x + 25, y: y, width: 14, .muted) }
            words("→", x: area.x + 26, y: y, width: 1, .muted)
            let style: ThemeRole = now.map { $0[bucket] != count } ?? true ? .value : .muted
            let share = count.percent(of: answer?.whole?.total ?? answer?.counts?.total ?? 0)
            guard count.isExact else {
                words("\(count.text(width: 24))  \(share)", x: area.x + 28, y: y, width: area.width - 28, style)
                continue
            }
            wordsRight(DecimalText.grouped(count.low), maxX: area.x + 38, y: y, width: 11, style)
            wordsRight(share, maxX: area.x + 47, y: y, width: 8, .label)
        }
        let emptied = [Bucket.adversarial, .accepted].filter {
            (answer?.whole?[$0].high ?? answer?.counts?[$0]) == 0
        }
        let warnings =
            [answer?.note] + names.map { state.betweenText(next[$0], $0) }
            + names.map { state.outsideText(next[$0], $0) }
            + [emptiedText(emptied), crossed(next)]
        let rect = Rect(x: area.x, y: area.y + 5, width: area.width, height: max(0, area.height - 7))
        paragraph(warnings.compactMap(\.self).joined(separator: "; "), in: rect, .warning)
    }

    private func emptiedText(_ emptied: [Bucket]) -> String? {
        emptied.isEmpty
            ? nil : "no item would be \(emptied.map(\.name).joined(separator: " or "))"
    }

    private func crossed(_ next: Thresholds) -> String? {
        next.areCrossed ? "θ adv lies above θ safety: adversarial wins between them" : nil
    }
}
