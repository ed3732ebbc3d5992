import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

/// What the colours of the plot mean, in its frame's lower edge: there is nothing there that it could hide.
extension Painter {
    /// One meaning: how it looks in the plot, and its name.
    private struct LegendEntry {
        var mark: String
        var style: Style
        var name: String
        /// What follows the name however short that is cut.
        var count = ""
        /// True for a step of a ramp behind the one before it.
        var isJoined = false
    }

    mutating func plotLegend(_ state: ReviewState, _ cells: DensityCells?, in rect: Rect) {
        let room = rect.width - 6
        guard room > 8, rect.height > 2 else { return }
        let (entries, note) = legend(state, cells)
        // Names give way first, then counts; the marks stay.
        let lengths = [40, 20, 14, 10, 8, 6, 5, 4, 3, 2, 1, 0]
        let tries = lengths.map { ($0, true) } + lengths.map { ($0, false) }
        var parts: [(text: String, style: Style)] = []
        for (length, hasCounts) in tries {
            parts = legendParts(entries, nameLength: length, hasCounts)
            if parts.reduce(0, { $0 + width($1.text) }) <= room { break }
        }
        let used = parts.reduce(0) { $0 + width($1.text) }
        if !note.isEmpty, used + width(note) + 4 <= room { parts.append((" (\(note))", theme[.muted])) }
        var x = rect.x + 2
        x += words(" ", x: x, y: rect.maxY - 1, width: 1, .muted)
        for part in parts where x < rect.maxX - 3 {
            x += words(part.text, x: x, y: rect.maxY - 1, width: rect.maxX - 3 - x, part.style)
        }
        words(" ", x: x, y: rect.maxY - 1, width: 1, .muted)
    }

    private func legendParts(
        _ entries: [LegendEntry],
        nameLength: Int,
        _ hasCounts: Bool
    ) -> [(text: String, style: Style)] {
        var parts: [(text: String, style: Style)] = []
        for entry in entries {
            if !parts.isEmpty, !entry.isJoined { parts.append((nameLength > 0 ? "  " : " ", theme[.muted])) }
            if !entry.mark.isEmpty { parts.append((entry.mark, entry.style)) }
            let name = SafeText(entry.name).truncated(to: nameLength).string
            let words = [nameLength > 0 ? name : "", hasCounts ? entry.count : ""].filter { !$0.isEmpty }
            if !words.isEmpty {
                parts.append(((entry.mark.isEmpty ? "" : " ") + words.joined(separator: " "), theme[.label]))
            }
        }
        return parts
    }

    private func legend(_ state: ReviewState, _ cells: DensityCells?) -> (entries: [LegendEntry], note: String) {
        switch state.plot.colouring {
        case .bucket:
            return (
                Bucket.allCases.map { LegendEntry(mark: String($0.letter), style: style(of: $0), name: $0.name) },
                "fuller where there are more items"
            )
        case .density: return densityLegend(cells)
        case .verdict:
            guard let layer = state.plotLayer else { return (waiting("reading the verdicts"), "") }
            return (entries(layer, hasCounts: true), "the first of them in a cell")
        case .field(let name):
            guard let layer = state.plotLayer else {
                guard state.find.facets.fields == nil else { return (waiting("counting \(name ?? "")"), "") }
                if state.round.isReading { return (waiting("once the round is read"), "") }
                return (waiting("reading the fields: \(Int(state.find.facets.fraction * 100)) %"), "")
            }
            return (entries(layer, hasCounts: false), "the most frequent in a cell")
        }
    }

    private func waiting(_ text: String) -> [LegendEntry] { [LegendEntry(mark: "", style: .plain, name: text)] }

    private func entries(_ layer: PlotLayer, hasCounts: Bool) -> [LegendEntry] {
        layer.categories.indices.map { number in
            let category = layer.categories[number]
            return LegendEntry(
                mark: String(Character(categoryLetter(category))),
                style: categoryStyle(number, layer),
                name: name(category.name, width: 40),
                count: hasCounts ? DecimalText.grouped(category.count) : ""
            )
        }
    }

    /// From the sparsest cell to the densest.
    private func densityLegend(_ cells: DensityCells?) -> (entries: [LegendEntry], note: String) {
        guard let cells, cells.most > 0 else { return (waiting("no items here"), "") }
        var entries = [LegendEntry(mark: "", style: .plain, name: "1")]
        if theme.hasColours, cells.drawing != .ascii {
            entries += densityRamp.enumerated().map {
                LegendEntry(mark: cells.drawing == .braille ? "⣿" : "█", style: $1, name: "", isJoined: $0 > 0)
            }
        } else {
            let ramp = densityRamp
            let steps = DensityCells.asciiRamp
            entries += steps.indices.map { step in
                LegendEntry(
                    mark: String(Character(steps[step])),
                    style: ramp[step * ramp.count / steps.count],
                    name: "",
                    isJoined: step > 0
                )
            }
        }
        let most = DecimalText.counted(cells.most, "item")
        return (entries + [LegendEntry(mark: "", style: .plain, name: "\(most) in a cell")], "by the logarithm")
    }
}
