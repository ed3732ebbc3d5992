import CRowReader
import RoundModel

extension RowParser {
    /// The turns of the lists that a row's prompt and response stand in, up to the response, in the order of the row's fields.
    ///
    /// - Parameters:
    ///   - prompt: where the prompt's turn is chosen.
    ///   - response: where the response's turn is.
    /// - Returns: nil where it is no row, or neither leads into a list of turns.
    func turns(of row: UnsafeRawBufferPointer, prompt: FieldLocation, response: FieldLocation) -> [ChatTurn]? {
        let lists = [prompt, response].map(\.list)
        guard lists.contains(where: { $0 != nil }) else { return nil }
        var found = [TurnList(lists[0]), TurnList(lists[1])]
        let isOneList = lists[0] == lists[1]
        var plain: [ChatTurn?] = [nil, nil]
        let roles = [RowField.bit(of: .prompt), RowField.bit(of: .response)]
        let isFine = visitFields(of: row) { field in
            for side in isOneList ? 1..<2 : 0..<2 {
                if lists[side] == nil {
                    guard field.roles & roles[side] != 0 else { continue }
                    plain[side] = ChatTurn(
                        role: Array((side == 0 ? "user" : "assistant").utf8),
                        text: Array(field.value)
                    )
                } else {
                    found[side].note(field, role: roles[side])
                }
            }
        }
        guard isFine else { return nil }
        return (isOneList ? 1..<2 : 0..<2).flatMap { side in
            plain[side].map { [$0] } ?? found[side].turns(upToRole: side == 1)
        }
    }
}

extension FieldLocation {
    /// The keys of the list that the field is a turn of; nil where it is none.
    fileprivate var list: [[UInt8]]? {
        guard let at = keys.firstIndex(where: { Self.isTurn($0) || Int(String(decoding: $0, as: UTF8.self)) != nil }),
            at > 0, keys.count > at + 1
        else { return nil }
        return Array(keys[..<at])
    }
}

/// What is gathered of one list of turns.
private struct TurnList {
    private struct Turn {
        var role: [UInt8]?
        var text: [UInt8] = []
        var isText = true
        var isOfRole = false
    }

    private let list: [[UInt8]]
    private var places: [[UInt8]] = []
    private var all: [Turn] = []

    private static let texts = ["content", "value", "text"].map { Array($0.utf8) }
    private static let speakers = ["role", "from"].map { Array($0.utf8) }

    init(_ list: [[UInt8]]?) { self.list = list ?? [] }

    mutating func note(_ field: RowField, role: UInt8) {
        let keys = field.keys
        guard keys.count > list.count + 1, keys.starts(with: list) else { return }
        let (place, name) = (keys[list.count], keys[list.count + 1])
        if places.last != place {
            places.append(place)
            all.append(Turn())
        }
        let at = all.count - 1
        if keys.count == list.count + 2, Self.speakers.contains(name), field.isString {
            if all[at].role == nil { all[at].role = Array(field.value) }
        } else if Self.texts.contains(name) {
            all[at].text = field.isNull ? [] : Array(field.value)
            all[at].isText = field.isString
        }
        if field.roles & role != 0 { all[at].isOfRole = true }
    }

    /// - Parameter upToRole: whether what stands behind the turn with the role is left out.
    func turns(upToRole: Bool) -> [ChatTurn] {
        let last = upToRole ? all.lastIndex(where: \.isOfRole) ?? all.count - 1 : all.count - 1
        return all.prefix(last + 1).enumerated().map { index, turn in
            let word = turn.role ?? Array("user".utf8)
            let speaker = RowParser.speaker(Int(row_speaker(word, word.count)))
            let role = speaker == .other ? word : Array(speaker.rawValue.utf8)
            return ChatTurn(role: role, text: turn.text, isText: turn.isText)
        }
    }
}
