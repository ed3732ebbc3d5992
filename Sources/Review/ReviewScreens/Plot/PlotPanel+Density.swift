import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// How the cells of a plot look.
    private struct Ink {
        /// From sparse to dense.
        var ramp: [Style]
        /// Stands in the cell in place of its dots; nil for dots.
        var letter: Unicode.Scalar?
    }

    /// Draws how many items there are in each cell, in what the colours mean.
    mutating func plotDensity(_ cells: DensityCells, _ layout: PlotLayout, _ state: ReviewState) {
        let layer = state.plotLayer
        let hasColours = theme.hasColours
        for row in 0..<cells.rows {
            for column in 0..<cells.columns {
                let items = cells.items(column: column, row: row)
                let x = layout.inner.x + column
                let y = layout.inner.y + row
                guard items > 0 else { continue }
                let ink: Ink
                switch state.plot.colouring {
                case .bucket: ink = Ink(ramp: ramp(of: layout.bucket(x: x, y: y, at: state.thresholds.now)))
                case .density: ink = Ink(ramp: densityRamp, letter: hasColours ? nil : cells.ascii(items))
                case .verdict:
                    let category = layer?.grid.category(column: column, row: row)
                    ink = categoryInk(category, layer, hasLetter: true)
                case .field:
                    let category = layer?.grid.category(column: column, row: row)
                    ink = categoryInk(category, layer, hasLetter: !hasColours || cells.drawing == .ascii)
                }
                let style = ink.ramp[cells.level(items, steps: ink.ramp.count)]
                switch (ink.letter, cells.drawing) {
                case (let letter?, _): put(letter, x: x, y: y, style)
                case (nil, .braille): put(cells.braille(column: column, row: row), x: x, y: y, style)
                case (nil, .ascii): put(cells.ascii(items), x: x, y: y, style)
                case (nil, .blocks): plotBlocks(cells.halves(column: column, row: row), cells, ink.ramp, x: x, y: y)
                }
            }
        }
    }

    private func categoryInk(_ category: Int?, _ layer: PlotLayer?, hasLetter: Bool) -> Ink {
        guard let layer, let category, layer.categories.indices.contains(category) else {
            return Ink(ramp: [theme[.muted]])
        }
        return Ink(
            ramp: [categoryStyle(category, layer)],
            letter: hasLetter ? categoryLetter(layer.categories[category]) : nil
        )
    }

    /// The look of a category; what is left over has none of its own.
    func categoryStyle(_ number: Int, _ layer: PlotLayer) -> Style {
        guard layer.categories[number].isNamed else { return theme[.muted] }
        guard theme.hasColours else { return Style(attributes: .bold) }
        let styles = theme.categories.isEmpty ? Theme.usualCategories : theme.categories
        return styles[number % styles.count]
    }

    /// The letter of a category in what the terminal can show.
    func categoryLetter(_ category: PlotCategory) -> Unicode.Scalar {
        category.letter.isASCII || !symbols.spellsWords ? category.letter : "#"
    }

    /// The styles from sparse to dense where buckets give no colours.
    var densityRamp: [Style] {
        if let ramp = theme.ramps["all"], !ramp.isEmpty { return ramp }
        return [theme[.histogram]]
    }

    private mutating func plotBlocks(
        _ halves: (upper: Int, lower: Int),
        _ cells: DensityCells,
        _ ramp: [Style],
        x: Int,
        y: Int
    ) {
        // The largest cell holds two halves, so a half is measured as if its twin were alike.
        let upper = ramp[cells.level(halves.upper * 2, steps: ramp.count)]
        let lower = ramp[cells.level(halves.lower * 2, steps: ramp.count)]
        switch (halves.upper > 0, halves.lower > 0) {
        case (true, true):
            var style = upper
            style.background = lower.foreground
            put(upper == lower ? "█" : "▀", x: x, y: y, upper == lower ? upper : style)
        case (true, false): put("▀", x: x, y: y, upper)
        case (false, true): put("▄", x: x, y: y, lower)
        case (false, false): break
        }
    }

    /// The styles of a bucket's region from sparse to dense; its plain style where the theme has no ramp.
    func ramp(of bucket: Bucket) -> [Style] {
        if let ramp = theme.ramps[bucket.name], !ramp.isEmpty { return ramp }
        return [style(of: bucket)]
    }
}
