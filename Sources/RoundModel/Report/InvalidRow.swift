/// A row with no usable prompt, response or pair of scores: listed and exported, never guessed at.
public struct InvalidRow: Hashable, Sendable {
    /// Where its bytes stand, for showing and exporting them.
    public var place: RowPlace
    /// The line, from 1, on which the row starts in its shard.
    public var line: Int
    /// How many lines it goes on over: a quoted field may take it over several.
    public var moreLines: Int
    /// The first thing that was found wrong with it.
    public var reason: Reason

    public init(place: RowPlace, line: Int, lastLine: Int? = nil, reason: Reason) {
        self.place = place
        self.line = line
        moreLines = (lastLine ?? line) - line
        self.reason = reason
    }

    /// The line on which it ends.
    public var lastLine: Int { line + moreLines }

    /// Why it cannot be used, with its lines where there are several, without a full stop: `a quote that never ends, from
    /// line 5 to line 31`.
    public var text: String { reason.text(from: line, to: lastLine) }

    /// Why a row cannot be used. It holds no text of the row, so that a bad row costs no more than a good one.
    public enum Reason: Hashable, Sendable {
        /// Not JSON at all, or more than one value on the line.
        case notJSON
        /// JSON, but not an object.
        case notAnObject
        /// Bytes that are not UTF-8.
        case notUTF8
        /// Longer than `limit` bytes.
        case tooLong(limit: Int)
        /// Objects and arrays in one another to more than `limit` levels.
        case tooDeep(limit: Int)
        /// A delimited row that has another number of fields than the header.
        case fieldCount(found: Int, expected: Int)
        /// A quoted field that the file ends in.
        case unfinishedQuote
        /// Text between a closing quote and the end of its field: in a line of the row, at a character of that line, both
        /// from 1.
        case textBehindQuote(line: Int, column: Int)
        /// A field that looks like the rest of the broken row before it: not quoted, and with a quote at its end.
        case behindBrokenRow
        /// A field that is needed and is not there.
        case missing(FieldRole)
        /// A needed field that stands in the row twice.
        case repeated(FieldRole)
        /// A needed field that is null.
        case null(FieldRole)
        /// A prompt or response that is no string.
        case notText(FieldRole)
        /// A score that is no number, nor a string that holds one.
        case notNumber(FieldRole)
        /// A score that looks like a number and is not written as one.
        case nearNumber(FieldRole, NearNumber)
        /// A score that is NaN.
        case notANumberValue(FieldRole)
        /// A score that is infinite, or too large for a double.
        case infinite(FieldRole)

        /// One clause for a person, without a full stop: `safety score is null`.
        public var text: String {
            switch self {
            case .notJSON: "not valid JSON"
            case .notAnObject: "JSON, but not an object"
            case .notUTF8: "not valid UTF-8"
            case .tooLong(let limit): "longer than \(limit / (1 << 20)) MiB"
            case .tooDeep(let limit): "nested deeper than \(limit) levels"
            case .fieldCount(let found, let expected):
                "\(found) \(found == 1 ? "field" : "fields") where the header has \(expected)"
            case .unfinishedQuote: "a quote that never ends"
            case .textBehindQuote(1, let column): "text behind a closing quote, column \(column)"
            case .textBehindQuote(let line, let column):
                "text behind a closing quote, line \(line) of the row, column \(column)"
            case .behindBrokenRow: "a closing quote without an opening one, likely the rest of the broken row before"
            case .missing(let role): "no \(role.noun)"
            case .repeated(let role): "\(role.noun) given twice"
            case .null(let role): "\(role.noun) is null"
            case .notText(let role): "\(role.noun) is not a string"
            case .notNumber(let role): "\(role.noun) is not a number"
            case .nearNumber(let role, let number): "\(role.noun) \(number.problem)"
            case .notANumberValue(let role): "\(role.noun) is NaN"
            case .infinite(let role): "\(role.noun) is infinite"
            }
        }

        /// The same, with the lines that the row takes up where there are several.
        public func text(from line: Int, to lastLine: Int) -> String {
            switch self {
            case .textBehindQuote(let down, let column) where down > 1:
                "text behind a closing quote, line \(line + down - 1), column \(column)" + Self.span(line, lastLine)
            default: text + Self.span(line, lastLine)
            }
        }

        private static func span(_ line: Int, _ lastLine: Int) -> String {
            lastLine > line ? ", from line \(line) to line \(lastLine)" : ""
        }
    }
}

extension FieldRole {
    /// The role as a message names it: `safety score`, `prompt`.
    public var noun: String { isScore ? "\(rawValue) score" : rawValue }
}
