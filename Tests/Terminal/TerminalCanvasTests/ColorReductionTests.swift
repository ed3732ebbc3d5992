import TerminalCanvas
import Testing

@Suite struct ColorReductionTests {
    @Test(arguments: [
        (256, 0, 0, false), (256, 200, 200, false), (16, 9, 9, false), (16, 196, 1, false), (16, 231, -1, false),
        (16, 16, -1, false), (8, 1, 1, false), (8, 9, 1, true), (8, 196, 1, false), (8, 124, 1, false),
        (8, 232, -1, false), (8, 8, -1, false), (0, 5, -1, false), (8, 167, 1, false), (8, 32, 6, false),
        (8, 136, 3, false), (8, 244, -1, false),
    ])
    func `keeps the hue`(colors: Int, given: UInt8, expected: Int32, bold: Bool) {
        let reduced = ColorReduction(colors: colors).reduce(Style(foreground: .palette(given)))
        #expect(reduced.foreground == expected)
        #expect(reduced.bold == bold)
        #expect(reduced.background == -1)
    }

    @Test(arguments: [0, 8, 16, 256])
    func `never leaves the terminals colours`(colors: Int) {
        for number in UInt8.min...UInt8.max {
            let style = Style(foreground: .palette(number), background: .palette(255 - number))
            let reduced = ColorReduction(colors: colors).reduce(style)
            #expect(reduced.foreground < Int32(colors))
            #expect(reduced.background < Int32(colors))
            if number != 255 - number, reduced.background >= 0 { #expect(reduced.foreground != reduced.background) }
        }
    }
}
