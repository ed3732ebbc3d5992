import CLibrary
import CPlatform
import TestSupport
import Testing
import TextSafety

/// What holds for any bytes at all.
@Suite struct SafeTextPropertyTests {
    /// Bytes of the kinds that meet in hostile text, and pure noise.
    static func bytes(seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        var result: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: result.append(UInt8.random(in: 0...255, using: &random))
            case 1: result += Array(repeating: UInt8.random(in: 0...255, using: &random), count: 4)
            case 2: result += [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")].shuffled(using: &random)
            case 3: result += Array("word".utf8)
            default:
                let ranges: [ClosedRange<UInt32>] = [
                    0x80...0x5FF, 0x300...0x36F, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F, 0x2500...0x28FF,
                    0x3000...0x9FFF, 0xAC00...0xD7FB, 0xE000...0xFFFF, 0x1F000...0x1FAFF, 0xE0000...0xE01EF,
                    0...0x10FFFF,
                ]
                let range = ranges.randomElement(using: &random) ?? 0...0x7F
                let value = UInt32.random(in: range, using: &random)
                let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
                let copies = Int.random(in: 1...7, using: &random)
                result += Array(String(repeating: String(Character(scalar)), count: copies).utf8)
            }
        }
        return result
    }

    static let forbidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    ]

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `nothing hidden passes`(seed: UInt64) {
        for glyph in SafeText(Self.bytes(seed: seed)).glyphs {
            for scalar in [glyph.base] + glyph.markScalars {
                #expect(!Self.forbidden.contains(scalar.properties.generalCategory), "U+\(scalar.value)")
                #expect(!scalar.properties.isDefaultIgnorableCodePoint, "U+\(scalar.value)")
            }
            #expect(glyph.markScalars.count <= 4)
        }
    }

    /// The base takes the glyph's columns and the marks none: by that count ncurses places what follows.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `widths are those of the library`(seed: UInt64) throws {
        for glyph in SafeText(Self.bytes(seed: seed)).glyphs {
            #expect(try libraryWidth(glyph.base) == glyph.width)
            for mark in glyph.markScalars { #expect(try libraryWidth(mark) == 0) }
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `rows fit and hold everything`(seed: UInt64) {
        let bytes = Self.bytes(seed: seed)
        for width in [2, 3, 7, 20, 80] {
            for line in SafeText.lines(of: bytes) {
                let rows = line.wrapped(to: width)
                #expect(rows.allSatisfy { $0.width <= width })
                #expect(rows.flatMap(\.glyphs).filter(isVisible) == line.glyphs.filter(isVisible))
            }
            let wrapped = WrappedText(bytes, width: width)
            let rows = (0..<wrapped.count).map { wrapped[$0] }
            #expect(rows.allSatisfy { $0.width <= width })
            #expect(
                rows.flatMap(\.glyphs).filter(isVisible)
                    == SafeText.lines(of: bytes).flatMap(\.glyphs).filter(isVisible)
            )
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `every width is safe`(seed: UInt64) {
        let bytes = Self.bytes(seed: seed)
        for width in [-1, 0, 1] {
            #expect(SafeText(bytes).wrapped(to: width).allSatisfy { $0.width <= max(0, width) })
            let wrapped = WrappedText(bytes, width: width)
            #expect((0..<wrapped.count).allSatisfy { wrapped[$0].width <= max(0, width) })
            #expect(width > 0 || wrapped.count == 0)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `fitting is truncating`(seed: UInt64) {
        let bytes = Self.bytes(seed: seed)
        for width in 0..<20 {
            #expect(SafeText(bytes, fitting: width) == SafeText(bytes).truncated(to: width))
        }
    }

    private func isVisible(_ glyph: Glyph) -> Bool { glyph.base != " " }

    private func libraryWidth(_ scalar: Unicode.Scalar) throws -> Int {
        let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
        defer { freelocale(locale) }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return Int(cp_column_width(scalar.value))
    }
}
