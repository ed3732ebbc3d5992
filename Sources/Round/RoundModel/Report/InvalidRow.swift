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
        /// Not JSON at all, or more than one value on the line; `column` is the character, from 1, at which it shows.
        case notJSON(column: Int)
        /// NaN or an infinity in a field that plays no role; `key` is the field's, fit to be shown, or empty in an array.
        case carriedNonFinite(key: String, isNaN: Bool, column: Int)
        /// JSON, but not an object.
        case notAnObject
        /// Bytes that are not UTF-8; the first of them, and where it stands: in a line of the row, at a character of that
        /// line, both from 1.
        case notUTF8(byte: UInt8, line: Int = 1, column: Int)
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
        case notText(FieldRole, found: Found)
        /// A score that is no number, nor a string that holds one.
        case notNumber(FieldRole, found: Found = .text)
        /// A score that looks like a number and is not written as one.
        case nearNumber(FieldRole, NearNumber)
        /// A turn of a chat that somebody else speaks than the role is for: a system turn as the prompt.
        case otherTurn(FieldRole, Speaker)
        /// A chat without a turn of the one who was asked for; `there` are those who speak in it.
        case noTurn(FieldRole, Speaker, there: Set<Speaker>)
        /// A response that stands before its prompt in the chat.
        case responseFirst
        /// A score that is NaN.
        case notANumberValue(FieldRole)
        /// A score that is infinite, or too large for a double.
        case infinite(FieldRole)

        /// What stands where a text or a number should.
        public enum Found: String, Hashable, Sendable {
            case text = "text"
            case number = "a number"
            case boolean = "true or false"
            case list = "a list"
            case object = "an object"
        }

        /// Who speaks a turn of a chat.
        public enum Speaker: String, CaseIterable, Hashable, Sendable {
            case user, assistant, system, developer, tool
            /// Somebody else, or nobody who is named.
            case other
        }

        /// One clause for a person, without a full stop: `safety score is null`.
        public var text: String {
            switch self {
            case .notJSON(let column): "not valid JSON at column \(column)"
            case .carriedNonFinite(let key, let isNaN, let column):
                "\(isNaN ? "NaN" : "Infinity") is not JSON (\(key.isEmpty ? "" : "\(key), ")column \(column)); --nan-as-null uses the row"
            case .notAnObject: "JSON, but not an object"
            case .notUTF8(let byte, 1, let column): "not valid UTF-8 at column \(column) (byte \(Self.written(byte)))"
            case .notUTF8(let byte, let line, let column):
                "not valid UTF-8, line \(line) of the row, column \(column) (byte \(Self.written(byte)))"
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
            case .notText(let role, let found): "\(role.noun) is \(found.rawValue), not a string"
            case .notNumber(let role, .text): "\(role.noun) is not a number"
            case .notNumber(let role, let found): "\(role.noun) is \(found.rawValue), not a number"
            case .nearNumber(let role, let number): "\(role.noun) \(number.problem)"
            case .otherTurn(let role, let speaker):
                "\(role.noun) is a turn of the \(speaker.rawValue); name turns by who speaks, as in "
                    + (role == .response ? "messages.assistant.-1.content" : "messages.user.content")
            case .noTurn(let role, let speaker, let there):
                "no \(speaker == .other ? "such" : speaker.rawValue) turn for the \(role.noun)"
                    + (there.isEmpty ? "" : ", only \(Speaker.list(there))")
            case .responseFirst: "response stands before the prompt"
            case .notANumberValue(let role): "\(role.noun) is NaN"
            case .infinite(let role): "\(role.noun) is infinite"
            }
        }

        /// The same, with the lines that the row takes up where there are several.
        public func text(from line: Int, to lastLine: Int) -> String {
            switch self {
            case .textBehindQuote(let down, let column) where down > 1:
                "text behind a closing quote, line \(line + down - 1), column \(column)" + Self.span(line, lastLine)
            case .notUTF8(let byte, let down, let column) where down > 1:
                "not valid UTF-8, line \(line + down - 1), column \(column) (byte \(Self.written(byte)))"
                    + Self.span(line, lastLine)
            default: text + Self.span(line, lastLine)
            }
        }

        /// A byte as names of files spell it: `\xE9`.
        private static func written(_ byte: UInt8) -> String {
            "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }

        private static func span(_ line: Int, _ lastLine: Int) -> String {
            lastLine > line ? ", from line \(line) to line \(lastLine)" : ""
        }
    }
}

extension InvalidRow.Reason.Speaker {
    fileprivate static func list(_ speakers: Set<Self>) -> String {
        allCases.filter(speakers.contains).map { $0 == .other ? "others" : $0.rawValue }.joined(separator: ", ")
    }
}

extension FieldRole {
    /// The role as a message names it: `safety score`, `prompt`.
    public var noun: String { isScore ? "\(rawValue) score" : rawValue }
}
