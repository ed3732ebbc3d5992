import CRowReader

/// A path to a field as people write it: keys with dots between them.
///
/// Behind a list stands the place of an element, from 0 or back from -1, or who speaks a turn, and with a further number
/// which of those turns. A key in double quotes is taken whole; one that holds dots needs none where only it can be meant.
struct FieldPath {
    private struct Piece {
        var bytes: [UInt8]
        var isQuoted: Bool
    }

    private let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = Array(text.utf8)[...]
        while true {
            if let (key, behind) = Self.quoted(rest) {
                pieces.append(Piece(bytes: key, isQuoted: true))
                rest = behind
            } else {
                let key = rest.prefix { $0 != UInt8(ascii: ".") }
                pieces.append(Piece(bytes: Array(key), isQuoted: false))
                rest = rest[key.endIndex...]
            }
            guard rest.first == UInt8(ascii: ".") else { break }
            rest = rest.dropFirst()
        }
        self.pieces = pieces
    }

    /// Every dot between two keys.
    var keys: [[UInt8]] { pieces.map(\.bytes) }

    /// Whether these keys and no others are what the path says.
    func isMet(by keys: [[UInt8]]) -> Bool { rest(behind: keys)?.isEmpty == true }

    /// Where the path leads through a list with these keys; nil where it does not, or ends there.
    func keys(through list: [[UInt8]]) -> [[UInt8]]? {
        guard var rest = rest(behind: list), let first = rest.first else { return nil }
        rest = rest.dropFirst()
        var keys = list
        if !first.isQuoted, let place = Self.number(first.bytes) {
            keys.append(place < 0 ? FieldLocation.turn(of: [], place: place) : first.bytes)
        } else {
            // What looks like a place and is none is nobody's name.
            let isPlace = !first.isQuoted && first.bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
            if isPlace { return nil }
            var place = 0
            if let next = rest.first, !next.isQuoted, let number = Self.number(next.bytes) {
                place = number
                rest = rest.dropFirst()
            }
            keys.append(FieldLocation.turn(of: first.bytes, place: place))
        }
        return keys + rest.map(\.bytes)
    }

    /// A key as a path may hold it wherever it stands.
    static func written(_ key: [UInt8]) -> String {
        let isPlain = !key.isEmpty && !key.contains(UInt8(ascii: ".")) && key.first != UInt8(ascii: "\"")
        if isPlain { return String(decoding: key, as: UTF8.self) }
        let escaped = key.flatMap { [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains($0) ? [0x5C, $0] : [$0] }
        return "\"" + String(decoding: escaped, as: UTF8.self) + "\""
    }

    /// What is left of the path behind some keys, each of which may hold dots.
    private func rest(behind keys: [[UInt8]]) -> ArraySlice<Piece>? {
        var rest = pieces[...]
        for key in keys {
            guard let first = rest.first else { return nil }
            if first.isQuoted {
                guard first.bytes == key else { return nil }
                rest = rest.dropFirst()
                continue
            }
            let parts = key.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count <= rest.count, zip(parts, rest).allSatisfy({ !$1.isQuoted && $1.bytes.elementsEqual($0) })
            else { return nil }
            rest = rest.dropFirst(parts.count)
        }
        return rest
    }

    /// A key in quotes that a dot or the end follows, and what stands behind it.
    private static func quoted(_ text: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>)? {
        guard text.first == UInt8(ascii: "\"") else { return nil }
        var key: [UInt8] = []
        var at = text.startIndex + 1
        while at < text.endIndex, text[at] != UInt8(ascii: "\"") {
            if text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex { at += 1 }
            key.append(text[at])
            at += 1
        }
        guard at < text.endIndex else { return nil }
        let behind = text[(at + 1)...]
        return behind.isEmpty || behind.first == UInt8(ascii: ".") ? (key, behind) : nil
    }

    /// A whole number as a path writes it, without zeros before it.
    private static func number(_ bytes: [UInt8]) -> Int? {
        guard bytes.count <= 10, let number = Int(String(decoding: bytes, as: UTF8.self)),
            String(number).utf8.elementsEqual(bytes)
        else { return nil }
        return number
    }
}

extension FieldLocation {
    /// The key that chooses a turn of a list.
    ///
    /// - Parameters:
    ///   - speaker: who speaks it; empty for anybody.
    ///   - place: which of those, from 0 or back from -1.
    static func turn(of speaker: [UInt8], place: Int) -> [UInt8] {
        let mark = UInt8(ROW_TURN_MARK)
        return [mark] + speaker + [mark] + Array(String(place).utf8)
    }

    /// Whether a key chooses a turn of a list.
    static func isTurn(_ key: [UInt8]) -> Bool { key.first == UInt8(ROW_TURN_MARK) }
}
