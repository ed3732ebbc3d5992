internal import RoundExport
public import RoundModel

/// What a grid says of its round at some thresholds.
public struct GridSummary: Sendable {
    /// What the grid is called.
    public let name: String
    /// The grid.
    public let grid: RoundGrid
    /// What thresholds make of it.
    public let counts: GridCounts
    /// Where each threshold came from.
    public let origins: [ThresholdName: ThresholdOrigin]

    /// - Complexity: O(cells).
    public init(
        _ grid: RoundGrid,
        name: String,
        at thresholds: Thresholds,
        origins: [ThresholdName: ThresholdOrigin] = [:]
    ) {
        (self.name, self.grid, self.origins) = (name, grid, origins)
        counts = GridCounts(grid.counts, at: thresholds)
    }

    /// Lines for a person, each with its line end. They hold names from the round.
    public var text: String {
        let sections = [titleLines, scoreLines, thresholdLines, bucketLines, setLines, invalidLines, noteLines]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var titleLines: [String] {
        let record = grid.record
        let bytes = record.files.compactMap(\.bytes).reduce(0, +)
        let facts = [
            DecimalText.counted(record.items, "item"), "\(DecimalText.grouped(record.invalid)) invalid",
            ByteText.size(bytes), DecimalText.counted(record.files.count, "file"), "counted by \(record.engine)",
        ]
        return [name, "  " + facts.joined(separator: " · ")]
    }

    private var scoreLines: [String] {
        var table = TextTable(["Scores", "min", "max", "lines", ""], [.left, .right, .right, .right, .left])
        for (title, axis) in [("safety", grid.counts.safety), ("helpfulness", grid.counts.helpfulness)] {
            table.add(
                title,
                number(axis.min),
                number(axis.max),
                DecimalText.grouped(axis.lines.count),
                axis.isExact ? "every value is a line" : "exact on them, bounds between"
            )
        }
        return table.lines
    }

    private var thresholdLines: [String] {
        var table = TextTable(["Thresholds", "", "below", "on it", "above"], [.left, .right, .right, .right, .right])
        for name in ThresholdName.allCases {
            let line = counts.tally[name]
            table.add(
                name.title,
                number(counts.tally.thresholds[name]),
                line.below.text,
                line.on.text,
                line.above.text
            )
        }
        return table.lines
    }

    private var bucketLines: [String] {
        var table = TextTable(["Buckets", "items", "share"], [.left, .right, .right])
        for bucket in Bucket.allCases {
            let count = counts.tally[bucket]
            table.add("\(bucket.letter) \(bucket.name)", count.text, count.percent(of: grid.record.items))
        }
        return table.lines
    }

    private var setLines: [String] {
        var table = TextTable(["Sets (distinct)"], [.left, .right])
        table.add("adversarial prompts", counts.adversarialPrompts.text)
        table.add("accepted pairs", counts.acceptedPairs.text)
        return table.lines
    }

    private var invalidLines: [String] {
        guard grid.record.invalid > 0 else { return [] }
        var table = TextTable(
            ["Invalid rows  \(DecimalText.grouped(grid.record.invalid))", "rows", "the first of them"],
            [.left, .right, .left]
        )
        for reason in grid.record.invalidRows {
            let what = [reason.reason, reason.field].compactMap(\.self).joined(separator: ", ")
            table.add(what, DecimalText.grouped(reason.rows), reason.first.text.replacing("\n", with: " "))
        }
        return table.lines
    }

    private var noteLines: [String] {
        var notes: [String] = []
        for name in grid.counts.between(counts.tally.thresholds) {
            let value = counts.tally.thresholds[name]
            let axis = grid.counts[name]
            let next = axis.neighbours(of: value)
            let lines = [next.below, next.above].compactMap(\.self).map(number)
            notes.append(
                "\(name.title) \(number(value)) is not on a line of the grid, so counts are bounds; they are exact at "
                    + lines.joined(separator: " and ") + "."
            )
        }
        if counts.tally.thresholds.areCrossed {
            notes.append("θ adv lies above θ safety: items between them are adversarial, since the first test wins.")
        }
        return notes.isEmpty ? [] : ["Notes"] + notes.map { "  - \($0)" }
    }

    private func number(_ value: Double) -> String { DecimalText.exact(value, atLeast: 0) }
}
