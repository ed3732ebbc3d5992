public import TerminalCanvas

/// The characters that frames, lines and marks are drawn with, for a terminal with or without Unicode.
public struct Symbols: Hashable, Sendable {
    /// False where everything that is drawn, texts too, is spelled in ASCII.
    public var isUnicode: Bool
    /// True where the program's own words are spelled in ASCII, as `theta` for θ, though texts may not be.
    package var spellsWords: Bool
    package var horizontal: Unicode.Scalar
    package var vertical: Unicode.Scalar
    package var topLeft: Unicode.Scalar
    package var topRight: Unicode.Scalar
    package var bottomLeft: Unicode.Scalar
    package var bottomRight: Unicode.Scalar
    /// The line of θ adv, told from that of θ safety by its shape too.
    package var dottedVertical: Unicode.Scalar
    package var cross: Unicode.Scalar
    package var tick: Unicode.Scalar
    package var axisCorner: Unicode.Scalar
    package var axisTick: Unicode.Scalar
    package var pointer: Unicode.Scalar
    package var item: Unicode.Scalar
    /// In front of a row that a search found.
    package var found: Unicode.Scalar
    /// In front of a row that was marked.
    package var marked: Unicode.Scalar
    /// The part of a scroll bar that is on the screen.
    package var thumb: Unicode.Scalar
    /// Eight steps of a bar that grows upward, and of one that grows to the right.
    package var risingBars: [Unicode.Scalar]
    package var growingBars: [Unicode.Scalar]

    /// Box characters and blocks that the usual terminal fonts have.
    public static let unicode = Symbols(
        isUnicode: true,
        spellsWords: false,
        horizontal: "─",
        vertical: "│",
        topLeft: "╭",
        topRight: "╮",
        bottomLeft: "╰",
        bottomRight: "╯",
        dottedVertical: "┊",
        cross: "┼",
        tick: "┤",
        axisCorner: "└",
        axisTick: "┬",
        pointer: "▸",
        item: "◆",
        found: "•",
        marked: "✓",
        thumb: "┃",
        risingBars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        growingBars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    )

    /// What the fonts of text consoles have: straight lines, half blocks, and ASCII for everything else.
    public static let console = Symbols(
        isUnicode: true,
        spellsWords: true,
        horizontal: "─",
        vertical: "│",
        topLeft: "┌",
        topRight: "┐",
        bottomLeft: "└",
        bottomRight: "┘",
        dottedVertical: ":",
        cross: "┼",
        tick: "┤",
        axisCorner: "└",
        axisTick: "┬",
        pointer: ">",
        item: "@",
        found: "*",
        marked: "+",
        thumb: "█",
        risingBars: [".", "▄", "▄", "▄", "▄", "▄", "█", "█"],
        growingBars: [".", "▌", "▌", "▌", "▌", "▌", "█", "█"]
    )

    /// Printable ASCII alone.
    public static let ascii = Symbols(
        isUnicode: false,
        spellsWords: true,
        horizontal: "-",
        vertical: "|",
        topLeft: "+",
        topRight: "+",
        bottomLeft: "+",
        bottomRight: "+",
        dottedVertical: ":",
        cross: "+",
        tick: "|",
        axisCorner: "+",
        axisTick: "+",
        pointer: ">",
        item: "@",
        found: "*",
        marked: "+",
        thumb: "#",
        risingBars: [".", ".", ":", ":", "|", "|", "#", "#"],
        growingBars: [".", ".", ":", ":", "=", "=", "#", "#"]
    )

    /// The program's own words in what the terminal can show.
    public func words(_ text: String) -> String {
        guard spellsWords else { return text }
        var folded = ""
        for character in text {
            folded += Self.spellings[character] ?? String(character)
        }
        return folded
    }

    private static let spellings: [Character: String] = [
        "θ": "theta", "α": "alpha", "δ": "delta", "→": "->", "←": "<-", "↑": "Up", "↓": "Down", "−": "-", "–": "-",
        "·": ".", "…": "...",
        "×": "x", "▸": ">", "◆": "@", "⇧": "Shift-", "▾": "v", "▴": "^", "╌": "-", "Σ": "sum", "Š": "S", "á": "a",
    ]
}

extension Symbols {
    /// The symbols for what a terminal can show.
    public init(_ drawing: DrawingLevel) {
        switch drawing {
        case .ascii: self = .ascii
        case .blocks: self = .console
        case .braille: self = .unicode
        }
    }
}
