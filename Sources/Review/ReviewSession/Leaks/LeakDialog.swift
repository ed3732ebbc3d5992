import RoundModel
import TextSafety

/// A prompt beside the one that it leaks.
public struct LeakDialog: Dialog {
    public static let id: DialogID = "leak"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .showLeak
    public static let commands = DialogCommands.panel.adding(DialogCommands.rows)

    private let item: UInt32
    private let reason: Leaks.Reason
    public private(set) var scroll = 0

    init(_ item: UInt32, _ reason: Leaks.Reason) { (self.item, self.reason) = (item, reason) }

    public var scrolls: Bool { true }

    public mutating func scroll(to line: Int) { scroll = line }

    public func title(in review: ReviewState) -> String { "not to be trained on" }

    public func text(in review: ReviewState) -> [String] {
        var own = "…"
        if case .item(let text) = review.texts[item] { own = SafeText(text.prompt).string }
        let listed = reason.prompt.map { SafeText($0).string } ?? "(its text is not at hand)"
        return [
            reason.text, "", "\(reason.place):", listed, "", "\(SafeText(review.name(of: item).bytes).string):", own,
        ]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [CommandHint(keys: [.next, .previous], title: "scroll", separator: " "), CommandHint(.cancel, "close")]
    }

    public func confirm(in review: inout ReviewState) -> [Effect] { cancel(in: &review) }
}
