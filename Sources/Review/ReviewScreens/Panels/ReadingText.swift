import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

/// The texts of one item broken into rows for the reading pane.
///
/// Breaking a long response takes time that grows with it, so it is done once for an item and a width.
struct ReadingText {
    /// What the rows were made from.
    struct Key: Hashable {
        var tab: ListTab
        var row: Int
        var item: UInt32?
        /// Items have other numbers once the round is read anew.
        var reading: Int
        var width: Int
        var isLoaded: Bool
        var asciiOnly: Bool
        /// The emoji of several characters that are drawn as one.
        var clusters: ClusterKinds = []
        /// Fields stay hidden: any of them may hold a score or a call.
        var isBlind = false
    }

    struct Section {
        var heading: String
        var text: WrappedText
        var isEmpty: Bool
    }

    /// A field's name, and its value in rows.
    struct FieldRows {
        var name: [UInt8]
        var value: WrappedText
    }

    /// Columns of the widest row beyond those that there are; 0 where all are broken.
    var widestBeyond: Int { sections.map { max(0, $0.text.widest - $0.text.width) }.max() ?? 0 }

    let key: Key
    let sections: [Section]
    /// Every other field of the row, and where the row stands.
    let fields: [FieldRows]
    /// Columns of the names of fields.
    let nameWidth: Int

    init(key: Key, _ result: TextResult?) {
        self.key = key
        let width = max(0, key.width - 2)
        func section(_ heading: String, _ bytes: [UInt8], _ shape: TextShape = .plain) -> Section {
            Section(
                heading: heading,
                text: WrappedText(
                    bytes,
                    width: width,
                    asciiOnly: key.asciiOnly,
                    clusters: key.clusters,
                    shape: shape
                ),
                isEmpty: bytes.isEmpty
            )
        }
        switch result {
        case .item(let text):
            sections = [
                section("prompt", text.prompt, TextShape(markdown: text.prompt)),
                section("response", text.response, TextShape(markdown: text.response)),
            ]
            let place = ItemText.Field(
                name: Array("read from".utf8),
                value: Array("\(text.file), line \(text.line)".utf8)
            )
            let all = key.isBlind ? [] : text.fields + [place]
            let longest = all.map { SafeText($0.name, fitting: 20).width }.max() ?? 0
            nameWidth = longest
            fields = all.map { field in
                let value = WrappedText(
                    field.value,
                    width: max(8, width - longest - 1),
                    asciiOnly: key.asciiOnly,
                    clusters: key.clusters
                )
                return FieldRows(name: field.name, value: value)
            }
        case .row(let bytes):
            sections = [section("the row as it stands", bytes)]
            fields = []
            nameWidth = 0
        case .failed(let why):
            sections = [section("cannot be read", Array(why.utf8))]
            fields = []
            nameWidth = 0
        case nil:
            sections = []
            fields = []
            nameWidth = 0
        }
    }
}

extension ReadingText {
    /// Where the search matches in a section of the item under the cursor: the prompt is the first, the response the
    /// second.
    static func highlights(_ state: ReviewState, section: Int) -> [Range<Int>] {
        guard let highlights = state.reading.highlights, highlights.search == state.find.search?.number,
            highlights.item == state.currentItem
        else { return [] }
        return section == 0 ? highlights.prompt : section == 1 ? highlights.response : []
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
    /// A row of a field's value; the first bears its name.
    case field(Int, row: Int)
}
