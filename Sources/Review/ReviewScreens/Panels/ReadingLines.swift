import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

/// All rows of the reading pane, found by their number.
struct ReadingLines {
    private let head: [ReadingLine]
    private let tail: [ReadingLine]
    /// The first row of each section of text, its heading included.
    private let sectionStart: [Int]
    private let text: ReadingText
    let count: Int

    /// - Parameter isWhole: true where the item has the whole screen, whose head says what it is.
    init(_ state: ReviewState, _ text: ReadingText, isWhole: Bool = false) {
        self.text = text
        head = Self.head(state, text, isWhole: isWhole)
        var tail: [ReadingLine] = []
        if !text.fields.isEmpty {
            tail = [.heading("fields")]
            for (index, field) in text.fields.enumerated() {
                tail += (0..<max(1, field.value.count)).map { ReadingLine.field(index, row: $0) }
            }
        }
        self.tail = tail
        var starts: [Int] = []
        var at = head.count
        for section in text.sections {
            starts.append(at)
            // A heading, the rows (one for an empty text), a blank.
            at += 2 + max(1, section.text.count)
        }
        sectionStart = starts
        count = at + tail.count
    }

    /// - Complexity: O(sections).
    subscript(row: Int) -> ReadingLine {
        if row < head.count { return head[row] }
        guard let section = sectionStart.lastIndex(where: { $0 <= row }) else { return tail[row - head.count] }
        let offset = row - sectionStart[section]
        let content = text.sections[section]
        if offset == 0 { return .heading(content.heading) }
        if content.isEmpty && offset == 1 { return .words([("  (empty)", .muted)]) }
        if offset <= content.text.count { return .text(section: section, row: offset - 1) }
        if offset == max(1, content.text.count) + 1 { return .blank }
        let last = offset - max(1, content.text.count) - 2
        return tail.indices.contains(last) ? tail[last] : .blank
    }

    /// The rows that show what a search found, in their order; one for each place that it matches at.
    ///
    /// - Complexity: O(hits log rows).
    func highlighted(_ state: ReviewState) -> [Int] {
        text.sections.enumerated().flatMap { number, section in
            ReadingText.highlights(state, section: number).map {
                sectionStart[number] + 1 + section.text.row(showing: $0.lowerBound)
            }
        }
    }

    /// The number of the hit that was scrolled to last, from 1, and how many the text has; nil where it has none.
    func hits(_ state: ReviewState) -> (at: Int, count: Int)? {
        let count = highlighted(state).count
        return count > 0 ? (min(count, (state.reading.hit ?? 0) + 1), count) : nil
    }

    /// The name of the section that a row lies in.
    ///
    /// - Complexity: O(sections).
    func section(at row: Int) -> String {
        guard row >= head.count, let first = sectionStart.first, row >= first || !text.sections.isEmpty else {
            return text.sections.first?.heading ?? "item"
        }
        if row >= count - tail.count, !tail.isEmpty { return "fields" }
        return sectionStart.lastIndex { $0 <= row }.map { text.sections[$0].heading } ?? text.sections.first?.heading
            ?? "item"
    }

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
        if isWhole {
            let said = VerdictLines.all(item, state)
            return said.isEmpty ? [] : said + [.blank]
        }
        var lines: [ReadingLine] = [.bucket(now, movedFrom: now == then ? nil : then)]
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
