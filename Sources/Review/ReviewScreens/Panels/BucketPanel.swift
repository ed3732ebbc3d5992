import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

extension Painter {
    /// Draws each bucket's count, share and change against the baseline.
    mutating func buckets(_ state: ReviewState, in rect: Rect) {
        let tally = state.shownTally
        let area = frame(rect, title: "buckets", note: tally.map(Self.bucketNote) ?? "")
        guard !area.isEmpty, let tally else { return }
        bucketRows(tally, in: Rect(x: area.x, y: area.y, width: area.width - 1, height: min(3, area.height)))
        if area.height > 3 {
            var total = "Σ \(DecimalText.counted(tally.total, "item"))\(Self.scopeText(state.countScope))"
            if let judged = state.verdicts.judged?.count, judged > 0, state.countScope != .grid {
                let room = max(4, area.width - 1 - width(total) - width(" ·  by verdict"))
                total += " · \(DecimalText.grouped(judged, width: room)) by verdict"
            }
            words(" \(total)", x: area.x, y: area.y + 3, width: area.width, .muted)
        }
    }

    /// A row for each bucket: its name, or its letter alone where large numbers need the room, then the numbers.
    private mutating func bucketRows(_ tally: BoundedTally, in area: Rect) {
        let columns = BucketColumns(total: tally.total, width: area.width)
        for (row, bucket) in Bucket.allCases.enumerated() where row < area.height {
            let y = area.y + row
            spots.add(.tab(.bucket(bucket)), Rect(x: area.x, y: y, width: area.width, height: 1))
            let name = columns.hasNames ? "\(bucket.letter) \(bucket.name)" : String(bucket.letter)
            words(" \(name)", x: area.x, y: y, width: area.width, style(of: bucket))
            let (count, change) = (tally[bucket], tally.change(of: bucket))
            guard count.isExact, change.isExact else {
                rangeRow(count, change, of: tally.total, x: area.x + width(name) + 2, maxX: area.maxX, y: y)
                continue
            }
            let countEnd = area.x + columns.countEnd
            wordsRight(DecimalText.grouped(count.low), maxX: countEnd, y: y, width: columns.count, .value)
            let share =
                columns.isExact
                ? DecimalText.percent(count.low, of: tally.total)
                : "\(DecimalText.wholePercent(count.low, of: tally.total)) %"
            wordsRight(share, maxX: countEnd + columns.share, y: y, width: columns.share, .label)
            let room = area.width - columns.countEnd - columns.share - 1
            changeText(change.low, maxX: area.maxX, y: y, width: room)
        }
    }

    /// A count between two ends, with its change or its share where there is room.
    private mutating func rangeRow(_ count: CountRange, _ change: CountRange, of total: Int, x: Int, maxX: Int, y: Int)
    {
        let room = maxX - x
        let text = count.text(width: room)
        let others = [change.isExact ? change.signedText : nil, count.percent(of: total)].compactMap(\.self)
        let whole = others.map { "\(text)  \($0)" }.first { width($0) <= room } ?? text
        wordsRight(whole, maxX: maxX, y: y, width: room, .value)
    }

    /// What stands at the end of the rows.
    private static func bucketNote(_ tally: BoundedTally) -> String {
        tally.isExact ? "change" : "at least to at most"
    }

    /// What the counts are of, where that is not the items alone.
    private static func scopeText(_ scope: CountScope) -> String {
        switch scope {
        case .items: ""
        case .grid: " by θ alone"
        case .sample: " drawn"
        }
    }

    private mutating func changeText(_ change: Int, maxX: Int, y: Int, width: Int) {
        let text = DecimalText.signed(change, width: width)
        wordsRight(text, maxX: maxX, y: y, width: width, change == 0 ? .muted : .value)
    }

    /// Draws where items went: a row for each bucket they were in at the baseline.
    mutating func flows(_ state: ReviewState, in rect: Rect) {
        let tally = state.shownTally
        let area = frame(rect, title: "moved since baseline", note: (tally?.moved ?? CountRange()).text(width: 16))
        guard !area.isEmpty, let tally else { return }
        spots.add(.tab(.moved), rect)
        let columnWidth = max(5, (area.width - 9) / 3)
        let start = area.maxX - 3 * columnWidth - 1
        words(" to", x: area.x, y: area.y, width: area.width, .muted)
        for (index, bucket) in Bucket.allCases.enumerated() {
            put(letter(bucket), x: start + (index + 1) * columnWidth - 1, y: area.y, style(of: bucket))
        }
        for (row, from) in Bucket.allCases.enumerated() where row + 1 < area.height {
            flowRow(tally, from, x: area.x, start: start, y: area.y + 1 + row, width: columnWidth)
        }
    }

