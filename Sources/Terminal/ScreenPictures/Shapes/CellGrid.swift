/// The measures of a picture, in its own units: all whole or halves, so that lines fall on pixels.
enum CellGrid {
    static let width = 9.0
    static let height = 18.0
    /// Where the lines of box characters run within a cell.
    static let middle = (x: 4.5, y: 8.5)
    /// From the top of a row to the line that its letters stand on.
    static let baseline = 13.5
    static let fontSize = 15
    /// The room around the cells.
    static let margin = 12.0
    /// Braille has two dots across and four down: one measure for both ways.
    static let dot = 4.5

    /// A number as pictures write it: three decimals at most, no needless zeros. The same on every machine.
    static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
        var digits = String(abs(thousandths % 1000))
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        let whole = abs(thousandths / 1000)
        return (thousandths < 0 ? "-" : "") + (whole == 0 ? "" : String(whole)) + "." + digits
    }
}
