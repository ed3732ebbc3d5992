import CLibrary
import TerminalCanvas

/// A colour in linear light, each channel 0 to 1.
struct LinearColor: Hashable {
    var red: Double
    var green: Double
    var blue: Double

    static let black = LinearColor(red: 0, green: 0, blue: 0)
    static let white = LinearColor(red: 1, green: 1, blue: 1)

    /// A number of the 256-colour palette; those below 16 are the user's own, and count as mid-grey.
    init(_ number: UInt8) {
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        let number = Int(number)
        let grey = number < 16 ? 128 : 8 + 10 * (number - 232)
        let cube = number - 16
        let isGrey = number >= 232 || number < 16
        red = Self.linear(isGrey ? grey : level(cube / 36))
        green = Self.linear(isGrey ? grey : level(cube / 6 % 6))
        blue = Self.linear(isGrey ? grey : level(cube % 6))
    }

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Relative luminance as WCAG 2 defines it.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// The contrast ratio of WCAG 2, 1 to 21.
    func contrast(on ground: LinearColor) -> Double {
        let (light, dark) = (max(luminance, ground.luminance), min(luminance, ground.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// As eyes without one kind of cones see it: Machado, Oliveira and Fernandes 2009, at full severity.
    func seen(by vision: Vision) -> LinearColor {
        let m = vision.matrix
        func channel(_ row: Int) -> Double {
            min(1, max(0, m[3 * row] * red + m[3 * row + 1] * green + m[3 * row + 2] * blue))
        }
        return LinearColor(red: channel(0), green: channel(1), blue: channel(2))
    }

    /// The distance ΔE*ab (CIE 1976) to another colour; 2.3 is just noticeable side by side.
    func distance(to other: LinearColor) -> Double {
        let (a, b) = (lab, other.lab)
        return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private var lab: [Double] {
        func curve(_ share: Double) -> Double {
            share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
        }
        let x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        let y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        let z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    private static func linear(_ value: Int) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}

/// Ways to see colours.
enum Vision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    var matrix: [Double] {
        switch self {
        case .usual: [1, 0, 0, 0, 1, 0, 0, 0, 1]
        case .protanopia:
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
        case .deuteranopia:
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
        case .tritanopia:
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
        }
    }
}
