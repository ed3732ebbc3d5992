import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws the three threshold lines and their names; a line outside the plot is named at the edge it lies beyond.
    mutating func plotLines(_ layout: PlotLayout, _ state: ReviewState) {
        let now = state.thresholds.now
        let inner = layout.inner
        let chosen = state.thresholds.chosen
        let help = layout.row(of: now.help)
        if let help {
            // Helpfulness decides only right of θ safety, and not at all left of θ adv.
            let from = max(
                layout.column(of: now.safety) ?? (now.safety < layout.viewport.safety.low ? inner.x : inner.maxX),
                layout.column(of: now.adv) ?? (now.adv < layout.viewport.safety.low ? inner.x : inner.maxX)
            )
            for x in inner.x..<inner.maxX where x >= from || (x - inner.x) % 4 == 0 {
                put(symbols.horizontal, x: x, y: help, lineStyle(.help, chosen))
            }
        }
        for name in [ThresholdName.adv, .safety].sorted(by: { a, _ in a != chosen }) {
            guard let x = layout.column(of: now[name]) else { continue }
            for y in inner.y..<inner.maxY {
                let meets = y == help && canvas[x, y].glyph.base == symbols.horizontal
                let line = name == .adv ? symbols.dottedVertical : symbols.vertical
                put(meets ? symbols.cross : line, x: x, y: y, lineStyle(name, chosen))
            }
        }
        plotLineNames(layout, state)
    }

    private func lineStyle(_ name: ThresholdName, _ chosen: ThresholdName) -> Style {
        theme[name == chosen ? .chosenLine : .line]
    }

    private mutating func plotLineNames(_ layout: PlotLayout, _ state: ReviewState) {
        let now = state.thresholds.now
        let inner = layout.inner
        var taken: [ClosedRange<Int>] = []
        // The chosen one is placed first and so always finds its place.
        let order = ThresholdName.allCases.sorted { a, b in a == state.thresholds.chosen && b != a }
        for name in order where name != .help {
            let label = "\(name.title) \(state.describe(now[name], name))"
            let size = width(label)
            let spot: Int
            var text = label
            if let x = layout.column(of: now[name]) {
                let right = x + 2
                spot = right + size <= inner.maxX ? right : x - 1 - size
            } else if now[name] < layout.viewport.safety.low {
                text = "← \(label)"
                spot = inner.x
            } else {
                text = "\(label) →"
                spot = inner.maxX - width(text)
            }
            let rows = inner.y..<min(inner.maxY, inner.y + 3)
            for y in rows {
                let span = (y * 10_000 + spot - 1)...(y * 10_000 + spot + width(text))
                guard spot >= inner.x, !taken.contains(where: { $0.overlaps(span) }) else { continue }
                taken.append(span)
                words(text, x: spot, y: y, width: inner.maxX - spot, nameStyle(name, state))
                break
            }
        }
        plotHelpName(layout, state)
    }

    private mutating func plotHelpName(_ layout: PlotLayout, _ state: ReviewState) {
        let inner = layout.inner
        let value = state.thresholds.now.help
        var label = " θ help \(state.describe(value, .help))"
        let y: Int
        if let row = layout.row(of: value) {
            y = row
        } else if value > layout.viewport.helpfulness.high {
            label += " ↑"
            y = min(inner.maxY - 1, inner.y + 3)
        } else {
            label += " ↓"
            y = inner.maxY - 1
        }
        let size = width(label)
        guard size < inner.width else { return }
        // On the right, where the line decides, unless that would hide the item under the cursor.
        var x = inner.maxX - size
        if let item = plotItemCell(layout, state), item.y == y, item.x >= x { x = inner.x }
        words(label, x: x, y: y, width: size, nameStyle(.help, state))
    }

    private func nameStyle(_ name: ThresholdName, _ state: ReviewState) -> Style {
        theme[name == state.thresholds.chosen ? .chosen : .line]
    }

    /// Writes each bucket's letter and name where its region has most room for it.
    mutating func plotRegionNames(_ layout: PlotLayout, _ state: ReviewState, _ cells: DensityCells?) {
        let inner = layout.inner
        for bucket in Bucket.allCases {
            let long = "\(bucket.letter) \(bucket.name)"
            for text in [long, String(bucket.letter)] {
                guard let spot = emptiestSpot(for: text, bucket, layout, state, cells) else { continue }
                words(text, x: spot.x, y: spot.y, width: inner.maxX - spot.x, style(of: bucket).adding(.bold))
                break
            }
        }
    }

    /// The place within a bucket's region where a text hides the fewest items; nil where it fits nowhere.
    private func emptiestSpot(
        for text: String, _ bucket: Bucket, _ layout: PlotLayout, _ state: ReviewState, _ cells: DensityCells?
    ) -> (x: Int, y: Int)? {
        let inner = layout.inner
        let size = text.count + 2
        var best: (x: Int, y: Int, cost: Int)?
        for y in inner.y..<inner.maxY {
            // The first rows hold the names of the lines, the row of θ help its line.
            if y < inner.y + 1 || y == layout.row(of: state.thresholds.now.help) { continue }
            var run = 0
            var cost = 0
            for x in inner.x..<inner.maxX {
                let isLine = x == layout.column(of: state.thresholds.now.adv)
                    || x == layout.column(of: state.thresholds.now.safety)
                guard !isLine, layout.bucket(x: x, y: y, at: state.thresholds.now) == bucket else {
                    run = 0
                    cost = 0
                    continue
                }
                run += 1
                cost += cells?.items(column: x - inner.x, row: y - inner.y) ?? 0
                if run > size { cost -= cells?.items(column: x - size - inner.x, row: y - inner.y) ?? 0 }
                guard run >= size else { continue }
                // A small preference for the upper part and the middle of the region keeps the name from jumping.
                let weight = cost * 64 + (y - inner.y)
                if best.map({ weight < $0.cost }) ?? true { best = (x - size + 2, y, weight) }
            }
        }
        return best.map { ($0.x, $0.y) }
    }
}
