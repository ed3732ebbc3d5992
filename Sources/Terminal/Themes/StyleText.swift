import TerminalCanvas

/// Reads a style as a theme file writes it: `"167 on 0 bold"`.
enum StyleText {
    struct BadWord: Error { var word: String }

    static func parse(_ text: String) throws(BadWord) -> Style {
        var style = Style()
        var isGround = false
        for word in text.split(separator: " ").map(String.init) {
            if word == "on" {
                if isGround { throw BadWord(word: word) }
                isGround = true
                continue
            }
            if let attribute = attributes[word], !isGround {
                style.attributes.insert(attribute)
                continue
            }
            guard let color = color(word) else { throw BadWord(word: word) }
            if isGround { style.background = color } else { style.foreground = color }
            isGround = false
        }
        if isGround { throw BadWord(word: "on") }
        return style
    }

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
    ]

    private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    private static func color(_ word: String) -> TerminalColor? {
        if word == "default" { return .standard }
        if let index = names.firstIndex(of: word) { return .palette(UInt8(index)) }
        if word.hasPrefix("bright-"), let index = names.firstIndex(of: String(word.dropFirst(7))) {
            return .palette(UInt8(index + 8))
        }
        return UInt8(word).map(TerminalColor.palette)
    }
}
