internal import TerminalCanvas

/// Fits palette numbers to a terminal with fewer colours: the nearest one that it has.
///
/// 256 colours pass as they are. Below that the cube and the greys go to the nearest of the first 16 or 8 by distance
/// in RGB, on the colours that xterm gives them; a bright colour of eight is the dark one in bold. Where a letter would
/// get its ground's colour, it takes the terminal's default instead. Without colours nothing is painted.
struct ColorReduction {
    /// How many colours there are: 0, 8, 16 or 256.
    let colors: Int

    /// The numbers to paint with (-1 for the terminal's default), and whether the letter is to be bold besides.
    func reduce(_ style: Style) -> (foreground: Int32, background: Int32, bold: Bool) {
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
        let nearest = number < 16 ? Int(number) : Self.nearestOf16(to: Self.rgb(of: number))
        return colors >= 16 || nearest < 8 ? (Int32(nearest), false) : (Int32(nearest - 8), true)
    }

    private static let first16: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// The colour of a number from 16 on, which no terminal lets its user change.
    static func rgb(of number: UInt8) -> (Int, Int, Int) {
        let number = Int(number)
        if number >= 232 {
            let level = 8 + 10 * (number - 232)
            return (level, level, level)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        let cube = max(0, number - 16)
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    static func nearestOf16(to color: (Int, Int, Int)) -> Int {
        func distance(_ other: (Int, Int, Int)) -> Int {
            let (red, green, blue) = (color.0 - other.0, color.1 - other.1, color.2 - other.2)
            return red * red + green * green + blue * blue
        }
        return first16.indices.min { distance(first16[$0]) < distance(first16[$1]) } ?? 7
    }
}
