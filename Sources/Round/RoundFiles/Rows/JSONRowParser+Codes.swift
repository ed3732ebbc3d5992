import CSimdJSON
import RoundModel

/// The numbers that the C side knows roles, problems and troubles by.
extension JSONRowParser {
    static func index(of role: FieldRole) -> Int32 {
        switch role {
        case .prompt: Int32(JSON_ROLE_PROMPT)
        case .response: Int32(JSON_ROLE_RESPONSE)
        case .safety: Int32(JSON_ROLE_SAFETY)
        case .helpfulness: Int32(JSON_ROLE_HELPFULNESS)
        case .id: Int32(JSON_ROLE_ID)
        case .category: Int32(JSON_ROLE_CATEGORY)
        case .style: Int32(JSON_ROLE_STYLE)
        case .parent: Int32(JSON_ROLE_PARENT)
        }
    }

    static func mask(of texts: DecodedRow.Texts) -> UInt32 {
        // Called for every row: a table would have to be built or locked.
        var mask: UInt32 = 0
        if texts.contains(.prompt) { mask |= 1 << UInt32(JSON_ROLE_PROMPT) }
        if texts.contains(.response) { mask |= 1 << UInt32(JSON_ROLE_RESPONSE) }
        if texts.contains(.parent) { mask |= 1 << UInt32(JSON_ROLE_PARENT) }
        if texts.contains(.id) { mask |= 1 << UInt32(JSON_ROLE_ID) }
        return mask
    }

    static let troubles: [(kind: RowTroubles.Kind, index: Int)] = [
        (.keyTwice, Int(JSON_TROUBLE_KEY_TWICE)), (.keyTwiceInside, Int(JSON_TROUBLE_KEY_TWICE_INSIDE)),
        (.keyCaseInside, Int(JSON_TROUBLE_KEY_CASE_INSIDE)), (.nulInKey, Int(JSON_TROUBLE_NUL_IN_KEY)),
        (.loneSurrogate, Int(JSON_TROUBLE_LONE_SURROGATE)), (.longInteger, Int(JSON_TROUBLE_LONG_INTEGER)),
        (.hugeNumber, Int(JSON_TROUBLE_HUGE_NUMBER)), (.deep, Int(JSON_TROUBLE_DEEP)),
        (.veryDeep, Int(JSON_TROUBLE_VERY_DEEP)),
    ]

    static func role(_ index: Int) -> FieldRole? {
        FieldRole.allCases.first { Self.index(of: $0) == Int32(index) }
    }

    /// Why a row of a text cannot be used.
    static func reason(_ row: json_bad_row, in text: UnsafeRawBufferPointer) -> InvalidRow.Reason {
        switch Int(row.problem) {
        case JSON_NOT_JSON: .notJSON(column: Int(row.column))
        case JSON_CARRIED_NAN:
            .carriedNonFinite(
                key: shown(text[part(of: row)]),
                isNaN: Int(row.detail) == JSON_NAN,
                column: Int(row.column)
            )
        case JSON_NO_TURN:
            .noTurn(
                role(Int(row.role)) ?? .prompt,
                speaker(Int(row.detail)),
                there: Set((JSON_SPEAKER_USER...JSON_SPEAKER_OTHER).filter { row.speakers >> $0 & 1 == 1 }.map(speaker))
            )
        case JSON_NOT_UTF8:
            .brokenUTF8(in: UnsafeRawBufferPointer(rebasing: text[Int(row.start)..<Int(row.start + row.length)]))
        case JSON_NOT_NUMBER where Int(row.detail) == JSON_FOUND_TEXT:
            nearNumber(text[part(of: row)], role(Int(row.role)) ?? .safety)
        default: reason(Int(row.problem), role: Int(row.role), detail: Int(row.detail))
        }
    }

    private static func part(of row: json_bad_row) -> Range<Int> {
        Int(row.part_start)..<Int(row.part_start) + Int(row.part_length)
    }

    /// What is wrong with a score that is a string, from what stands between its quotes.
    private static func nearNumber(_ written: Slice<UnsafeRawBufferPointer>, _ role: FieldRole) -> InvalidRow.Reason {
        let bytes = Array(written)
        let text = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
            count = room.baseAddress.map { json_unescape(bytes, bytes.count, $0) } ?? 0
        }
        return NearNumber(text).map { .nearNumber(role, $0) } ?? .notNumber(role)
    }

    static func reason(_ problem: Int, role index: Int, detail: Int = JSON_FOUND_TEXT) -> InvalidRow.Reason {
        let role = Self.role(index) ?? .prompt
        switch problem {
        case JSON_NOT_AN_OBJECT: return .notAnObject
        case JSON_TOO_DEEP: return .tooDeep(limit: JSON_DEPTH_LIMIT)
        case JSON_MISSING: return .missing(role)
        case JSON_REPEATED: return .repeated(role)
        case JSON_NULL: return .null(role)
        case JSON_NOT_TEXT: return .notText(role, found: found(detail))
        case JSON_NOT_NUMBER: return .notNumber(role, found: found(detail))
        case JSON_NAN: return .notANumberValue(role)
        case JSON_INFINITE: return .infinite(role)
        case JSON_OTHER_TURN: return .otherTurn(role, speaker(detail))
        case JSON_TURN_ORDER: return .responseFirst
        default: return .notJSON(column: 1)
        }
    }

    private static func found(_ code: Int) -> InvalidRow.Reason.Found {
        switch code {
        case JSON_FOUND_NUMBER: .number
        case JSON_FOUND_BOOLEAN: .boolean
        case JSON_FOUND_LIST: .list
        case JSON_FOUND_OBJECT: .object
        default: .text
        }
    }

    static func speaker(_ code: Int) -> InvalidRow.Reason.Speaker {
        switch code {
        case JSON_SPEAKER_USER: .user
        case JSON_SPEAKER_ASSISTANT: .assistant
        case JSON_SPEAKER_SYSTEM: .system
        case JSON_SPEAKER_DEVELOPER: .developer
        case JSON_SPEAKER_TOOL: .tool
        default: .other
        }
    }

    /// A key as a reason may hold it: short, and with nothing that a terminal or an eye could be misled by.
    private static func shown(_ key: Slice<UnsafeRawBufferPointer>) -> String {
        let text = String(decoding: key.prefix(256), as: UTF8.self)
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) {
            let isPlain = scalar.isASCII ? (0x20...0x7E).contains(scalar.value) : scalar.properties.isAlphabetic
            safe.append(isPlain ? scalar : "\u{FFFD}")
        }
        return String(safe)
    }
}
