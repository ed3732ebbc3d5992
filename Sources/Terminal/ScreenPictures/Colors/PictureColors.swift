internal import Basics
public import TerminalCanvas

/// What a picture paints with: a terminal leaves its first sixteen colours and its own look to its user, a picture has to
/// choose them.
public struct PictureColors: Hashable, Sendable {
    /// What stands for the terminal's own background and text.
    public var ground: Color
    public var ink: Color
    /// Palette numbers 0 to 15.
    public var plain: [Color]

    /// A colour by its channels, 0 to 255.
    public struct Color: Hashable, Sendable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8

        public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// As pictures write it: `#0a141e`.
        public var hex: String { "#" + Hexadecimal.text([red, green, blue]) }
    }

    public init(ground: Color, ink: Color, plain: [Color]) {
        self.ground = ground
        self.ink = ink
        self.plain = plain
    }

    /// A terminal with a dark background.
    public static let dark = PictureColors(
        ground: Color(22, 24, 29),
        ink: Color(212, 215, 221),
        plain: [
            Color(28, 31, 38), Color(205, 85, 85), Color(110, 170, 90), Color(200, 160, 70), Color(90, 140, 215),
            Color(180, 110, 190), Color(80, 170, 180), Color(200, 204, 212), Color(110, 117, 130), Color(240, 120, 115),
            Color(150, 205, 125), Color(235, 195, 110), Color(130, 175, 245), Color(215, 150, 225),
            Color(120, 205, 215),
            Color(245, 246, 248),
        ]
    )

    /// What a terminal's colour is in the picture, for text or, where `isGround`, for what lies behind it.
    public func color(_ color: TerminalColor, isGround: Bool) -> Color {
        guard case .palette(let number) = color else { return isGround ? ground : ink }
        if Int(number) < plain.count { return plain[Int(number)] }
        let (red, green, blue) = PaletteColor.rgb(of: number)
        return Color(UInt8(red), UInt8(green), UInt8(blue))
    }

    /// What a style comes to: reversed ones have changed places, and ground is nil where nothing is painted.
    public func painted(_ style: Style) -> (ink: Color, ground: Color?) {
        let ink = color(style.foreground, isGround: false)
        let isReversed = style.attributes.contains(.reverse)
        if isReversed { return (color(style.background, isGround: true), ink) }
        return (ink, style.background == .standard ? nil : color(style.background, isGround: true))
    }
}
