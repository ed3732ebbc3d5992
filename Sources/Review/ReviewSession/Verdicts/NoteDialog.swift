import RoundModel
import Verdicts

/// The line in which a note is typed.
public struct NoteDialog: Dialog {
    public static let id: DialogID = "note"
    public static let purpose = DialogPurpose.line
    public static let opener: Command? = .note
    public static let commands = DialogCommands.closing.adding(DialogCommands.own(.otherItem))

    /// The item that it is for.
    public internal(set) var item: UInt32
    /// What that item holds.
    var digest: ItemDigest
    /// The item that it could be for as well: the one that the last verdict led to; nil where it led nowhere.
    public internal(set) var other: UInt32?
    /// What has been typed.
    public internal(set) var entry: TextEntry

    public var line: TextEntry? { entry }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let turn = other == nil ? [] : [CommandHint(.otherItem, "other item")]
        return [CommandHint(.confirm, "keep the note")] + turn + [CommandHint(.cancel, "cancel")]
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) {
        if let problem = entry.problem(of: edit) { review.message = Message(.refusal, problem) }
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.close()
        // A round that was read anew has the item elsewhere.
        let item = review.digest(of: item) == digest ? item : review.verdicts.items[digest]?.first
        if let item {
            review.keepNote(entry.text, on: item)
        } else {
            review.refuse("the note is not kept: the round was read again, without its item")
        }
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        guard let other, review.obstacle(to: other) == nil else { return [] }
        review.openNote(on: other, other: item)
        return []
    }
}
