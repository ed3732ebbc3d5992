/// What the first JSON value of a text is made of, as far as the text goes: enough to tell where its rows stand.
struct JSONOutline {
    /// An array that objects alone lead to, with objects in it.
    struct Rows {
        /// The keys of those objects, outermost first.
        var keys: [[UInt8]]
        /// How many objects it has.
        var count = 0
        /// The keys of the first of them.
        var fields: [[UInt8]] = []
    }

    private struct Container {
        var isObject: Bool
        var key: [UInt8] = []
        /// Which of `rows` it is.
        var rows: Int?
        /// Whether objects alone lead to it.
        var isOpen: Bool
    }

    private(set) var isArray = false
    /// The keys of the value itself, where it is an object.
    private(set) var fields: [[UInt8]] = []
    private(set) var rows: [Rows] = []
    /// Line ends between the value's tokens.
    private(set) var lineEnds = 0
    /// Where the value ends; nil where the text ends before.
    private(set) var end: Int?
    /// True where it is no JSON.
    private(set) var isBroken = false

    private var open: [Container] = []
    private let text: ArraySlice<UInt8>
    private var at: Int
    private static let depthLimit = 1000

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        at = text.startIndex
        skipBlanks(counting: false)
        guard let first = peek, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            isBroken = peek != nil
            return
        }
        isArray = first == UInt8(ascii: "[")
        begin(isObject: !isArray)
        while !open.isEmpty, !isBroken, at < text.endIndex { step() }
        if open.isEmpty, !isBroken { end = at }
    }

    private var peek: UInt8? { at < text.endIndex ? text[at] : nil }

    private mutating func skipBlanks(counting: Bool = true) {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            if counting, byte == 0x0A { lineEnds += 1 }
            at += 1
        }
    }

    private mutating func begin(isObject: Bool) {
        at += 1
        let above = open.last
        var container = Container(isObject: isObject, isOpen: above.map { $0.isOpen && $0.isObject } ?? true)
        if isObject, let number = above?.rows { rows[number].count += 1 }
        if !isObject, container.isOpen {
            container.rows = rows.count
            rows.append(Rows(keys: open.map(\.key)))
        }
        open.append(container)
        if open.count > Self.depthLimit { isBroken = true }
        skipBlanks()
        if peek == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close()
        } else if isObject {
            key()
        } else {
            value()
        }
    }

    private mutating func close() {
        at += 1
        open.removeLast()
    }

    /// What follows a value.
    private mutating func step() {
        skipBlanks()
        guard let byte = peek, let container = open.last else { return }
        if byte == UInt8(ascii: ",") {
            at += 1
            skipBlanks()
            if container.isObject { key() } else { value() }
        } else if byte == (container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close()
        } else {
            isBroken = true
        }
    }

    private mutating func key() {
        guard peek == UInt8(ascii: "\"") else {
            isBroken = peek != nil
            return
        }
        let start = at + 1
        guard string() else { return }
        let key = Array(text[start..<at - 1])
        open[open.count - 1].key = key
        if open.count == 1 { fields.append(key) }
        if open.count > 1, let number = open[open.count - 2].rows, rows[number].count == 1 {
            rows[number].fields.append(key)
        }
        skipBlanks()
        guard peek == UInt8(ascii: ":") else {
            isBroken = peek != nil
            return
        }
        at += 1
        skipBlanks()
        value()
    }

    private mutating func value() {
        switch peek {
        case nil: break
        case UInt8(ascii: "\"")?: _ = string()
        case UInt8(ascii: "{")?: begin(isObject: true)
        case UInt8(ascii: "[")?: begin(isObject: false)
        default:
            let start = at
            while let byte = peek, byte > 0x20, !",:{}[]\"".utf8.contains(byte) { at += 1 }
            isBroken = at == start
        }
    }

    /// - Returns: false where the text ends before the string does, or it is none.
    private mutating func string() -> Bool {
        at += 1
        while let byte = peek, byte != UInt8(ascii: "\"") {
            if byte < 0x20 {
                isBroken = true
                return false
            }
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard peek != nil else {
            at = text.endIndex
            return false
        }
        at += 1
        return true
    }
}
