import Basics
import TestSupport
import Testing

@Suite struct UTF8StepTests {
    @Test func `every scalar comes back, whole and alone`() {
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(Character(scalar)).utf8)
            let (what, length) = UTF8Step.at(0, of: bytes, end: bytes.count)
            if what != .scalar(scalar) || length != bytes.count { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test func `a surrogate of three bytes is told by its unit`() {
        #expect(UTF8Step.at(0, of: [0xED, 0xA0, 0xBD] as [UInt8], end: 3) == (.loneSurrogate(0xD83D), 3))
        #expect(UTF8Step.at(0, of: [0xED, 0xBF, 0xBF] as [UInt8], end: 3) == (.loneSurrogate(0xDFFF), 3))
        #expect(UTF8Step.at(0, of: [0xED, 0xA0] as [UInt8], end: 2) == (.invalidByte(0xED), 1))
    }

    @Test func `nothing behind the end is looked at`() {
        let bytes = Array("é".utf8)
        #expect(UTF8Step.at(0, of: bytes, end: 1) == (.invalidByte(0xC3), 1))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `steps cover any bytes, and find the characters that the standard library finds`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<40 {
            if Bool.random(using: &random) {
                bytes.append(
                    [0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x41].randomElement(using: &random)
                        ?? 0
                )
            } else {
                bytes += Array(
                    String(Character(Unicode.Scalar(UInt32.random(in: 0..<0xD800, using: &random)) ?? "a")).utf8
                )
            }
        }
        var index = 0
        var scalars: [Unicode.Scalar] = []
        while index < bytes.count {
            let (what, length) = UTF8Step.at(index, of: bytes, end: bytes.count)
            if case .scalar(let scalar) = what { scalars.append(scalar) }
            index += length
        }
        #expect(index == bytes.count)
        let known = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FFFD}" }
        #expect(scalars.filter { $0 != "\u{FFFD}" } == Array(known))
    }
}
