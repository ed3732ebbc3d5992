import Foundation
import ReviewScreens
import ReviewSession
import RoundModel
import ScreenPictures
import TerminalCanvas
import TestSupport
import Testing
import TextSafety
import Themes

@Suite struct ScreenPictureTests {
    private static let finder = ThemeFinder(
        folders: [
            Repository.path("themes")
        ]
    )

    private static func theme(_ name: String) throws -> Theme {
        try finder.theme(name)
    }

    private static func canvas(_ theme: Theme, columns: Int = 120, rows: Int = 36) -> Canvas {
        var driver = SessionDriver(ExampleRound.clustered(items: 2000), panes: PaneSizes())
        var screen = ReviewScreen(theme: theme, symbols: .unicode)
        let size = TerminalSize(columns: columns, rows: rows)
        for _ in 0..<3 { driver.send(.laidOut(screen.measure(driver.state, size: size))) }
        return screen.draw(driver.state, size: size)
    }

    @Test func `the text of a screen is what its rows show`() {
        let canvas = Self.canvas(.monochrome)
        #expect(ScreenText.lines(canvas) == CanvasText(canvas).trimmedLines)
        #expect(String(decoding: ScreenText.file(canvas), as: UTF8.self) == CanvasText(canvas).text + "\n")
    }

    @Test(arguments: ["default", "dark", "light", "high-contrast", "colour-blind-safe", "monochrome"])
    func `a picture shows each cell in its colours`(_ name: String) throws {
        let canvas = Self.canvas(try Self.theme(name))
        let colors = PictureColors.dark
        let picture = try PictureReader(ScreenPicture.svg(canvas, title: "t"))
        for y in 0..<canvas.size.rows {
            for x in 0..<canvas.size.columns {
                let cell = canvas[x, y]
                let place = PictureReader.Place(x: x, y: y)
                let (ink, ground) = colors.painted(cell.style)
                #expect(picture.grounds[place] == ground?.hex || cell.glyph.base == "█", "\(x) \(y)")
                guard cell.glyph != .blank, !cell.isContinuation else { continue }
                switch cell.glyph.base.value {
                case 0x2800...0x28FF:
                    guard cell.glyph.base.value > 0x2800 else { continue }
                    #expect(picture.dots[place]?.value == cell.glyph.base.value, "\(x) \(y)")
                    #expect(picture.dots[place]?.color == ink.hex, "\(x) \(y)")
                case 0x2500...0x259F:
                    #expect(picture.shapes[place]?.contains(ink.hex) == true, "\(cell.glyph.base) at \(x) \(y)")
                default:
                    let letter = picture.letters[place]
                    #expect(letter?.text == SafeText(glyphs: [cell.glyph]).string, "\(x) \(y)")
                    #expect(letter?.color == ink.hex, "\(x) \(y)")
                    #expect(letter?.isBold == cell.style.attributes.contains(.bold), "\(x) \(y)")
                }
            }
        }
        #expect(picture.letters.count > 500)
        #expect(picture.dots.count > 300 || canvas.size.columns < 120)
    }

    @Test func `a picture fetches nothing, runs nothing, and is the same each time`() throws {
        let canvas = Self.canvas(try Self.theme("dark"))
        let bytes = ScreenPicture.svg(canvas, title: "a <b> & \"c\"\u{202E}")
        #expect(bytes == ScreenPicture.svg(canvas, title: "a <b> & \"c\"\u{202E}"))
        let picture = try PictureReader(bytes)
        #expect(picture.elements == ["svg", "title", "style", "rect", "g", "path", "text"])
        #expect(picture.title == "a <b> & \"c\"⟨U+202E⟩")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("href") && !text.contains("url(") && !text.contains("animation"))
        #expect(text.components(separatedBy: "http").count == 2)
    }

    @Test func `text that is markup, wide or hostile stays in its cells`() throws {
        var canvas = Canvas(size: TerminalSize(columns: 40, rows: 4))
        canvas.draw("<a href=\"&amp;\">]]> x", x: 0, y: 0, style: .plain)
        canvas.draw("漢字 e\u{301} \u{1B}[31m\u{202E}\u{5E9}", x: 1, y: 1, style: Style(foreground: .palette(196)))
        canvas.draw("dim", x: 0, y: 2, style: Style(attributes: [.dim, .underline, .reverse]))
        canvas.cursor = Canvas.Position(x: 39, y: 3)
        let bytes = ScreenPicture.svg(canvas, title: "t")
        let picture = try PictureReader(bytes)
        for y in 0..<2 {
            for x in 0..<40 where canvas[x, y].glyph != .blank {
                let shown = picture.letters[PictureReader.Place(x: x, y: y)]?.text
                #expect(shown == SafeText(glyphs: [canvas[x, y].glyph]).string, "\(x) \(y)")
            }
        }
        #expect(picture.letters[PictureReader.Place(x: 1, y: 1)]?.color == "#ff0000")
        #expect(picture.grounds[PictureReader.Place(x: 2, y: 2)] == PictureColors.dark.ink.hex)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(text.contains("unicode-bidi:bidi-override"))
    }

    @Test(arguments: [
        ("─", "M9 26.5h9"), ("│", "M13.5 18v18"), ("┼", "M13.5 18v18M9 26.5h9"), ("╭", "M18 26.5Q13.5 26.5 13.5 31V36"),
        ("└", "M13.5 18V26.5M18 26.5H13.5"), ("┤", "M13.5 18v18M9 26.5H13.5"), ("█", "M9 18h9v18h-9z"),
        ("▄", "M9 27h9v9h-9z"), ("▌", "M9 18h4.5v18h-4.5z"), ("⠉", "M2 4h0M3 4h0"),
        ("▚", "M9 18h4.5v9h-4.5zM13.5 27h4.5v9h-4.5z"),
    ]) func `box characters reach their cells' edges, so that neighbours join`(_ text: String, _ path: String) {
        var canvas = Canvas(size: TerminalSize(columns: 3, rows: 3))
        canvas.draw(text, x: 1, y: 1, style: .plain)
        let picture = String(decoding: ScreenPicture.svg(canvas, title: "t"), as: UTF8.self)
        #expect(picture.contains("d=\"\(path)\""), "\(picture)")
    }

    @Test func `any canvas can be a picture`() throws {
        for (columns, rows) in [(0, 0), (1, 1), (0, 5), (500, 3)] {
            let canvas = Canvas(size: TerminalSize(columns: columns, rows: rows))
            _ = try PictureReader(ScreenPicture.svg(canvas, title: ""))
        }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            var canvas = Canvas(size: TerminalSize(columns: 20, rows: 5))
            for y in 0..<5 {
                let scalars = (0..<20).map { _ in Unicode.Scalar(UInt32.random(in: 1...0x3000, using: &random)) ?? "x" }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars)
                canvas.draw(
                    String(view),
                    x: 0,
                    y: y,
                    style: Style(foreground: .palette(.random(in: 0...255, using: &random)))
                )
            }
            let picture = try PictureReader(ScreenPicture.svg(canvas, title: ""))
            #expect(!picture.letters.isEmpty)
        }
    }
}
