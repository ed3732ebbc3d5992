/// A number that stands in a text, with the word before its colon.
struct NumberInText: Hashable {
    /// As JSON writes numbers.
    var text: String
    /// The word that a colon or an equals sign joins to it; nil for none.
    var name: String?

    /// - Complexity: O(bytes).
    static func all(in bytes: [UInt8]) -> [NumberInText] {
        var found: [NumberInText] = []
        var at = 0
        while at < bytes.count {
            let isStart =
                isDigit(bytes[at]) || (bytes[at] == UInt8(ascii: "-") && at + 1 < bytes.count && isDigit(bytes[at + 1]))
            guard isStart, at == 0 || !isWord(bytes[at - 1]) else {
                at += 1
                continue
            }
            let start = at
            at += 1
            while at < bytes.count, isDigit(bytes[at]) { at += 1 }
            if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), isDigit(bytes[at + 1]) {
                at += 1
                while at < bytes.count, isDigit(bytes[at]) { at += 1 }
            }
            if at + 1 < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
                var end = at + 1
                if bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
                if end < bytes.count, isDigit(bytes[end]) {
                    at = end
                    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
                }
            }
            // The beginning of a word or of a version is no number.
            if at < bytes.count, isWord(bytes[at]) {
                while at < bytes.count, isWord(bytes[at]) { at += 1 }
                continue
            }
            let text = plain(String(decoding: bytes[start..<at], as: UTF8.self))
            found.append(NumberInText(text: text, name: name(before: start, in: bytes)))
        }
        return found
    }

    /// As JSON writes it: without zeros in front.
    private static func plain(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        var digits = text.dropFirst(sign.count)
        while digits.count > 1, digits.first == "0", digits.dropFirst().first?.isNumber == true { digits.removeFirst() }
        return sign + digits
    }

    private static func name(before start: Int, in bytes: [UInt8]) -> String? {
        var end = start
        func skipBlanks() {
            while end > 0, [0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "\"")].contains(bytes[end - 1]) { end -= 1 }
        }
        skipBlanks()
        guard end > 0, bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1] == UInt8(ascii: "=") else { return nil }
        end -= 1
        skipBlanks()
        var first = end
        while first > 0, isWord(bytes[first - 1]) { first -= 1 }
        return first == end ? nil : String(decoding: bytes[first..<end], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