    /// Where the items of a bucket went: `from A`, and a number for each bucket.
    private mutating func flowRow(_ flows: BoundedTally, _ from: Bucket, x: Int, start: Int, y: Int, width: Int) {
        let used = words(" from ", x: x, y: y, width: 6, .muted)
        put(letter(from), x: x + used, y: y, style(of: from))
        for (index, to) in Bucket.allCases.enumerated() {
            flowCell(flows, from, to, maxX: start + (index + 1) * width, y: y, width: width - 1)
        }
    }

    func letter(_ bucket: Bucket) -> Unicode.Scalar { bucket.letter.unicodeScalars.first ?? " " }

    private mutating func flowCell(
        _ flows: BoundedTally,
        _ from: Bucket,
        _ to: Bucket,
        maxX: Int,
        y: Int,
        width: Int
    ) {
        let count = flows[from: from, to: to]
        let text = from == to ? "·" : count.brief(width: width)
        wordsRight(text, maxX: maxX, y: y, width: width, from == to || count.high == 0 ? .muted : .value)
    }

    /// Thresholds, buckets and flows in one column without frames, for small terminals.
    mutating func compactSide(_ state: ReviewState, in rect: Rect) {
        let area = rect.inset(left: 1)
        var y = area.y
        let step = state.round.step(of: state.thresholds.chosen)
        let stepText = "step \(DecimalText.exact(step.value, atLeast: step.decimals))"
        // What the shares mean stands above them in any case.
        let sides = "below\(String(symbols.vertical))above"
        let both = "\(stepText)  \(sides)"
        let note = width(both) + width("θ") + 10 <= area.width ? both : sides
        rule(x: area.x, y: y, width: area.width, title: "θ", note: note)
        y += 1
        for name in ThresholdName.allCases where y < area.maxY {
            thresholdRow(name, state, x: area.x, y: y, width: area.width, isCompact: true)
            y += 1
        }
        guard let tally = state.shownTally else { return }
        // The table needs four rows and the buckets four; notes take what is left between them.
        let notesRoom = max(0, area.maxY - y - 8)
        for (text, role) in thresholdNotes(state, isCompact: true, width: area.width - 1).prefix(min(notesRoom, 2)) {
            words(text, x: area.x + 1, y: y, width: area.width - 1, role)
            y += 1
        }
        guard y < area.maxY else { return }
        rule(x: area.x, y: y, width: area.width, title: "buckets", note: Self.bucketNote(tally))
        y += 1
        bucketRows(tally, in: Rect(x: area.x, y: y, width: area.width, height: min(3, area.maxY - y)))
        y += 3
        guard y < area.maxY else { return }
        compactFlows(tally, x: area.x, y: y, width: area.width, rows: area.maxY - y)
    }

    private mutating func compactFlows(_ tally: BoundedTally, x: Int, y: Int, width: Int, rows: Int) {
        let columnWidth = (width - 8) / 3
        let start = x + width - 3 * columnWidth
        spots.add(.tab(.moved), Rect(x: x, y: y, width: width, height: min(rows, 4)))
        rule(x: x, y: y, width: width, title: "moved to")
        for (index, bucket) in Bucket.allCases.enumerated() {
            let end = start + (index + 1) * columnWidth
            words("   ", x: end - 2, y: y, width: index == 2 ? 2 : 3, .muted)
            put(letter(bucket), x: end - 1, y: y, style(of: bucket))
        }
        for (row, from) in Bucket.allCases.enumerated() where row + 1 < rows {
            flowRow(tally, from, x: x, start: start, y: y + 1 + row, width: columnWidth)
        }
    }
}

/// Where the numbers of the buckets stand: as much as there is room for, whatever the buckets hold just now.
private struct BucketColumns {
    /// True where the buckets are named; else their letters stand alone.
    let hasNames: Bool
    /// True where shares have a decimal.
    let isExact: Bool
    /// Columns of a count.
    let count: Int

    /// The column behind the counts.
    var countEnd: Int { (hasNames ? 14 : 2) + 1 + count }
    /// Columns of a share, with the blank before it.
    var share: Int { isExact ? 8 : 6 }

    init(total: Int, width: Int) {
        count = max(5, DecimalText.grouped(total).count)
        // The change against the baseline has three digits, a sign, a point and a unit.
        let rest = width - count - 1 - 7
        let ways: [(hasNames: Bool, isExact: Bool)] = [(true, true), (true, false), (false, true), (false, false)]
        let way = ways.first { ($0.hasNames ? 14 : 2) + ($0.isExact ? 8 : 6) <= rest } ?? ways[3]
        (hasNames, isExact) = way
    }
}
