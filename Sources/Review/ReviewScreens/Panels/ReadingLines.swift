import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

/// One row of the reading pane.
enum ReadingLine {
    case blank
    case words([(text: String, role: ThemeRole)])
    /// The item's bucket, and the one it was in at the baseline; nil where that is the same.
    case bucket(Bucket, movedFrom: Bucket?)
    /// A row of what is read.
    case read(ReadingRow)
}

/// All rows of the reading pane, found by their number.
struct ReadingLines {
    private let head: [ReadingLine]
    private let text: ReadingText
    /// What stands below the beginning of a text of which there is no more.
    private let tail: ReadingLine?
    let count: Int

    /// - Parameter isWhole: true where the item has the whole screen, whose head says what it is.
    init(_ state: ReviewState, _ text: ReadingText, isWhole: Bool = false) {
        self.text = text
        head = isWhole && state.reading.showsContext ? [] : Self.head(state, text, isWhole: isWhole)
        tail = text.isWhole ? nil : .words([(Self.restText(state, text), .warning)])
        count = head.count + text.count + (tail == nil ? 0 : 1)
    }

    private static func restText(_ state: ReviewState, _ text: ReadingText) -> String {
        guard let problem = state.longText.problem(of: text.key) else { return "the rest of this long text follows …" }
        return "the rest is not shown: \(problem)"
    }

    /// - Complexity: O(log fields).
    subscript(row: Int) -> ReadingLine {
        if row < head.count { return head[row] }
        let row = row - head.count
        return row < text.count ? .read(text[row]) : tail ?? .blank
    }

    /// The rows that show what a search found, in their order; one for each place that it matches at.
    ///
    /// - Complexity: O(hits log rows).
    func highlighted(_ highlights: TextHighlights) -> [Int] { text.rows(showing: highlights).map { head.count + $0 } }

    /// Rows before those of the text.
    var headRows: Int { head.count }

    /// True for a row that is a heading.
    func isHeading(at row: Int) -> Bool {
        if case .read(.heading) = self[row] { true } else { false }
    }

    /// The name of the section that a row lies in.
    ///
    /// - Complexity: O(sections).
    func section(at row: Int) -> String { text.heading(at: max(0, row - head.count)) ?? "item" }

    private static func head(_ state: ReviewState, _ text: ReadingText, isWhole: Bool) -> [ReadingLine] {
        if state.queue == nil, state.list.tab == .invalid { return invalidHead(state) }
        guard let item = state.currentItem, let scores = state.round.columns.scores(of: Int(item)) else { return [] }
        if state.isBlind {
            let said = VerdictLines.own(item, state)
            return said.isEmpty ? [] : said + [.blank]
        }
        let ruling = state.verdicts.record(of: item)?.ruling
        let now = state.thresholds.now.bucket(scores, ruling)
        let then = state.thresholds.baseline.bucket(scores, ruling)
        let leak = state.leaks.reason(of: item).map { leak in
            ReadingLine.words([("not to be trained on: \(SafeText.printable(leak.text))", .error)])
        }
        if isWhole {
            let said = (leak.map { [$0] } ?? []) + VerdictLines.all(item, state)
            return said.isEmpty ? [] : said + [.blank]
        }
        var lines: [ReadingLine] = [.bucket(now, movedFrom: now == then ? nil : then)]
        if let leak { lines.append(leak) }
        lines += VerdictLines.all(item, state)
        lines += scoreLines("safety", scores.safety, [.adv, .safety], state, width: text.key.width)
        lines += scoreLines("help  ", scores.helpfulness, [.help], state, width: text.key.width)
        lines.append(.blank)
        return lines
    }

    private static func invalidHead(_ state: ReviewState) -> [ReadingLine] {
        guard let report = state.round.report, report.invalidRows.indices.contains(state.list.cursor) else { return [] }
        let row = report.invalidRows[state.list.cursor]
        let file = report.shards.indices.contains(row.place.shard) ? report.shards[row.place.shard] : report.name
        return [
            .words([("invalid: ", .muted), (row.text, .warning)]),
            .words([("\(SafeText.printable(file)), line \(row.line)", .muted)]),
            .words([("\(DecimalText.counted(row.place.length, "byte")), in no set; exported to invalid.jsonl", .muted)]
            ),
            .blank,
        ]
    }

    /// A score and its distance to each line it is compared with, the nearest first; one under the other where they do
    /// not fit side by side.
    private static func scoreLines(
        _ label: String,
        _ score: Double,
        _ names: [ThresholdName],
        _ state: ReviewState,
        width: Int
    ) -> [ReadingLine] {
        let value = DecimalText.exact(score, atLeast: 2)
        let distances = names.sorted { abs(score - state.thresholds.now[$0]) < abs(score - state.thresholds.now[$1]) }
            .map { distanceText(score, to: state.thresholds.now[$0], $0) }
        let side = distances.joined(separator: " · ")
        let start = "\(label) "
        func line(_ first: [(text: String, role: ThemeRole)], _ rest: String) -> ReadingLine {
            .words(first + [("   \(rest)", .label)])
        }
        let isRoomy = start.count + value.count + 3 + side.count <= width
        let shown = isRoomy ? [side] : distances
        return shown.enumerated().map { index, text in
            index == 0
                ? line([(start, .muted), (value, .value)], text)
                : line([(String(repeating: " ", count: start.count + value.count), .muted)], text)
        }
    }

    /// How far a score lies from a threshold, and on which side: "0.19 under θ adv".
    static func distanceText(_ score: Double, to threshold: Double, _ name: ThresholdName) -> String {
        if score == threshold { return "on \(name.title)" }
        let places = max(DecimalText.decimals(of: score), DecimalText.decimals(of: threshold), 1)
        // Beyond a handful of digits only the first four that count are of use.
        let shown = places <= 5 ? places : significantPlaces(abs(score - threshold), atMost: places)
        let difference = abs(score - threshold)
        let text =
            difference.isFinite && difference >= 1e-9 && difference < 1e9
            ? DecimalText.fixed(difference, decimals: shown) : "\(difference)"
        return "\(text) \(score < threshold ? "under" : "over") \(name.title)"
    }

    /// Digits after the point that show four significant ones.
    private static func significantPlaces(_ value: Double, atMost most: Int) -> Int {
        var places = 3
        var rest = value
        while rest < 1, rest > 0, places < most {
            rest *= 10
            places += 1
        }
        return min(places, most)
    }
}
