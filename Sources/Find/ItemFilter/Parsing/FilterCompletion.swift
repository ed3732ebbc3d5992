import RoundModel

/// What could stand at the cursor of a filter that is being typed.
public struct FilterCompletion: Hashable, Sendable {
    /// The characters that a candidate takes the place of.
    public var range: Range<Int>
    /// The best first.
    public var candidates: [String]

    /// - Parameters:
    ///   - text: what has been typed.
    ///   - cursor: how many of its characters stand before the cursor.
    /// - Complexity: O(characters + names and values of the fields).
    public init(_ text: String, cursor: Int, _ fields: FilterFields) {
        let before = Array(text.unicodeScalars.prefix(cursor))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: before)
        var lexer = FilterLexer(String(view))
        var place = Place.test
        range = before.count..<before.count
        candidates = []
        while true {
            let begun = place
            // A text that is still open is the writer's own.
            guard let token = try? lexer.next(patterns: begun.wantsPattern) else { return }
            if token.kind == .end { break }
            place = begun.behind(token, fields)
            guard token.range.upperBound == before.count else { continue }
            // The word that the cursor touches is the one to complete.
            if token.kind == .word {
                range = token.range
                place = begun
                let word = token.text.lowercased()
                candidates = begun.words(fields).filter { $0.lowercased().hasPrefix(word) && $0 != token.text }
                if candidates.isEmpty, word.count > 1 {
                    candidates = begun.words(fields).filter { $0.lowercased().contains(word) && $0 != token.text }
                }
                return
            }
            if token.kind != .sign, token.kind != .open { return }
        }
        candidates = place.words(fields)
    }

    /// What is expected next.
    private enum Place {
        case test
        case sign(FilterField?)
        case value(FilterField?, wantsPattern: Bool)
        case state
        case bucketSign
        case bucket
        case connective

        var wantsPattern: Bool { if case .value(_, true) = self { true } else { false } }

        func behind(_ token: FilterLexer.Token, _ fields: FilterFields) -> Place {
            switch (self, token.kind) {
            case (.test, .open): return .test
            case (.test, .word):
                let word = token.text.lowercased()
                if word == "not" { return .test }
                if word == "bucket" { return .bucketSign }
                if ["moved", "judged", "leaks"].contains(word) || word.hasPrefix("has:") { return .connective }
                return .sign(fields.field(named: token.text, isQuoted: false))
            case (.test, .quoted): return .sign(fields.field(named: token.text, isQuoted: true))
            case (.sign(let field), .sign): return .value(field, wantsPattern: token.text == "~")
            case (.sign, .word) where token.text.lowercased() == "is": return .state
            case (.state, .word) where token.text.lowercased() == "not": return .state
            case (.bucketSign, .sign): return .bucket
            case (.value, _), (.bucket, _): return .connective
            case (.connective, .word): return .test
            default: return .connective
            }
        }

        func words(_ fields: FilterFields) -> [String] {
            switch self {
            case .test:
                return fields.names + FilterVerdict.allCases.map { "has:\($0.rawValue)" } + [
                    "bucket", "moved", "judged", "leaks", "not",
                ]
            case .sign(let field):
                switch field {
                case .role(.safety)?, .role(.helpfulness)?: return ["<", "<=", ">", ">=", "=", "!="]
                case .role(.prompt)?, .role(.response)?: return ["~", "=", "!="]
                case .role(.parent)?: return ["~", "=", "!=", "is"]
                case let field?:
                    return fields.entry(of: field)?.kind == .text
                        ? ["=", "!=", "~", "is"] : ["=", "!=", "<", "<=", ">", ">=", "~", "is"]
                case nil: return []
                }
            case .value(let field?, false):
                return fields.entry(of: field)?.values.map { value in
                    FilterWords.number(value) == nil ? FilterWords.written(.text(value)) : value
                } ?? []
            case .value: return []
            case .state: return FilterFieldState.allCases.map(\.rawValue) + ["not"]
            case .bucketSign: return ["=", "!="]
            case .bucket: return Bucket.allCases.map(\.name)
            case .connective: return ["and", "or"]
            }
        }
    }
}
