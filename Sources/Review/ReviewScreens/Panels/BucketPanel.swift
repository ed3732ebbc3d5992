import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

extension Painter {
    /// Draws each bucket's count, share and change against the baseline.
    mutating func buckets(_ state: ReviewState, in rect: Rect) {
        let area = frame(rect, title: "buckets", note: "change")
        guard !area.isEmpty, let tally = state.counting.tally else { return }
        let counts = tally.counts
        let isLarge = counts.total >= 100_000
        let countEnd = area.x + (isLarge ? 14 : 21)
        for (row, bucket) in Bucket.allCases.enumerated() where row < area.height {
            let y = area.y + row
            spots.add(.tab(.bucket(bucket)), Rect(x: area.x, y: y, width: area.width, height: 1))
            words(" \(bucketName(bucket, isShort: isLarge))", x: area.x, y: y, width: area.width, style(of: bucket))
            wordsRight(DecimalText.grouped(counts[bucket]), maxX: countEnd, y: y, width: 11, .value)
            let share = DecimalText.percent(counts[bucket], of: counts.total)
            wordsRight(share, maxX: countEnd + 8, y: y, width: 8, .label)
            let change = tally.change(of: bucket)
            let room = area.maxX - 2 - countEnd - 8
            changeText(change, maxX: area.maxX - 1, y: y, width: room)
        }
        if area.height > 3 {
            var total = "Σ \(DecimalText.counted(counts.total, "item"))"
            if let judged = state.verdicts.judged?.count, judged > 0 {
                let room = max(4, area.width - 1 - width(total) - width(" ·  by verdict"))
                total += " · \(DecimalText.grouped(judged, width: room)) by verdict"
            }
            words(" \(total)", x: area.x, y: area.y + 3, width: area.width, .muted)
        }
    }

    /// A bucket's letter and name; the letter alone where large numbers need the room.
    private func bucketName(_ bucket: Bucket, isShort: Bool) -> String {
        isShort ? String(bucket.letter) : "\(bucket.letter) \(bucket.name)"
    }

    private mutating func changeText(_ change: Int, maxX: Int, y: Int, width: Int) {
        let text = DecimalText.signed(change, width: width)
        wordsRight(text, maxX: maxX, y: y, width: width, change == 0 ? .muted : .value)
    }

    /// Draws where items went: a row for each bucket they were in at the baseline.
    mutating func flows(_ state: ReviewState, in rect: Rect) {
        let moved = state.counting.tally?.moved ?? 0
        let area = frame(rect, title: "moved since baseline", note: DecimalText.grouped(moved))
        guard !area.isEmpty, let tally = state.counting.tally else { return }
        spots.add(.tab(.moved), rect)
        let isLarge = tally.counts.total >= 100_000
        let columnWidth = max(5, (area.width - (isLarge ? 7 : 16)) / 3)
        let start = area.maxX - 3 * columnWidth - 1
        words(symbols.spellsWords ? " from v to >" : " from ↓ to →", x: area.x, y: area.y, width: area.width, .muted)
        for (index, bucket) in Bucket.allCases.enumerated() {
            let maxX = start + (index + 1) * columnWidth
            put(letter(bucket), x: maxX - 1, y: area.y, style(of: bucket))
        }
        for (row, from) in Bucket.allCases.enumerated() where row + 1 < area.height {
            let y = area.y + 1 + row
            words(" \(bucketName(from, isShort: isLarge))", x: area.x, y: y, width: 15, style(of: from))
            for (index, to) in Bucket.allCases.enumerated() {
                flowCell(tally.flows, from, to, maxX: start + (index + 1) * columnWidth, y: y, width: columnWidth - 1)
            }
        }
    }

    func letter(_ bucket: Bucket) -> Unicode.Scalar { bucket.letter.unicodeScalars.first ?? " " }

    private mutating func flowCell(
        _ flows: FlowTable,
        _ from: Bucket,
        _ to: Bucket,
        maxX: Int,
        y: Int,
        width: Int
    ) {
        let count = flows[from: from, to: to]
        let text = from == to ? "·" : DecimalText.grouped(count, width: width)
        wordsRight(text, maxX: maxX, y: y, width: width, from == to || count == 0 ? .muted : .value)
    }

    /// Thresholds, buckets and flows in one column without frames, for small terminals.
    mutating func compactSide(_ state: ReviewState, in rect: Rect) {
        let area = rect.inset(left: 1)
        var y = area.y
        let step = state.round.step(of: state.thresholds.chosen)
        let stepText = "step \(DecimalText.exact(step.value, atLeast: step.decimals))"
        // The shares stand under the last signs: below and above.
        let sides = "\(stepText) <\(String(symbols.vertical))> "
        let note = width(sides) + width("θ") + 10 <= area.width ? sides : stepText
        rule(x: area.x, y: y, width: area.width, title: "θ", note: note)
        y += 1
        for name in ThresholdName.allCases where y < area.maxY {
            thresholdRow(name, state, x: area.x, y: y, width: area.width, isCompact: true)
            y += 1
        }
        guard let tally = state.counting.tally else { return }
        // The table needs four rows and the buckets four; notes take what is left between them.
        let notesRoom = max(0, area.maxY - y - 8)
        for (text, role) in thresholdNotes(state, isCompact: true, width: area.width - 1).prefix(min(notesRoom, 2)) {
            words(text, x: area.x + 1, y: y, width: area.width - 1, role)
            y += 1
        }
        guard y < area.maxY else { return }
        rule(x: area.x, y: y, width: area.width, title: "buckets", note: "change")
        y += 1
        let counts = tally.counts
        for bucket in Bucket.allCases where y < area.maxY {
            let count = DecimalText.grouped(counts[bucket])
            spots.add(.tab(.bucket(bucket)), Rect(x: area.x, y: y, width: area.width, height: 1))
            put(letter(bucket), x: area.x + 1, y: y, style(of: bucket))
            wordsRight(count, maxX: area.x + 12, y: y, width: 10, .value)
            let share = DecimalText.percent(counts[bucket], of: counts.total)
            wordsRight(share, maxX: area.x + 19, y: y, width: 7, .label)
            changeText(tally.change(of: bucket), maxX: area.maxX, y: y, width: 6)
            y += 1
        }
        guard y < area.maxY else { return }
        compactFlows(tally, x: area.x, y: y, width: area.width, rows: area.maxY - y)
    }

    private mutating func compactFlows(_ tally: Tally, x: Int, y: Int, width: Int, rows: Int) {
        let columnWidth = (width - 4) / 3
        spots.add(.tab(.moved), Rect(x: x, y: y, width: width, height: min(rows, 4)))
        put(symbols.spellsWords ? "#" : "⇄", x: x + 1, y: y, theme[.muted])
        for (index, bucket) in Bucket.allCases.enumerated() {
            put(letter(bucket), x: x + 3 + (index + 1) * columnWidth, y: y, style(of: bucket))
        }
        for (row, from) in Bucket.allCases.enumerated() where row + 1 < rows {
            put(letter(from), x: x + 1, y: y + 1 + row, style(of: from))
            for (index, to) in Bucket.allCases.enumerated() {
                flowCell(
                    tally.flows,
                    from,
                    to,
                    maxX: x + 4 + (index + 1) * columnWidth,
                    y: y + 1 + row,
                    width: columnWidth - 1
                )
            }
        }
    }
}
