import RoundModel
import Verdicts

/// The line in which a filter gets its name.
public struct FilterNameDialog: Dialog {
    public static let id: DialogID = "filter-name"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .nameFilter
    /// The most characters that a name has.
    private static let longest = 40

    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// Why the last attempt was refused; nil where it was not.
    public internal(set) var problem: String?

    init(_ name: String) { entry = TextEntry(name) }

    public var line: TextEntry? { entry }

    public func title(in review: ReviewState) -> String { "name the filter" }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(.confirm, "keep it"), CommandHint(.cancel, "cancel")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) { problem = entry.problem(of: edit) }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        let name = entry.text.trimmed
        guard review.find.filter != nil else { return [] }
        guard name.unicodeScalars.count <= Self.longest else {
            var open = self
            open.problem = "a name has at most \(Self.longest) characters"
            review.dialog = open
            return []
        }
        review.close()
        return review.nameFilter(name)
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
