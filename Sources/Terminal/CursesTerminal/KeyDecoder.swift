internal import TerminalCanvas

/// Turns the bytes a terminal sends into keys and pastes.
///
/// It knows the sequences of the terminal's own description first, then those that xterm and its kin share, and drops
/// what it does not know: an unknown sequence must never be taken for the letters and digits in it.
struct KeyDecoder {
    /// At most this much of one paste is kept.
    static let mostPastedBytes = 1 << 20
    /// Text without an escape that comes in one piece of this length was not typed, and what comes on its heels neither.
    ///
    /// Terminals without bracketed paste send what is pasted as if it were typed; run as commands it would do anything.
    /// Held keys and programs that type come in shorter pieces or with fewer different characters.
    static let burstBytes = 256
    private static let burstVariety = 8
    /// No sequence of a key is longer.
    private static let longestSequence = 64

    private let described: [[UInt8]: KeyPress]
    private let longestDescribed: Int
    private var pending: [UInt8] = []
    private var paste: [UInt8]?
    /// True in the middle of a paste that nothing but its speed tells from typing; it ends when nothing more comes.
    private(set) var isBurst = false
    /// True in the middle of a sequence that is longer than any can be: what goes on with it is dropped too.
    private var isOverlong = false
    /// Where the cursor was said to be, in answer to a question, below the first row; rows and columns count from 1.
    private var places: [(row: Int, column: Int)] = []
    /// True where the last thing that was read whole came with what is pending, and was a report of the mouse.
    private var endsWithReport = false

    /// - Parameter described: what keys send by the terminal's description.
    init(described: [[UInt8]: KeyPress] = [:]) {
        self.described = described.filter { $0.key.first == Self.escape && $0.key.count > 1 }
        longestDescribed = described.keys.map(\.count).max() ?? 0
    }

    /// True where more bytes would tell what the last ones mean; `flush` decides without them.
    var isWaiting: Bool { !pending.isEmpty || paste != nil || isOverlong }

    /// True in the middle of a paste, whose end may take its time.
    var isPasting: Bool { paste != nil }

    /// True in the middle of a report of the mouse, which nobody types, or behind one of the same read: over a slow line its
    /// end may take its time, and would be taken for keys.
    var isAmidReport: Bool {
        !pending.isEmpty
            && (endsWithReport || pending.starts(with: [Self.escape, UInt8(ascii: "["), UInt8(ascii: "<")]))
    }

    /// True in the middle of what may be an answer of the terminal: `ESC [` and a number, which nobody types.
    var isAmidNumbers: Bool {
        pending.count > 2 && pending.starts(with: [Self.escape, UInt8(ascii: "[")])
            && pending.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    }

    /// True where what was read so far is how an answer of the terminal begins, or is the Escape key.
    var mayBeAnswer: Bool { pending == [Self.escape] || pending == [Self.escape, UInt8(ascii: "[")] }

