/// Paths as text that can be turned back.
///
/// A path is bytes, and `String` would put U+FFFD in the place of those that are no UTF-8, so that the file is not found
/// again. Here such a byte stands as the private character U+10FF00 + byte. Where a path holds one of these characters
/// itself, its four bytes stand so.
///
///     PathText.bytes(of: PathText.text(bytes)) == bytes
///     PathText.shown(PathText.text([0x61, 0xE9])) == #"a\xE9"#
public enum PathText {
    private static let base: UInt32 = 0x10FF00
    private static let stands: ClosedRange<UInt32> = 0x10FF80...0x10FFFF

    /// The text for a path's bytes.
    ///
    /// - Complexity: O(bytes).
    public static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var index = 0
        func stand(for count: Int) {
            for byte in bytes[index..<index + count] {
                if let scalar = Unicode.Scalar(base + UInt32(byte)) { text.append(scalar) }
            }
            index += count
        }
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                if stands.contains(scalar.value) {
                    stand(for: encoded.count)
                } else {
                    text.append(scalar)
                    index += encoded.count
                }
            case .error(let length): stand(for: length)
            case .emptyInput: return String(text)
            }
        }
    }

    /// The bytes that a text stands for.
    ///
    /// - Complexity: O(length of the text).
    public static func bytes(of text: String) -> [UInt8] {
        if isUTF8(text) { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            stands.contains(scalar.value) ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
        }
    }

    /// Whether the path is UTF-8, so that the text is the path itself.
    ///
    /// - Complexity: O(length of the text).
    public static func isUTF8(_ text: String) -> Bool {
        // Only characters of plane 16 begin with F4.
        !text.utf8.contains(0xF4) || !text.unicodeScalars.contains { stands.contains($0.value) }
    }

    /// The path for people and for files: a byte that is no UTF-8 is spelled `\xE9`.
    ///
    /// - Complexity: O(length of the text).
    public static func shown(_ text: String) -> String {
        if isUTF8(text) { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if stands.contains(scalar.value) {
                shown += #"\x"# + String(scalar.value - base, radix: 16, uppercase: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
