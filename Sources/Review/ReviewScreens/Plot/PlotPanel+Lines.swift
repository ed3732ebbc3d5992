import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws the three threshold lines. Where there are items they stay, in the line's look: what lies on a line is what a
    /// person is to judge.
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
                plotLineCell(symbols.horizontal, dots: 0x12, x: x, y: help, lineStyle(.help, chosen))
            }
        }
        for name in [ThresholdName.adv, .safety].sorted(by: { a, _ in a != chosen }) {
            guard let x = layout.column(of: now[name]) else { continue }
            for y in inner.y..<inner.maxY {
                let meets = y == help && canvas[x, y].glyph.base == symbols.horizontal
                let line = name == .adv ? symbols.dottedVertical : symbols.vertical
                plotLineCell(
                    meets ? symbols.cross : line,
                    dots: name == .adv ? 0x05 : 0x47,
                    x: x,
                    y: y,
                    lineStyle(name, chosen)
                )
            }
        }
    }

    /// Draws one cell of a line.
    ///
    /// - Parameter dots: the braille dots that go on with the line through a cell that holds items.
    private mutating func plotLineCell(_ line: Unicode.Scalar, dots: UInt32, x: Int, y: Int, _ style: Style) {
        let base = canvas[x, y].glyph.base
        let isFree = [" ", symbols.horizontal, symbols.vertical, symbols.dottedVertical].contains(base)
        if isFree {
            put(line, x: x, y: y, style)
        } else if (0x2801...0x28FF).contains(base.value), let both = Unicode.Scalar(base.value | dots) {
            put(both, x: x, y: y, style)
        } else {
            canvas.restyle(x: x, y: y) { _ in style }
        }
    }

    private func lineStyle(_ name: ThresholdName, _ chosen: ThresholdName) -> Style {
        theme[name == chosen ? .chosenLine : .line]
    }

    /// Writes the names of lines and regions.
    mutating func plotLabels(_ labels: PlotLabels, _ state: ReviewState) {
        for label in labels.labels {
            let style: Style
            switch label.subject {
            case .line(let name): style = theme[name == state.thresholds.chosen ? .chosen : .line]
            case .beyond: style = theme[.warning]
            case .region(let bucket): style = self.style(of: bucket).adding(.bold)
            }
            words(label.text, x: label.x, y: label.y, width: label.width, style)
        }
    }
}
