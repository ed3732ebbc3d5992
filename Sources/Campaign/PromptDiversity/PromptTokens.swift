/// Texts as numbered words, the same number for the same word in all of them.
///
/// A word is a run of letters, marks, digits and underscores, in lower case: everything else separates (Unicode's `\W`).
public struct PromptTokens: Hashable, Sendable {
    /// The words of each text, in order.
    public let sentences: [[Int32]]
    /// How many different words there are.
    public let wordCount: Int

    /// - Parameter texts: UTF-8; broken bytes count as separators.
    /// - Complexity: O(bytes).
    public init(_ texts: [[UInt8]]) {
        var numbers: [String: Int32] = [:]
        sentences = texts.map { text in
            Self.words(of: text).map { word in
                if let number = numbers[word] { return number }
                let number = Int32(truncatingIfNeeded: numbers.count)
                numbers[word] = number
                return number
            }
        }
        wordCount = numbers.count
    }

    /// The words of one text.
    ///
    /// - Complexity: O(bytes).
    public static func words(of text: [UInt8]) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
            if belongsToWord(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": true
            default: false
            }
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
            true
        default: false
        }
    }

    /// All words of all texts, repeated ones among them.
    public var count: Int { sentences.reduce(0) { $0 + $1.count } }
}
