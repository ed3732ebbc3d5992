/// What can be done to an open dialog, whoever asks for it: keys, mouse, lines and scripts.
public enum DialogAction: Hashable, Sendable {
    /// A row is chosen by its number, from 0.
    case choose(row: Int)
    /// Another row is chosen, or the text scrolls.
    case move(DialogMove)
    /// A field gets a value, by the name of either.
    case set(DialogField.ID, to: String)
    /// A field gets the choice that lies some steps on from its present one.
    case turn(DialogField.ID, by: Int)
    /// The line is changed.
    case edit(TextEdit)
    /// The line becomes another one.
    case fill(String)
    /// Why it cannot be confirmed as it is, from whoever knows more than the dialog.
    case refuse(String)
    /// What a line of words says: a row by its number, a field with its value, or a whole line of text.
    case answer(String)
    /// Does what it is there for.
    case confirm
    /// Leaves it.
    case cancel
    /// What the dialog alone makes of a command.
    case perform(Command)
}

/// A way through the rows of a dialog.
public enum DialogMove: Hashable, Sendable {
    /// Rows on, back where it is below 0.
    case rows(Int)
    /// Pages on, likewise.
    case pages(Int)
    /// To the first, to the last.
    case first, last

    /// The most rows or pages of one action.
    static let most = 1_000_000

    /// The same way, no longer than that.
    var bounded: DialogMove {
        switch self {
        case .rows(let rows): .rows(min(max(rows, -Self.most), Self.most))
        case .pages(let pages): .pages(min(max(pages, -Self.most), Self.most))
        case .first, .last: self
        }
    }
}

/// What a line of words says to a dialog.
public enum DialogAnswer: Hashable, Sendable {
    /// It is to be done.
    case actions([DialogAction])
    /// Nothing changes: it is so already.
    case same
    /// It cannot be, and why.
    case refused(String)
}
