/// Fits palette numbers to a terminal with fewer colours: the nearest one that it has.
///
/// 256 colours pass as they are. Below that a colour of the cube keeps its hue: it becomes one of the six plain colours,
/// which every terminal shows apart from its ground. Greys become the terminal's default, since bright black is black on
/// many terminals of eight colours. Where a letter would get its ground's colour, it takes the default as well. Without
/// colours nothing is painted.
public struct ColorReduction: Sendable {
    /// How many colours there are: 0, 8, 16 or 256.
    public let colors: Int

    public init(colors: Int) { self.colors = colors }

    /// The numbers to paint with (-1 for the terminal's default), and whether the letter is to be bold besides.
    public func reduce(_ style: Style) -> (foreground: Int32, background: Int32, bold: Bool) {
        let (foreground, isBright) = reduce(style.foreground)
        let (background, _) = reduce(style.background)
        if foreground == background, foreground >= 0, style.foreground != style.background {
            return (-1, background, false)
        }
        return (foreground, background, isBright)
    }

    private func reduce(_ color: TerminalColor) -> (number: Int32, isBright: Bool) {
        guard case .palette(let number) = color, colors >= 8 else { return (-1, false) }
        if colors >= 256 || Int(number) < min(colors, 16) { return (Int32(number), false) }
        if number < 16 { return number == 8 ? (-1, false) : (Int32(number) - 8, true) }
        return (Self.plainColor(of: PaletteColor.rgb(of: number)).map(Int32.init) ?? -1, false)
    }

    /// The plain colour, 1 to 6, with the hue of a colour: its channels that are in the upper half; nil for greys.
    static func plainColor(of color: (Int, Int, Int)) -> Int? {
        let channels = [color.0, color.1, color.2]
        guard let high = channels.max(), let low = channels.min(), high - low >= 30 else { return nil }
        return zip(channels, [1, 2, 4]).reduce(0) { $0 + ($1.0 * 2 >= high + low ? $1.1 : 0) }
    }
}

extension Canvas {
    /// The canvas as a terminal with fewer colours shows it.
    ///
    /// - Complexity: O(cells).
    public func reduced(to colors: Int) -> Canvas {
        guard colors < 256 else { return self }
        let reduction = ColorReduction(colors: colors)
        func color(_ number: Int32) -> TerminalColor { number < 0 ? .standard : .palette(UInt8(clamping: number)) }
        var canvas = self
        for y in 0..<size.rows {
            for x in 0..<size.columns {
                canvas.restyle(x: x, y: y) { style in
                    let (foreground, background, isBold) = reduction.reduce(style)
                    let attributes = isBold ? style.attributes.union(.bold) : style.attributes
                    return Style(
                        foreground: color(foreground),
                        background: color(background),
                        attributes: attributes
                    )
                }
            }
        }
        return canvas
    }
}
