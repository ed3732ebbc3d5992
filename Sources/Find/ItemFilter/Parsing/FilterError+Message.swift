extension FilterError {
    /// Where, what was expected, and what to do, in one line; the part is quoted as it was written.
    public var message: String {
        "column \(range.lowerBound + 1): \(problem)"
    }

    private var found: String { part.isEmpty ? "the line ends" : "\"\(part)\" stands here" }

    /// The same without the place.
    public var problem: String {
        switch reason {
        case .expected(.test): "\(found), where a test was expected, such as safety < 0.3, category = fraud or has:note"
        case .expected(.comparison(let field)): "\(found), where \(field) needs = != < <= > >= ~ or is"
        case .expected(.state): "\(found), where null, missing or present was expected, or not and one of them"
        case .expected(.value): "\(found), where a value was expected: a number, a word, or a \"text\""
        case .expected(.text): "\(found), where a text was expected: a word, a \"text\", or an /expression/"
        case .expected(.connective):
            "\(found), where and, or, or the end was expected; put a text of several words in quotes"
        case .unknownField(let nearest):
            "no field is called \"\(part)\"; "
                + (nearest.isEmpty
                    ? "the name must be that of a field of the round" : "try \(nearest.joined(separator: " or "))")
        case .numberExpected(let field): "\(field) is compared with a number, and \"\(part)\" is not one"
        case .textHasNoOrder(let field): "\(field) is text, which has no \(part); = and ~ compare texts"
        case .scoreHasNoText(let field): "\(field) is a number, which holds no text; compare it with < or >"
        case .bucketHasNoOrder: "a bucket is compared with = or !="
        case .unknownBucket: "\"\(part)\" is not a bucket; the buckets are adversarial, accepted and discarded"
        case .unknownVerdict: "\"\(part)\" is not known here; has:note, has:verdict and has:flag are"
        case .unclosed(let mark): "\(mark) is not closed; end the text with another \(mark)"
        case .unknownPatternFlag: "\"\(part)\" behind an expression; only i is known, which ignores case"
        case .openGroup: "( is never closed; add )"
        case .strayClosing: ") closes nothing; remove it"
        case .tooDeep(let limit): "groups and nots can be nested \(limit) deep at most"
        case .tooMany(let limit): "a filter has at most \(limit) tests"
        case .pattern(let problem): problem
        }
    }
}
