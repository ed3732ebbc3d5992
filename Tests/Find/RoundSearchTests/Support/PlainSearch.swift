import Foundation
import RoundFiles
import RoundModel
import RoundSearch

/// The search as one would write it without a care for speed: every item decoded, every place tried.
enum PlainSearch {
    static func items(_ pattern: TextPattern, in round: LoadedRound) throws -> [Int] {
        let matches = try pattern.isRegex ? matcher(regex: pattern) : matcher(plain: pattern)
        return try (0..<round.columns.count).filter { item in
            let text = try round.texts.itemText(of: item, in: round.columns)
            return matches(text.prompt) || matches(text.response)
        }
    }

    private static func matcher(plain pattern: TextPattern) -> ([UInt8]) -> Bool {
        let hasUpperCase = pattern.text.unicodeScalars.contains { $0.properties.isUppercase }
        let key = { (scalar: UInt32) in hasUpperCase ? scalar : folded(scalar) }
        let needle = pattern.text.unicodeScalars.map { key($0.value) }
        return { bytes in
            let text = scalars(bytes).map(key)
            guard text.count >= needle.count else { return false }
            return (0...text.count - needle.count).contains { text[$0..<$0 + needle.count].elementsEqual(needle) }
        }
    }

    private static func matcher(regex pattern: TextPattern) throws -> ([UInt8]) -> Bool {
        var options: NSRegularExpression.Options = [.anchorsMatchLines, .useUnixLineSeparators]
        if pattern.ignoresCase { options.insert(.caseInsensitive) }
        let expression = try NSRegularExpression(pattern: pattern.text, options: options)
        return { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
        }
    }

    /// The characters of UTF-8 with lone surrogates in three bytes.
    static func scalars(_ bytes: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        for byte in bytes {
            switch byte {
            case 0x80..<0xC0: scalars[scalars.count - 1] = scalars[scalars.count - 1] << 6 | UInt32(byte & 0x3F)
            case 0xC0..<0xE0: scalars.append(UInt32(byte & 0x1F))
            case 0xE0..<0xF0: scalars.append(UInt32(byte & 0x0F))
            case 0xF0...: scalars.append(UInt32(byte & 0x07))
            default: scalars.append(UInt32(byte))
            }
        }
        return scalars
    }

    /// Simple case folding of the characters that random rounds are made of.
    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x17F: return 0x73  // long s
        case 0x3C2: return 0x3C3  // final sigma
        default:
            let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
            return lower?.count == 1 ? lower?.first?.value ?? scalar : scalar
        }
    }
}
