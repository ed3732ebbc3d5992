@testable import CursesTerminal

/// Takes apart what a program sent to a terminal: escape sequences, controls, and the characters in between.
struct EscapeScanner {
    /// What is neither expected from curses nor a visible character; empty where all is well.
    private(set) var problems: Set<String> = []
    /// The scalars that were sent as text.
    private(set) var scalars: Set<Unicode.Scalar> = []

    /// Finals of the control sequences that curses sends for movement, erasing, colours, scrolling and modes.
    private static let finals = Set("ABCDEGHJKLMPSTXZ@bcdfhlmrt".utf8)

    init(_ raw: [UInt8]) {
        // What the terminal is asked with at the beginning is no text of anybody's.
        var rest = raw[...]
        if let question = raw.firstRange(of: WidthQuestion.bytes) {
            rest = (raw[..<question.lowerBound] + raw[question.upperBound...])[...]
        }
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                text.append(byte)
                continue
            }
            escape(&rest)
        }
        let decoded = String(decoding: text, as: UTF8.self)
        if Array(decoded.utf8) != text { problems.insert("bytes that are no UTF-8") }
        scalars = Set(decoded.unicodeScalars)
        // Bell, backspace, tab, line feed, carriage return and the shift of vt100's character set move or say nothing.
        for scalar in scalars where !(scalar.value < 0x20 && [0x08, 0x09, 0x0A, 0x0D, 0x0F].contains(scalar.value)) {
            if Self.isHidden(scalar) { problems.insert("U+\(String(scalar.value, radix: 16, uppercase: true))") }
        }
    }

    private mutating func escape(_ rest: inout ArraySlice<UInt8>) {
        switch rest.popFirst() {
        case UInt8(ascii: "["):
            while let next = rest.first, (0x20...0x3F).contains(next) { rest.removeFirst() }
            let final = rest.popFirst() ?? 0
            if !Self.finals.contains(final) { problems.insert("CSI … \(final)") }
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            let set = rest.popFirst() ?? 0
            if !"AB0".utf8.contains(set) { problems.insert("character set \(set)") }
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "M"): break
        case let other: problems.insert("ESC \(other.map(String.init) ?? "at the end")")
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
