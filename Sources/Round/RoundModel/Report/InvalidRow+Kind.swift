extension InvalidRow.Reason {
    /// What kind of thing is wrong, as JSON names it: the same for all rows with it, wherever in the row it stands.
    public var kind: String {
        switch self {
        case .notJSON: "not_json"
        case .carriedNonFinite: "carried_non_finite"
        case .notAnObject: "not_an_object"
        case .notUTF8: "not_utf8"
        case .tooLong: "too_long"
        case .tooDeep: "too_deep"
        case .fieldCount: "field_count"
        case .unfinishedQuote: "unfinished_quote"
        case .textBehindQuote: "text_behind_quote"
        case .behindBrokenRow: "behind_broken_row"
        case .missing: "missing"
        case .repeated: "repeated"
        case .null: "null"
        case .notText: "not_text"
        case .notNumber, .nearNumber: "not_a_number"
        case .otherTurn: "other_turn"
        case .noTurn: "no_turn"
        case .responseFirst: "response_first"
        case .notANumberValue: "nan"
        case .infinite: "infinite"
        }
    }

    /// The role of the field that is wrong; nil where the whole row is.
    public var role: FieldRole? {
        switch self {
        case .missing(let role), .repeated(let role), .null(let role), .notText(let role, _), .notNumber(let role, _),
            .nearNumber(let role, _), .otherTurn(let role, _), .noTurn(let role, _, _), .notANumberValue(let role),
            .infinite(let role):
            role
        case .notJSON, .carriedNonFinite, .notAnObject, .notUTF8, .tooLong, .tooDeep, .fieldCount, .unfinishedQuote,
            .textBehindQuote, .behindBrokenRow, .responseFirst:
            nil
        }
    }
}
