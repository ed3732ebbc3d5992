import CSimdJSON
import RoundModel

/// The numbers that the C side knows roles and problems by.
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

    static func role(_ index: Int) -> FieldRole? {
        FieldRole.allCases.first { Self.index(of: $0) == Int32(index) }
    }

    static func reason(_ problem: Int, role index: Int) -> InvalidRow.Reason {
        let role = Self.role(index) ?? .prompt
        switch problem {
        case JSON_NOT_AN_OBJECT: return .notAnObject
        case JSON_NOT_UTF8: return .notUTF8
        case JSON_TOO_DEEP: return .tooDeep(limit: JSON_DEPTH_LIMIT)
        case JSON_MISSING: return .missing(role)
        case JSON_REPEATED: return .repeated(role)
        case JSON_NULL: return .null(role)
        case JSON_NOT_TEXT: return .notText(role)
        case JSON_NOT_NUMBER: return .notNumber(role)
        case JSON_NAN: return .notANumberValue(role)
        case JSON_INFINITE: return .infinite(role)
        default: return .notJSON
        }
    }
}
