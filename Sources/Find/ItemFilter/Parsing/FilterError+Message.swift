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
        case .expected(.comparison(let field)): "\(found), where \(field) wants = != < <= > >= ~ or is"
        case .expected(.state): "\(found), where null, missing or present was expected, or not and one of them"
        case .expected(.value): "\(found), where a value was expected: a number, a word, or a \"text\""
        case .expected(.text): "\(found), where a text was expected: a word, a \"text\", or an /expression/"
        case .expected(.connective):
            "\(found), where and, or, or the end was expected; texts of several words want quotes"
        case .unknownField(let nearest):
            "no field is called \"\(part)\"; "
                + (nearest.isEmpty ? "Tab shows those there are" : "try \(nearest.joined(separator: " or "))")
        case .numberExpected(let field): "\(field) is compared with a number, and \"\(part)\" is none"
        case .textHasNoOrder(let field): "\(field) is text, which has no \(part); = and ~ compare texts"
        case .scoreHasNoText(let field): "\(field) is a number, which holds no text; compare it with < or >"
        case .bucketHasNoOrder: "a bucket is compared with = or !="
        case .unknownBucket: "\"\(part)\" is no bucket; there are adversarial, accepted and discarded"
        case .unknownMark: "\"\(part)\" is nothing to have; there are has:note, has:verdict and has:flag"
        case .unclosed(let mark): "\(mark) is not closed; end the text with another \(mark)"
        case .unknownPatternFlag: "\"\(part)\" behind an expression; only i is known, for both cases"
        case .openGroup: "( has no )"
        case .strayClosing: ") has no ("
        case .tooDeep(let limit): "groups and nots in one another go \(limit) deep at most"
        case .tooMany(let limit): "a filter has \(limit) tests at most"
        case .pattern(let problem): problem
        }
    }
}
