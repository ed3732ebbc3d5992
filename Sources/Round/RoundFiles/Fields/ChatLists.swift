import CRowReader
import RoundModel

/// The lists of turns among the fields of some rows: `messages`, `conversations`, and whatever else holds such.
struct ChatLists {
    /// One field that is a list of turns in each row that was seen to have it.
    struct Chat {
        /// The field's key.
        var key: [UInt8]
        /// The key of a turn's text.
        var text: [UInt8]
        /// Who speaks, by the words that the rows have for them.
        var speakers: [InvalidRow.Reason.Speaker: [UInt8]] = [:]
    }

    private(set) var chats: [Chat] = []
    /// Fields that are something else in some row.
    private var others: Set<[UInt8]> = []
    private var prober: (keys: Set<[UInt8]>, parser: RowParser)?

    private static let texts = ["content", "value", "text"].map { Array($0.utf8) }
    private static let speakerKeys = ["role", "from"].map { Array($0.utf8) }

    /// The list with a key; nil where it is none.
    func chat(_ key: [UInt8]) -> Chat? { others.contains(key) ? nil : chats.first { $0.key == key } }

    /// The lists in which somebody speaks.
    func spoken(by speaker: InvalidRow.Reason.Speaker) -> [Chat] {
        chats.filter { !others.contains($0.key) && $0.speakers[speaker] != nil }
    }

    /// Notes that the field is no list in some row.
    mutating func note(other key: [UInt8]) {
        if others.count < 1000 { others.insert(key) }
    }

    /// Looks into the lists of objects that a row has.
    ///
    /// - Parameter keys: the row's own fields whose values are lists that begin with an object.
    mutating func note(lists keys: Set<[UInt8]>, of row: UnsafeRawBufferPointer) throws(RoundFilesError) {
        guard !keys.isEmpty else { return }
        if prober?.keys.isSuperset(of: keys) != true {
            let all = keys.union(prober?.keys ?? [])
            // A hostile row could bring any number.
            guard all.count <= 64 else { return }
            let paths = all.map { (FieldRole.id, [$0, FieldLocation.turn(of: [], place: 0), Self.speakerKeys[0]]) }
            prober = (all, try RowParser(.json, paths: paths))
        }
        var texts: [[UInt8]: [UInt8]] = [:]
        var speakers: [[UInt8]: [[UInt8]]] = [:]
        _ = prober?.parser.visitFields(of: row) { field in
            let name = field.keys
            guard name.count >= 3, keys.contains(name[0]) else { return }
            if name.count == 3, field.isString, Self.speakerKeys.contains(name[2]), field.value.count <= 32 {
                speakers[name[0], default: []].append(Array(field.value))
            } else if texts[name[0]] == nil, Self.texts.contains(name[2]) {
                texts[name[0]] = name[2]
            }
        }
        for (key, words) in speakers.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let text = texts[key] else { continue }
            let at = chats.firstIndex { $0.key == key } ?? chats.endIndex
            if at == chats.endIndex { chats.append(Chat(key: key, text: text)) }
            for word in words {
                let speaker = RowParser.speaker(Int(row_speaker(word, word.count)))
                if chats[at].speakers[speaker] == nil { chats[at].speakers[speaker] = word }
            }
        }
    }
}

extension ChatLists.Chat {
    /// Where the last turn of somebody stands; nil where nobody was seen to be that one.
    ///
    /// The last one, since scores are those of the response that ends a conversation, to the prompt before it.
    func lastTurn(of speaker: InvalidRow.Reason.Speaker) -> FieldLocation? {
        guard var word = speakers[speaker] else { return nil }
        let isPlain = word.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ".") && $0 > 0x20 && $0 != UInt8(ascii: "\"") }
        // What the row writes in its own way is called by its usual name.
        word = isPlain ? word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : Array(speaker.rawValue.utf8)
        let name = [FieldPath.written(key), String(decoding: word, as: UTF8.self), "-1", FieldPath.written(text)]
        return FieldLocation(
            name: name.joined(separator: "."),
            keys: [key, FieldLocation.turn(of: word, place: -1), text]
        )
    }
}
