import ReviewSession
import RoundModel
import TerminalCanvas

/// The texts of one item broken into rows for the reading pane.
///
/// Breaking a long response takes time that grows with it, so it is done once for an item and a width.
struct ReadingText {
    /// What the rows were made from.
    struct Key: Hashable {
        var tab: ListTab
        var row: Int
        var item: UInt32?
        var width: Int
        var isLoaded: Bool
        var asciiOnly: Bool
    }

    struct Section {
        var heading: String
        var text: WrappedText
        var isEmpty: Bool
    }

    let key: Key
    let sections: [Section]
    /// Short fields, a name and a value a row.
    let fields: [ItemText.Field]
    let place: String

    init(key: Key, _ result: TextResult?) {
        self.key = key
        let width = max(0, key.width - 2)
        func section(_ heading: String, _ bytes: [UInt8]) -> Section {
            Section(
                heading: heading,
                text: WrappedText(bytes, width: width, asciiOnly: key.asciiOnly),
                isEmpty: bytes.isEmpty
            )
        }
        switch result {
        case .item(let text):
            sections = [section("prompt", text.prompt), section("response", text.response)]
            fields = text.fields
            place = "\(text.file), line \(DecimalText.grouped(text.line))"
        case .row(let bytes):
            sections = [section("the row as it stands", bytes)]
            fields = []
            place = ""
        case .failed(let why):
            sections = [section("cannot be read", Array(why.utf8))]
            fields = []
            place = ""
        case nil:
            sections = []
            fields = []
            place = ""
        }
    }
}

/// One row of the reading pane.
enum ReadingLine {
    case blank
    case words([(text: String, role: ThemeRole)])
    /// The item's bucket, and the one it was in at the baseline; nil where that is the same.
    case bucket(Bucket, movedFrom: Bucket?)
    case heading(String)
    case text(section: Int, row: Int)
    case field(Int)
}
