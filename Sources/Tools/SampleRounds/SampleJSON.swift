import Basics

/// JSON strings as samples spell them: as the usual tools do, which have no short escape but five.
enum SampleJSON {
    /// Adds `text` in quotation marks, control characters escaped and everything else as UTF-8.
    ///
    /// - Parameter escapingAll: write every character beyond ASCII as `\uXXXX` too.
    static func append(_ text: String, to bytes: inout [UInt8], escapingAll: Bool = false) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: #"\""#.utf8)
            case "\\": bytes.append(contentsOf: #"\\"#.utf8)
            case "\n": bytes.append(contentsOf: #"\n"#.utf8)
            case "\r": bytes.append(contentsOf: #"\r"#.utf8)
            case "\t": bytes.append(contentsOf: #"\t"#.utf8)
            case _ where scalar.value < 0x20 || (escapingAll && scalar.value > 0x7E):
                for unit in String(scalar).utf16 { JSONText.appendEscape(unit, to: &bytes) }
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
