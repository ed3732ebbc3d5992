import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

extension Painter {
    /// Draws what the item is, which bucket it is in, and both scores against their lines; in a blind queue only its place.
    mutating func itemHead(_ state: ReviewState, in rect: Rect) {
        let count = state.queue?.items.count ?? state.listCount
        let at = state.queue?.at ?? state.list.cursor
        let place = count > 0 ? "\(DecimalText.grouped(at + 1)) of \(DecimalText.grouped(count))" : ""
        wordsRight(place, maxX: rect.maxX - 1, y: rect.y, width: rect.width, .muted)
        let room = rect.width - width(place) - 3
        guard let item = state.currentItem, let scores = state.round.columns.scores(of: Int(item)) else {
            words(state.list.tab == .invalid ? "invalid row" : "item", x: rect.x + 1, y: rect.y, width: room, .title)
            return
        }
        let name = self.name(state.name(of: item).bytes, width: max(12, room / 2))
        var x = rect.x + 1
        x += words(name, x: x, y: rect.y, width: room, .title)
        guard !state.isBlind else {
            words("  scores and call are hidden", x: x, y: rect.y, width: rect.x + 1 + room - x, .muted)
            return
        }
        itemBucket(item, scores, state, x: x + 2, y: rect.y, width: rect.x + 1 + room - x - 2)
        let lines = ScoreName.allCases.map { ($0, $0 == .safety ? scores.safety : scores.helpfulness) }
        if rect.height > 2 {
            for (row, line) in lines.enumerated() {
                scoreLine(line.0, line.1, state, x: rect.x + 1, y: rect.y + 1 + row, width: rect.width - 2)
            }
        } else if rect.height > 1 {
            let half = (rect.width - 4) / 2
            for (index, line) in lines.enumerated() {
                scoreLine(line.0, line.1, state, x: rect.x + 1 + index * (half + 2), y: rect.y + 1, width: half)
            }
        }
    }

    private mutating func itemBucket(_ item: UInt32, _ scores: Scores, _ state: ReviewState, x: Int, y: Int, width: Int)
    {
        let ruling = state.verdicts.record(of: item)?.ruling
        let now = state.thresholds.now.bucket(scores, ruling)
        let then = state.thresholds.baseline.bucket(scores, ruling)
        var at = x
        if now != then {
            at += words("\(then.letter) \(then.name) → ", x: at, y: y, width: width, style(of: then))
        }
        at += words("\(now.letter) \(now.name)", x: at, y: y, width: x + width - at, style(of: now))
        let notes = [
            ruling.map { _ in "by a person" }, now == then ? nil : "since the baseline",
            state.bulk.marks.contains(item) ? "marked" : nil,
        ].compactMap { $0 }
        guard !notes.isEmpty else { return }
        words(" · \(notes.joined(separator: " · "))", x: at, y: y, width: x + width - at, .muted)
    }

    /// A score's name, the line it stands on, its value, and on which side of the nearest threshold it lies.
    private mutating func scoreLine(
        _ name: ScoreName,
        _ score: Double,
        _ state: ReviewState,
        x: Int,
        y: Int,
        width: Int
    ) {
        let names: [ThresholdName] = name == .safety ? [.adv, .safety] : [.help]
        let lines = names.map { ($0, state.thresholds.now[$0]) }
        let summary = name == .safety ? state.round.safety : state.round.helpfulness
        let title = name == .safety ? "safety" : "help  "
        let value = DecimalText.exact(score, atLeast: 2)
        let nearest = lines.min { abs(score - $0.1) < abs(score - $1.1) }
        let side = nearest.map { ReadingLines.distanceText(score, to: $0.1, $0.0) } ?? ""
        var at = x + words("\(title) ", x: x, y: y, width: width, .muted)
        if let summary {
            let room = x + width - at - self.width(value) - 1
            let gauge = ScoreGauge(
                score,
                of: min(summary.min, summary.max)...max(summary.min, summary.max),
                lines: lines,
                width: min(40, room - self.width(side) - 3 >= 12 ? room - self.width(side) - 3 : room)
            )
            at += draw(gauge, x: at, y: y, state) + 1
        }
        at += words(value, x: at, y: y, width: x + width - at, .value)
        guard x + width - at >= self.width(side) + 2 else { return }
        words("  \(side)", x: at, y: y, width: x + width - at, .label)
    }

    private mutating func draw(_ gauge: ScoreGauge, x: Int, y: Int, _ state: ReviewState) -> Int {
        for (column, mark) in gauge.marks.enumerated() {
            switch mark {
            case .track: put(symbols.horizontal, x: x + column, y: y, theme[.border])
            case .threshold(.adv): put(symbols.dottedVertical, x: x + column, y: y, theme[.line])
            case .threshold: put(symbols.vertical, x: x + column, y: y, theme[.line])
            case .score: put(symbols.item, x: x + column, y: y, theme[.cursorItem])
            }
        }
        return gauge.marks.count
    }
}
