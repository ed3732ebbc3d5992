public import TerminalCanvas
import TextSafety

/// A canvas as text, for tests to compare and people to read.
public struct CanvasText: Hashable, Sendable {
    /// What the rows show; a two-column glyph is there once.
    public var lines: [String]
    /// A letter for each cell's style, `.` for the plain one; letters in the order of appearance.
    public var styleMap: [String]
    /// What each letter means.
    public var legend: [String]

    public init(_ canvas: Canvas) {
        lines = []
        styleMap = []
        legend = []
        var letters: [Style: Character] = [.plain: "."]
        let names = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        for y in 0..<canvas.size.rows {
            var line = ""
            var map = ""
            for x in 0..<canvas.size.columns {
                let cell = canvas[x, y]
                if !cell.isContinuation { line += SafeText(glyphs: [cell.glyph]).string }
                if let letter = letters[cell.style] {
                    map.append(letter)
                } else {
                    let letter = letters.count <= names.count ? names[letters.count - 1] : "?"
                    letters[cell.style] = letter
                    legend.append("\(letter) \(Self.describe(cell.style))")
                    map.append(letter)
                }
            }
            lines.append(line)
            styleMap.append(map)
        }
    }

    /// The rows without the blanks at their ends.
    public var trimmedLines: [String] {
        lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    }

    /// All rows in one string.
    public var text: String { trimmedLines.joined(separator: "\n") }

    /// The row that holds `text`, counted from 0.
    public func row(containing text: String) -> Int? {
        lines.firstIndex { $0.contains(text) }
    }

    /// A style in words: `foreground 12, bold`.
    public static func describe(_ style: Style) -> String {
        var parts: [String] = []
        if case .palette(let number) = style.foreground { parts.append("foreground \(number)") }
        if case .palette(let number) = style.background { parts.append("background \(number)") }
        for (attribute, name) in [
            (Style.Attributes.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
        ] where style.attributes.contains(attribute) {
            parts.append(name)
        }
        return parts.isEmpty ? "plain" : parts.joined(separator: ", ")
    }
}
