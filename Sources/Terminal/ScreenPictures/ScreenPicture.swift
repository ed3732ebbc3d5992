public import TerminalCanvas
import TextSafety

/// A screen as a picture: SVG that fetches nothing and runs nothing, the same on every machine.
///
/// Each cell is as in the terminal: its text or shape, its colours, bold, dim, underlined, reversed. Lines, blocks and
/// braille are drawn as shapes, so that they join whatever font there is; letters are text, which can be found and copied.
public enum ScreenPicture {
    /// The picture, in UTF-8: well-formed XML without a control character.
    ///
    /// - Parameter title: what a reader that shows no pictures says of it.
    /// - Complexity: O(cells).
    public static func svg(_ canvas: Canvas, title: String, colors: PictureColors = .dark) -> [UInt8] {
        film([Frame(canvas: canvas, seconds: 1)], title: title, colors: colors)
    }

    /// One picture of a film.
    public struct Frame: Hashable, Sendable {
        public var canvas: Canvas
        /// How long it is seen, over 0.
        public var seconds: Double

        public init(canvas: Canvas, seconds: Double) {
            self.canvas = canvas
            self.seconds = seconds
        }
    }

    /// Several screens one after the other, and again from the first; one alone stands still.
    ///
    /// What frames have in common is in the file once. Where somebody asked for less movement the last frame stands.
    /// - Complexity: O(frames × cells).
    public static func film(_ frames: [Frame], title: String, colors: PictureColors = .dark) -> [UInt8] {
        let columns = frames.map(\.canvas.size.columns).max() ?? 0
        let rows = frames.map(\.canvas.size.rows).max() ?? 0
        let width = Double(columns) * CellGrid.width + 2 * CellGrid.margin
        let height = Double(rows) * CellGrid.height + 2 * CellGrid.margin
        let reel = FilmReel(frames, colors)
        var page = Markup()
        page.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img", "width": CellGrid.text(width),
                "height": CellGrid.text(height),
                "viewBox": "0 0 \(CellGrid.text(width)) \(CellGrid.text(height))",
            ]
        ) { page in
            page.element("title", text: title)
            page.newLine()
            page.element("style") { $0.verbatim(style + reel.style) }
            page.newLine()
            page.empty(
                "rect",
                [
                    "width": CellGrid.text(width), "height": CellGrid.text(height), "rx": "8",
                    "fill": colors.ground.hex,
                ]
            )
            page.newLine()
            let margin = CellGrid.text(CellGrid.margin)
            page.element("g", ["transform": "translate(\(margin) \(margin))", "fill": colors.ink.hex]) { page in
                for layer in PictureLayer.allCases { reel.draw(layer, on: &page) }
            }
        }
        page.newLine()
        return Array(page.string.utf8)
    }

    private static let style =
        "text{font-size:\(CellGrid.fontSize)px;font-family:ui-monospace,\"DejaVu Sans Mono\",\"Liberation Mono\",Menlo,Consolas,monospace;"
        + "unicode-bidi:bidi-override}.m{text-anchor:middle}"
}

extension PictureLayer {
    /// What holds for all of a layer.
    var attributes: Markup.Attributes {
        switch self {
        case .ground, .blocks: ["shape-rendering": "crispEdges"]
        case .lines: ["fill": "none"]
        case .dots:
            [
                "fill": "none", "stroke-linecap": "round", "stroke-width": ".6",
                "transform": "translate(\(CellGrid.text(CellGrid.dot / 2)) \(CellGrid.text(CellGrid.dot / 2))) "
                    + "scale(\(CellGrid.text(CellGrid.dot)))",
            ]
        case .letters: [:]
        }
    }
}
