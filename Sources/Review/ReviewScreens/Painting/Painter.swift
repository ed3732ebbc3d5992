package import ReviewSession
import RoundModel
package import TerminalCanvas
import TextSafety

/// A canvas with the theme and the symbols that go with the terminal.
package struct Painter {
    package var canvas: Canvas
    package let theme: Theme
    package let symbols: Symbols
    /// The commands with the keys that hold.
    let table: CommandTable
    /// The emoji of several characters that the terminal draws as one.
    let clusters: ClusterKinds
    /// What has been drawn where, for the mouse.
    package var spots = SpotMap()
    /// Where the note of the last frame stands; nil where it has none, or there was no room.
    var noteRect: Rect?
    /// The dialog that is being drawn; nil for none.
    var dialogID: DialogID?

    init(canvas: Canvas, theme: Theme, symbols: Symbols, table: CommandTable, clusters: ClusterKinds = []) {
        self.canvas = canvas
        self.theme = theme
        self.symbols = symbols
        self.table = table
        self.clusters = clusters
    }

    /// The keys of some commands as texts name them, one after the other.
    package func key(_ commands: Command...) -> String { commands.map { table.keyNames[$0] }.joined(separator: " ") }

    /// Draws the program's own words; cut at `width`.
    ///
    /// - Returns: the columns used.
    @discardableResult
    package mutating func words(_ text: String, x: Int, y: Int, width: Int, _ style: Style) -> Int {
        canvas.draw(fitted(text, width), x: x, y: y, width: width, style: style)
    }

    @discardableResult
    package mutating func words(_ text: String, x: Int, y: Int, width: Int, _ role: ThemeRole) -> Int {
        words(text, x: x, y: y, width: width, theme[role])
    }

    /// Words in what the terminal can show, cut where they are too long.
    private func fitted(_ text: String, _ width: Int) -> SafeText {
        cut(SafeText(symbols.words(text)).truncated(to: width))
    }

    /// A text that was cut, with a mark of one column that the terminal can show.
    func cut(_ text: SafeText) -> SafeText {
        guard symbols.spellsWords else { return text }
        return SafeText(glyphs: text.glyphs.map { $0 == .ellipsis ? Glyph("~") : $0 })
    }

    /// Draws words so that they end at `maxX`.
    package mutating func wordsRight(_ text: String, maxX: Int, y: Int, width: Int, _ role: ThemeRole) {
        let safe = fitted(text, width)
        canvas.draw(safe, x: maxX - safe.width, y: y, width: safe.width, style: theme[role])
    }

    /// Draws text of a round, a file name, or anything else that is not ours.
    @discardableResult
    package mutating func foreign(_ bytes: [UInt8], x: Int, y: Int, width: Int, _ style: Style) -> Int {
        guard width > 0 else { return 0 }
        let text = cut(
            SafeText(bytes, fitting: width, asciiOnly: !symbols.isUnicode, clusters: clusters)
        )
        return canvas.draw(text, x: x, y: y, width: width, style: style, tokenStyle: token(on: style))
    }

    /// Draws a name from outside, such as an id; where it is too long its middle is left out, since names differ at their
    /// ends.
    package mutating func name(_ bytes: [UInt8], x: Int, y: Int, width: Int, _ style: Style) {
        let text = cut(SafeText(bytes, keepingEnds: width, asciiOnly: !symbols.isUnicode))
        canvas.draw(text, x: x, y: y, width: width, style: style, tokenStyle: token(on: style))
    }

    /// A name in a title of the program's own.
    func name(_ bytes: [UInt8], width: Int) -> String {
        SafeText(bytes, keepingEnds: width, asciiOnly: !symbols.isUnicode).string
    }

    package mutating func put(_ scalar: Unicode.Scalar, x: Int, y: Int, _ style: Style) {
        canvas.put(Glyph(scalar), x: x, y: y, style: style)
    }

    /// The look of a token within text of a style: it keeps the ground that it stands on.
    func token(on style: Style) -> Style {
        var token = theme[.token]
        if style.background != .standard {
            // A theme chooses the token's colour for the ground; on another one that of the text around it is readable.
            token.foreground = style.foreground
            token.background = style.background
        }
        token.attributes.formUnion(style.attributes.intersection(.reverse))
        return token
    }

    func style(of bucket: Bucket) -> Style {
        switch bucket {
        case .adversarial: theme[.adversarial]
        case .accepted: theme[.accepted]
        case .discarded: theme[.discarded]
        }
    }

    /// The width of words as drawn.
    package func width(_ text: String) -> Int {
        SafeText(symbols.words(text)).width
    }
}