    /// Takes bytes as they were read.
    ///
    /// - Complexity: O(bytes).
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        let start = pending.count
        pending.append(contentsOf: bytes)
        if start == 0, paste == nil, Self.isBurst(pending) {
            isBurst = true
            paste = []
        }
        if isBurst {
            keep(pending[...])
            pending = []
            return []
        }
        let events = decode(isFinal: false)
        endsWithReport = if case .mouse = events.last { true } else { false }
        return events
    }

    /// The places of the cursor that were told since the last call.
    mutating func takePlaces() -> [(row: Int, column: Int)] {
        defer { places = [] }
        return places
    }

    /// No more bytes came in time: an escape that was waiting is the Escape key, a paste ends.
    mutating func flush() -> [TerminalEvent] {
        var events = decode(isFinal: true)
        pending = []
        isBurst = false
        isOverlong = false
        if let paste {
            self.paste = nil
            events.append(.paste(paste))
        }
        return events
    }

    private static func isBurst(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= burstBytes, !bytes.contains(escape) else { return false }
        return Set(bytes.prefix(burstBytes)).count >= burstVariety
    }

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private mutating func decode(isFinal: Bool) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var at = 0
        while at < pending.count {
            if paste != nil {
                let (next, isEnd) = takePaste(from: at)
                at = next
                if isEnd, let whole = paste {
                    paste = nil
                    events.append(.paste(whole))
                    continue
                }
                break
            }
            if isOverlong {
                at += overlongLength(pending[at...])
                continue
            }
            guard let step = step(pending[at...], isFinal: isFinal) else { break }
            at += step.length
            switch step.meaning {
            case .key(let key): events.append(.key(key))
            case .mouse(let event): events.append(.mouse(event))
            case .pasteBegins: paste = []
            case .place(let row, let column): places.append((row, column))
            case .nothing: break
            case .tooLong: isOverlong = true
            }
        }
        pending.removeFirst(min(at, pending.count))
        return events
    }

    /// How many bytes still belong to a sequence without end.
    private mutating func overlongLength(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let end = bytes.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return bytes.count }
        isOverlong = false
        return end - bytes.startIndex + ((0x40...0x7E).contains(bytes[end]) ? 1 : 0)
    }

    /// Moves bytes to the paste up to its end, or up to where an end may have begun.
    private mutating func takePaste(from start: Int) -> (next: Int, isEnd: Bool) {
        var at = start
        while let escape = pending[at...].firstIndex(of: Self.escape) {
            keep(pending[at..<escape])
            let rest = pending[escape...].prefix(Self.pasteEnd.count)
            if rest.elementsEqual(Self.pasteEnd) { return (escape + rest.count, true) }
            if rest.count < Self.pasteEnd.count, rest.elementsEqual(Self.pasteEnd.prefix(rest.count)) {
                return (escape, false)
            }
            keep([Self.escape])
            at = escape + 1
        }
        keep(pending[at...])
        return (pending.count, false)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        let room = Self.mostPastedBytes - (paste?.count ?? 0)
        paste?.append(contentsOf: bytes.prefix(max(0, room)))
    }

    private enum Meaning {
        case key(KeyPress)
        case mouse(MouseEvent)
        case pasteBegins
        /// Where the cursor is.
        case place(row: Int, column: Int)
        case nothing
        /// A sequence that never ends; so far nothing.
        case tooLong
    }

    private typealias Step = (length: Int, meaning: Meaning)

    /// What the first bytes mean; nil where more are needed to tell.
    private func step(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        guard let first = bytes.first else { return nil }
        if first == Self.escape { return escapeStep(bytes, isFinal: isFinal) }
        if first < 0x80 { return (1, Self.plainKey(first).map(Meaning.key) ?? .nothing) }
        return characterStep(bytes, isFinal: isFinal)
    }

    private func escapeStep(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        if let found = describedStep(bytes) { return found }
        if !isFinal, mayBeDescribed(bytes) { return nil }
        guard let second = bytes.dropFirst().first else { return isFinal ? (1, .key(KeyPress(.escape))) : nil }
        switch second {
        case UInt8(ascii: "["):
            return controlSequence(bytes, isFinal: isFinal)
        case UInt8(ascii: "O"):
            guard let third = bytes.dropFirst(2).first else {
                return isFinal ? (2, .key(KeyPress(.character("O"), .alt))) : nil
            }
            return (3, Self.keypadKey(third).map(Meaning.key) ?? .nothing)
        case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            return stringSequence(bytes, isFinal: isFinal)
        case Self.escape:
            // A second one belongs to a key with Alt; a run of them is so many Escape keys, whatever its length.
            guard let third = bytes.dropFirst(2).first else { return isFinal ? (1, .key(KeyPress(.escape))) : nil }
            guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return (1, .key(KeyPress(.escape))) }
            return altStep(bytes, isFinal: isFinal)
        default:
            return altStep(bytes, isFinal: isFinal)
        }
    }

    /// An escape before what is a key by itself.
    private func altStep(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        guard let inner = step(bytes.dropFirst(), isFinal: isFinal) else { return nil }
        if case .tooLong = inner.meaning { return (inner.length + 1, .tooLong) }
        guard case .key(var key) = inner.meaning else { return (inner.length + 1, inner.meaning) }
        key.modifiers.insert(.alt)
        return (inner.length + 1, .key(key))
    }

    private func describedStep(_ bytes: ArraySlice<UInt8>) -> Step? {
        var length = min(longestDescribed, bytes.count)
        while length > 1 {
            if let key = described[Array(bytes.prefix(length))] { return (length, .key(key)) }
            length -= 1
        }
        return nil
    }

    private func mayBeDescribed(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count < longestDescribed
            && described.keys.contains { $0.count > bytes.count && $0.starts(with: bytes) }
    }

    /// `ESC [ parameters final`, and the Linux console's `ESC [ [ A`.
    private func controlSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        let body = bytes.dropFirst(2)
        if body.first == UInt8(ascii: "[") {
            guard let letter = body.dropFirst().first else { return isFinal ? (3, .nothing) : nil }
            let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
            return (4, (1...5).contains(number) ? .key(KeyPress(.function(number))) : .nothing)
        }
        guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
            if isFinal, body.isEmpty { return (2, .key(KeyPress(.character("["), .alt))) }
            if body.count > Self.longestSequence { return (bytes.count, isFinal ? .nothing : .tooLong) }
            return isFinal ? (bytes.count, .nothing) : nil
        }
        if end == body.startIndex, bytes[end] == UInt8(ascii: "M") { return oldMouse(bytes, isFinal: isFinal) }
        let length = end - bytes.startIndex + 1
        // A control or another escape cuts the sequence short and stands for itself.
        guard (0x40...0x7E).contains(bytes[end]) else { return (length - 1, .nothing) }
        if body.first == UInt8(ascii: "<") {
            return (length, MouseEvent(report: body[..<end], final: bytes[end]).map(Meaning.mouse) ?? .nothing)
        }
        return (
            length,
            ControlSequenceKey.meaning(parameters: body[..<end], final: bytes[end]).map(Self.meaning) ?? .nothing
        )
    }

    /// `ESC [ M` and three bytes, from terminals that know no numbers; without it the three would be keys.
    private func oldMouse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        guard bytes.count >= 6 else { return isFinal ? (bytes.count, .nothing) : nil }
        return (6, MouseEvent(oldReport: bytes.dropFirst(3).prefix(3)).map(Meaning.mouse) ?? .nothing)
    }

    private static func meaning(_ key: ControlSequenceKey) -> Meaning {
        switch key {
        case .key(let press): .key(press)
        case .pasteBegins: .pasteBegins
        case .place(let row, let column): .place(row: row, column: column)
        }
    }

    /// A report of the terminal, such as `ESC P … ESC \`: nothing that was typed.
    private func stringSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        let body = bytes.dropFirst(2)
        if let end = body.firstIndex(where: { $0 == 0x07 || $0 == Self.escape }) {
            if !isFinal, bytes[end] == Self.escape, end + 1 == bytes.endIndex { return nil }
            let isString = bytes[end] == Self.escape && bytes[(end + 1)...].first == UInt8(ascii: "\\")
            return (end - bytes.startIndex + (isString ? 2 : bytes[end] == 0x07 ? 1 : 0), .nothing)
        }
        if isFinal, body.isEmpty {
            let letter = bytes.dropFirst().first ?? UInt8(ascii: "P")
            return (2, .key(KeyPress(.character(Unicode.Scalar(letter)), .alt)))
        }
        return isFinal || body.count > 4096 ? (bytes.count, .nothing) : nil
    }

    private func characterStep(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar):
            return (UTF8.width(scalar), scalar.value < 0xA0 ? .nothing : .key(.character(scalar)))
        case .error, .emptyInput:
            let wanted = bytes.first.map { $0 >= 0xF0 ? 4 : $0 >= 0xE0 ? 3 : $0 >= 0xC2 ? 2 : 1 } ?? 1
            let isCut = bytes.count < wanted && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
            return isCut && !isFinal ? nil : (1, .nothing)
        }
    }
}
