import Foundation
import TerminalCanvas
import TestSupport
import Testing
import Themes

/// Whether what the themes paint can be read, and told apart by all eyes.
@Suite struct ThemeContrastTests {
    /// The WCAG ratio that each theme promises for its texts.
    static let promised: [String: Double] = [
        "default": 3, "dark": 4.5, "light": 4.5, "high-contrast": 7, "colour-blind-safe": 4.5, "monochrome": 21,
    ]

    /// Roles that are read; the rest are frames, lines and bars.
    static let texts: [ThemeRole] = [
        .ground, .title, .label, .value, .muted, .selection, .chosen, .adversarial, .accepted, .discarded, .cursorItem,
        .key, .message, .warning, .error, .token, .text, .heading,
    ]

    static func theme(_ name: String) throws -> Theme {
        try ThemeFinder(folders: [ThemeFinderTests.shipped]).theme(name)
    }

    /// The contrast of a style, on black and on white where the terminal's own colours are its ground or its letters.
    private func contrast(_ style: Style, _ theme: Theme) -> Double {
        var style = style
        let ground = theme[.ground]
        if style.foreground == .standard { style.foreground = ground.foreground }
        if style.background == .standard { style.background = ground.background }
        return [LinearColor.black, .white].map { own in
            let opposite = own == .black ? LinearColor.white : .black
            func color(_ color: TerminalColor, _ standard: LinearColor) -> LinearColor {
                if case .palette(let number) = color { LinearColor(number) } else { standard }
            }
            return color(style.foreground, opposite).contrast(on: color(style.background, own))
        }.min() ?? 0
    }

    @Test func `the ratio is that of WCAG`() {
        #expect(LinearColor.white.contrast(on: .black) == 21)
        // 118 and 119 of 255 are the greys about the ratio 4.5 on white.
        #expect(LinearColor(243).contrast(on: .white) > 4.5)
        #expect(LinearColor(244).contrast(on: .white) < 4.5)
    }

    @Test(arguments: ThemeFinder.shipped) func `every text role has its contrast`(_ name: String) throws {
        let theme = try Self.theme(name)
        let promise = try #require(Self.promised[name])
        for role in Self.texts {
            #expect(
                contrast(theme[role], theme) >= promise,
                "\(role.rawValue) of \(name): \(contrast(theme[role], theme))"
            )
        }
        // Frames and lines must be seen: 3 as WCAG asks of graphics where the theme knows its ground.
        for role in [ThemeRole.line, .chosenLine, .focusBorder] {
            #expect(contrast(theme[role], theme) >= 3, "\(role.rawValue) of \(name)")
        }
        for (bucket, ramp) in theme.ramps {
            // Single dots are small: the sparsest must be there, the densest as clear as a text.
            for style in ramp {
                #expect(contrast(style, theme) >= 2.2, "\(bucket) of \(name): \(contrast(style, theme))")
            }
        }
        // These stand for letters as well.
        for style in theme.categories {
            #expect(contrast(style, theme) >= 2.8, "\(style) of \(name): \(contrast(style, theme))")
        }
    }

    @Test(arguments: Vision.allCases) func `bucket colours of the colour-blind-safe theme stay apart`(_ vision: Vision)
        throws
    {
        let theme = try Self.theme("colour-blind-safe")
        func color(_ style: Style) -> LinearColor {
            if case .palette(let number) = style.foreground { LinearColor(number).seen(by: vision) } else { .black }
        }
        let names = ["adversarial", "accepted", "discarded"]
        let roles = [ThemeRole.adversarial, .accepted, .discarded]
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            // Thirteen times what is just noticeable.
            #expect(
                color(theme[roles[one]]).distance(to: color(theme[roles[other]])) >= 30,
                "\(names[one]), \(names[other])"
            )
            let ramps = try [one, other].map { try #require(theme.ramps[names[$0]]) }
            for (left, right) in zip(ramps[0], ramps[1]) {
                #expect(color(left).distance(to: color(right)) >= 15, "\(names[one]), \(names[other]) in the plot")
            }
        }
    }

    @Test(arguments: Vision.allCases) func `categories of the colour-blind-safe theme stay apart`(_ vision: Vision)
        throws
    {
        let colors = try Self.theme("colour-blind-safe").categories.map { style in
            if case .palette(let number) = style.foreground {
                LinearColor(number).seen(by: vision)
            } else {
                LinearColor.black
            }
        }
        for one in colors.indices {
            for other in colors.indices where other > one {
                #expect(colors[one].distance(to: colors[other]) >= 10, "\(one), \(other)")
            }
        }
    }

    @Test func `the simulation takes apart what it should`() {
        // A red and a green of one brightness are nearly one colour without green cones, and far apart to others.
        let (red, green) = (LinearColor(131), LinearColor(65))
        #expect(red.distance(to: green) > 30)
        #expect(red.seen(by: .deuteranopia).distance(to: green.seen(by: .deuteranopia)) < 15)
    }

    @Test func `monochrome names no colour, and default leaves the background alone`() throws {
        for style in try Self.theme("monochrome").styles.values {
            #expect(style == Style(attributes: style.attributes))
        }
        for style in try Self.theme("default").styles.values { #expect(style.background == .standard) }
    }

    @Test(arguments: ThemeFinder.shipped) func `every role has a comment`(_ name: String) throws {
        let lines = try String(contentsOfFile: "\(ThemeFinderTests.shipped)/\(name).toml", encoding: .utf8).split(
            separator: "\n"
        )
        for role in ThemeRole.allCases {
            let line = lines.first { $0.hasPrefix("\(ThemeFile.key(of: role)) = ") }
            #expect(line?.contains("# ") == true, "\(role.rawValue)")
        }
    }
}
