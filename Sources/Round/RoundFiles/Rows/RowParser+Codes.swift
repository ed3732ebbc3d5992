import CRowReader
import RoundModel

/// The numbers that the C side knows roles, problems and troubles by.
extension RowParser {
    static func index(of role: FieldRole) -> Int32 {
        switch role {
        case .prompt: Int32(ROW_ROLE_PROMPT)
        case .response: Int32(ROW_ROLE_RESPONSE)
        case .safety: Int32(ROW_ROLE_SAFETY)
        case .helpfulness: Int32(ROW_ROLE_HELPFULNESS)
        case .id: Int32(ROW_ROLE_ID)
        case .category: Int32(ROW_ROLE_CATEGORY)
        case .style: Int32(ROW_ROLE_STYLE)
        case .parent: Int32(ROW_ROLE_PARENT)
        }
    }

    static func mask(of texts: DecodedRow.Texts) -> UInt32 {
        // Called for every row: a table would have to be built or locked.
        var mask: UInt32 = 0
        if texts.contains(.prompt) { mask |= 1 << UInt32(ROW_ROLE_PROMPT) }
        if texts.contains(.response) { mask |= 1 << UInt32(ROW_ROLE_RESPONSE) }
        if texts.contains(.parent) { mask |= 1 << UInt32(ROW_ROLE_PARENT) }
        if texts.contains(.id) { mask |= 1 << UInt32(ROW_ROLE_ID) }
        if texts.contains(.category) { mask |= 1 << UInt32(ROW_ROLE_CATEGORY) }
        return mask
    }

    static let troubles: [(kind: RowTroubles.Kind, index: Int)] = [
        (.keyTwice, Int(ROW_TROUBLE_KEY_TWICE)), (.keyTwiceInside, Int(ROW_TROUBLE_KEY_TWICE_INSIDE)),
        (.keyCaseInside, Int(ROW_TROUBLE_KEY_CASE_INSIDE)), (.nulInKey, Int(ROW_TROUBLE_NUL_IN_KEY)),
        (.loneSurrogate, Int(ROW_TROUBLE_LONE_SURROGATE)), (.longInteger, Int(ROW_TROUBLE_LONG_INTEGER)),
        (.hugeNumber, Int(ROW_TROUBLE_HUGE_NUMBER)), (.deep, Int(ROW_TROUBLE_DEEP)),
        (.veryDeep, Int(ROW_TROUBLE_VERY_DEEP)),
    ]

    static func role(_ index: Int) -> FieldRole? {
        FieldRole.allCases.first { Self.index(of: $0) == Int32(index) }
    }

    /// Why a row of a text cannot be used.
    func reason(of row: row_invalid, in text: UnsafeRawBufferPointer, rowLimit: Int) -> InvalidRow.Reason {
        let role = Self.role(Int(row.role)) ?? .prompt
        let detail = Int(row.detail)
        switch Int(row.problem) {
        case ROW_NOT_UTF8:
            let bytes = UnsafeRawBufferPointer(rebasing: text[Int(row.start)..<Int(row.start + row.length)])
            return .brokenUTF8(in: bytes, lineEnd: layout == .json ? nil : layout.lineEnd)
        case ROW_TOO_LONG: return .tooLong(limit: rowLimit)
        case ROW_MISSING: return .missing(role)
        case ROW_REPEATED: return .repeated(role)
        case ROW_NULL: return .null(role)
        case ROW_NOT_TEXT: return .notText(role, found: Self.found(detail))
        case ROW_NOT_NUMBER:
            let near = detail == ROW_FOUND_TEXT ? NearNumber(UnsafeRawBufferPointer(row.part)) : nil
            return near.map { .nearNumber(role, $0) } ?? .notNumber(role, found: Self.found(detail))
        case ROW_NAN: return .notANumberValue(role)
        case ROW_INFINITE: return .infinite(role)
        case ROW_NOT_JSON: return .notJSON(column: max(1, Int(row.place_column)))
        case ROW_CARRIED_NAN:
            return .carriedNonFinite(
                key: Self.shown(UnsafeRawBufferPointer(row.part)),
                isNaN: detail == ROW_NAN,
                column: Int(row.place_column)
            )
        case ROW_NOT_AN_OBJECT: return .notAnObject
        case ROW_TOO_DEEP: return .tooDeep(limit: ROW_DEPTH_LIMIT)
        case ROW_OTHER_TURN: return .otherTurn(role, Self.speaker(detail))
        case ROW_NO_TURN:
            let there = (ROW_SPEAKER_USER...ROW_SPEAKER_OTHER).filter { row.speakers >> $0 & 1 == 1 }
            return .noTurn(role, Self.speaker(detail), there: Set(there.map(Self.speaker)))
        case ROW_TURN_ORDER: return .responseFirst
        case ROW_FIELD_COUNT: return .fieldCount(found: Int(row.field_count), expected: layout.columnCount)
        case ROW_UNFINISHED_QUOTE: return .unfinishedQuote
        case ROW_TEXT_BEHIND_QUOTE:
            return .textBehindQuote(line: Int(row.place_line), column: Int(row.place_column))
        case ROW_BEHIND_BROKEN_ROW: return .behindBrokenRow
        default: return .notJSON(column: 1)
        }
    }

    private static func found(_ code: Int) -> InvalidRow.Reason.Found {
        switch code {
        case ROW_FOUND_NUMBER: .number
        case ROW_FOUND_BOOLEAN: .boolean
        case ROW_FOUND_LIST: .list
        case ROW_FOUND_OBJECT: .object
        default: .text
        }
    }

    static func speaker(_ code: Int) -> InvalidRow.Reason.Speaker {
        switch code {
        case ROW_SPEAKER_USER: .user
        case ROW_SPEAKER_ASSISTANT: .assistant
        case ROW_SPEAKER_SYSTEM: .system
        case ROW_SPEAKER_DEVELOPER: .developer
        case ROW_SPEAKER_TOOL: .tool
        default: .other
        }
    }

    /// A key as a reason may hold it: short, and with nothing that a terminal or an eye could be misled by.
    private static func shown(_ key: UnsafeRawBufferPointer) -> String {
        let text = String(decoding: key.prefix(256), as: UTF8.self)
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) {
            let isPlain = scalar.isASCII ? (0x20...0x7E).contains(scalar.value) : scalar.properties.isAlphabetic
            safe.append(isPlain ? scalar : "\u{FFFD}")
        }
        return String(safe)
    }
}
