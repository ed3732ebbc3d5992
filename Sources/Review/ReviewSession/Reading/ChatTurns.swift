import RoundModel

/// The turns of a chat among the fields of a row: `messages.0.role` and `messages.0.content`, and what other formats call them.
///
/// The turns that are the item's prompt and response are no fields, so they are not among them.
struct ChatTurns {
    struct Turn: Hashable {
        /// Its number in the chat, from 1, and who speaks.
        var title: String
        var text: [UInt8]
    }

    /// In the order of the row.
    private(set) var turns: [Turn] = []
    /// The fields that belong to no turn.
    private(set) var rest: [ItemText.Field] = []

    /// - Complexity: O(fields).
    init(_ fields: [ItemText.Field]) {
        var speakers: [ArraySlice<UInt8>: [UInt8]] = [:]
        for field in fields {
            if let (turn, part) = Self.split(field.name), Self.speakerNames.contains(part) {
                speakers[turn] = field.value
            }
        }
        for field in fields {
            guard let (turn, part) = Self.split(field.name), let speaker = speakers[turn] else {
                rest.append(field)
                continue
            }
            if Self.textNames.contains(part) {
                let number = turn.lastIndex(of: UInt8(ascii: ".")).map { turn[($0 + 1)...] } ?? turn
                let place = Int(String(decoding: number, as: UTF8.self)).map { $0 + 1 } ?? 0
                turns.append(Turn(title: "turn \(place), \(Self.name(speaker))", text: field.value))
            } else if !Self.speakerNames.contains(part) {
                rest.append(field)
            }
        }
    }

    private static let speakerNames = Set(["role", "from", "speaker"].map { Array($0.utf8)[...] })
    private static let textNames = Set(["content", "value", "text"].map { Array($0.utf8)[...] })

    /// Who speaks, in a word; what is no word is nobody's name.
    private static func name(_ speaker: [UInt8]) -> String {
        let isWord = !speaker.isEmpty && speaker.count <= 20 && speaker.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
        return isWord ? String(decoding: speaker, as: UTF8.self) : "another speaker"
    }

    /// The path of a turn and the part of it that a field is; nil for a field that is in no list.
    private static func split(_ name: [UInt8]) -> (turn: ArraySlice<UInt8>, part: ArraySlice<UInt8>)? {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let turn = name[..<dot]
        let number = turn.lastIndex(of: UInt8(ascii: ".")).map { turn[($0 + 1)...] } ?? turn
        guard !number.isEmpty, number.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return (turn, name[(dot + 1)...])
    }
}
