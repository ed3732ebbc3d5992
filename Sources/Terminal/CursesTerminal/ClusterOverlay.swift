internal import TerminalCanvas
internal import TextSafety

/// Emoji of several characters, written over the two blanks that curses was given for them.
///
/// A cell of curses holds one character and marks without columns of their own, so it can hold none of them. Curses believes
/// in two no-break spaces there, which no text makes it write elsewhere: where the emoji goes, it has something to send.
struct ClusterOverlay {
    private struct Emoji {
        var x: Int
        var y: Int
        var scalars: [Unicode.Scalar]
        var style: String
    }

    private var emoji: [Emoji] = []

    /// What curses is given for one column of it.
    static let placeholder: Unicode.Scalar = "\u{A0}"

    var isEmpty: Bool { emoji.isEmpty }

    /// - Parameters:
    ///   - x: its left column, from 0.
    ///   - y: its row, from 0.
    ///   - foreground: a number of the terminal's palette, as `background`; -1 for its default.
    mutating func add(
        _ glyph: Glyph,
        x: Int,
        y: Int,
        foreground: Int32,
        background: Int32,
        _ attributes: Style.Attributes
    ) {
        var style = "0"
        if attributes.contains(.bold) { style += ";1" }
        if attributes.contains(.dim) { style += ";2" }
        if attributes.contains(.underline) { style += ";4" }
        if attributes.contains(.reverse) { style += ";7" }
        style += Self.color(foreground, from: 30) + Self.color(background, from: 40)
        emoji.append(Emoji(x: x, y: y, scalars: glyph.clusterScalars, style: style))
    }

    /// What is written once curses has sent its frame; the cursor and its style are afterwards what they were.
    ///
    /// - Complexity: O(emoji).
    var bytes: [UInt8] {
        var text = "\u{1B}7"
        for one in emoji {
            text += "\u{1B}[\(one.y + 1);\(one.x + 1)H\u{1B}[\(one.style)m"
            text.unicodeScalars.append(contentsOf: one.scalars)
        }
        return Array((text + "\u{1B}8").utf8)
    }

    /// The part of a style that names a colour of the palette; nothing for the terminal's own.
    private static func color(_ number: Int32, from first: Int) -> String {
        switch number {
        case ..<0: ""
        case ..<8: ";\(first + Int(number))"
        case ..<16: ";\(first + 60 + Int(number) - 8)"
        default: ";\(first + 8);5;\(number)"
        }
    }
}
