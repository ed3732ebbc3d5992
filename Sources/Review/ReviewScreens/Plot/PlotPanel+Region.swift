import ReviewSession
import TerminalCanvas

extension Painter {
    /// Draws the rectangle that is being dragged; its ranges are in the message.
    mutating func plotRegion(_ layout: PlotLayout, _ state: ReviewState) {
        guard let drag = state.pointer.drag, case .region = drag.kind, drag.hasMoved,
            let rect = layout.cells(from: drag.start, to: drag.now)
        else { return }
        let style = theme[.chosenLine]
        for x in rect.x..<rect.maxX {
            put(symbols.horizontal, x: x, y: rect.y, style)
            put(symbols.horizontal, x: x, y: rect.maxY - 1, style)
        }
        for y in rect.y..<rect.maxY {
            put(symbols.vertical, x: rect.x, y: y, style)
            put(symbols.vertical, x: rect.maxX - 1, y: y, style)
        }
        guard rect.width > 1, rect.height > 1 else { return }
        put(symbols.topLeft, x: rect.x, y: rect.y, style)
        put(symbols.topRight, x: rect.maxX - 1, y: rect.y, style)
        put(symbols.bottomLeft, x: rect.x, y: rect.maxY - 1, style)
        put(symbols.bottomRight, x: rect.maxX - 1, y: rect.maxY - 1, style)
    }
}
