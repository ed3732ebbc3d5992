internal import TerminalCanvas

extension KeyDecoder {
    /// A byte below 0x80 that begins no sequence.
    static func plainKey(_ byte: UInt8) -> KeyPress? {
        switch byte {
        case 0x00: .control(" ")
        case 0x08, 0x7F: KeyPress(.backspace)
        case 0x09: KeyPress(.tab)
        case 0x0A, 0x0D: KeyPress(.enter)
        case 0x1B: KeyPress(.escape)
        case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
        case 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
        default: .character(Unicode.Scalar(byte))
        }
    }

    /// The byte behind `ESC O`.
    static func keypadKey(_ byte: UInt8) -> KeyPress? {
        switch byte {
        case UInt8(ascii: "A"): KeyPress(.up)
        case UInt8(ascii: "B"): KeyPress(.down)
        case UInt8(ascii: "C"): KeyPress(.right)
        case UInt8(ascii: "D"): KeyPress(.left)
        case UInt8(ascii: "H"): KeyPress(.home)
        case UInt8(ascii: "F"): KeyPress(.end)
        case UInt8(ascii: "M"): KeyPress(.enter)
        case UInt8(ascii: "P")...UInt8(ascii: "S"): KeyPress(.function(Int(byte - UInt8(ascii: "P")) + 1))
        case UInt8(ascii: "a"): KeyPress(.up, .control)
        case UInt8(ascii: "b"): KeyPress(.down, .control)
        case UInt8(ascii: "c"): KeyPress(.right, .control)
        case UInt8(ascii: "d"): KeyPress(.left, .control)
        // The number block in its application mode.
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Unicode.Scalar(byte - 0x40))
        default: nil
        }
    }

    /// Names of a terminal's description and the keys they stand for.
    static let describedKeys: [(name: String, key: KeyPress)] = {
        var keys: [(String, KeyPress)] = [
            ("kcuu1", KeyPress(.up)), ("kcud1", KeyPress(.down)),
            ("kcub1", KeyPress(.left)), ("kcuf1", KeyPress(.right)),
            ("khome", KeyPress(.home)), ("kend", KeyPress(.end)),
            ("kpp", KeyPress(.pageUp)), ("knp", KeyPress(.pageDown)),
            ("kdch1", KeyPress(.delete)), ("kich1", KeyPress(.insert)),
            ("kbs", KeyPress(.backspace)), ("kcbt", KeyPress(.tab, .shift)), ("kent", KeyPress(.enter)),
            ("kri", KeyPress(.up, .shift)), ("kind", KeyPress(.down, .shift)),
            ("kLFT", KeyPress(.left, .shift)), ("kRIT", KeyPress(.right, .shift)),
            ("kHOM", KeyPress(.home, .shift)), ("kEND", KeyPress(.end, .shift)),
            ("kPRV", KeyPress(.pageUp, .shift)), ("kNXT", KeyPress(.pageDown, .shift)),
            ("kDC", KeyPress(.delete, .shift)), ("kIC", KeyPress(.insert, .shift)),
        ]
        for number in 1...12 { keys.append(("kf\(number)", KeyPress(.function(number)))) }
        return keys
    }()
}

/// What `ESC [` … means.
enum ControlSequenceKey {
    case key(KeyPress)
    case pasteBegins
    /// An answer to the question where the cursor is.
    case place(row: Int, column: Int)

    /// - Parameters:
    ///   - parameters: what stands between `ESC [` and the final byte.
    ///   - final: the byte that ends it.
    /// - Returns: nil for what is no key.
    static func meaning(parameters: ArraySlice<UInt8>, final: UInt8) -> ControlSequenceKey? {
        guard parameters.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else { return nil }
        let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map(number)
        let first = numbers.first ?? 0
        if final == UInt8(ascii: "R"), numbers.count == 2 { return .place(row: first, column: numbers[1]) }
        // 1 is no modifier; the bits above it are Shift, Alt, Control.
        let bits = max(0, (numbers.dropFirst().first ?? 1) - 1)
        var modifiers: KeyPress.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        if final == UInt8(ascii: "~") {
            return first == 200 ? .pasteBegins : numberedKey(first).map { .key(KeyPress($0, modifiers)) }
        }
        if final == UInt8(ascii: "u") { return unicodeKey(first, modifiers) }
        return letterKey(final, modifiers)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    private static func numberedKey(_ number: Int) -> KeyPress.Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    private static func letterKey(_ letter: UInt8, _ modifiers: KeyPress.Modifiers) -> ControlSequenceKey? {
        switch letter {
        case UInt8(ascii: "A"): .key(KeyPress(.up, modifiers))
        case UInt8(ascii: "B"): .key(KeyPress(.down, modifiers))
        case UInt8(ascii: "C"): .key(KeyPress(.right, modifiers))
        case UInt8(ascii: "D"): .key(KeyPress(.left, modifiers))
        case UInt8(ascii: "H"): .key(KeyPress(.home, modifiers))
        case UInt8(ascii: "F"): .key(KeyPress(.end, modifiers))
        case UInt8(ascii: "Z"): .key(KeyPress(.tab, .shift))
        case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"):
            .key(KeyPress(.function(Int(letter - UInt8(ascii: "P")) + 1), modifiers))
        case UInt8(ascii: "a"): .key(KeyPress(.up, .shift))
        case UInt8(ascii: "b"): .key(KeyPress(.down, .shift))
        case UInt8(ascii: "c"): .key(KeyPress(.right, .shift))
        case UInt8(ascii: "d"): .key(KeyPress(.left, .shift))
        default: nil
        }
    }

    /// `ESC [ code ; modifiers u`, which some terminals send for keys that have no byte of their own.
    private static func unicodeKey(_ code: Int, _ modifiers: KeyPress.Modifiers) -> ControlSequenceKey? {
        guard let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return nil }
        if code < 0x20 || code == 0x7F {
            guard var press = KeyDecoder.plainKey(UInt8(clamping: code)) else { return nil }
            press.modifiers.formUnion(modifiers)
            return .key(press)
        }
        guard code < 0x7F || code >= 0xA0 else { return nil }
        return .key(KeyPress(.character(scalar), modifiers.subtracting(.shift)))
    }
}
