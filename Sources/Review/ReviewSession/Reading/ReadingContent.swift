import RoundModel
import TextSafety

/// What of an item is read, in its order.
public enum ReadingPart: Hashable, Sendable {
    /// Prompt and response.
    case texts
    /// What is known besides: earlier turns, the parent prompt, other fields.
    case context
    /// The texts, and all fields below them.
    case all
}

/// What is searched of an item.
public enum SearchedText: Hashable, Sendable {
    case prompt, response
}

/// The bytes that are shown of an item, or of what stands in its place.
struct ReadingContent {
    struct Section {
        var heading: String
        var bytes: [UInt8]
        var isMarkdown = false
        var searched: SearchedText?
    }

    private(set) var sections: [Section] = []
    private(set) var fields: [ItemText.Field] = []

    init(_ result: TextResult?, _ key: ReadingText.Key) {
        switch result {
        case .item(let text): take(text, key)
        case .row(let bytes): sections = [Section(heading: "the row as it stands", bytes: bytes)]
        case .failed(let why): sections = [Section(heading: "cannot be read", bytes: Array(why.utf8))]
        case nil: break
        }
    }

    private mutating func take(_ text: ItemText, _ key: ReadingText.Key) {
        if key.part != .context {
            sections = [
                Section(heading: "prompt", bytes: text.prompt, isMarkdown: true, searched: .prompt),
                Section(heading: "response", bytes: text.response, isMarkdown: true, searched: .response),
            ]
        }
        guard key.part != .texts else { return }
        var rest = text.fields
        if key.part == .context {
            let chat = ChatTurns(rest)
            sections += chat.turns.map { Section(heading: $0.title, bytes: $0.text, isMarkdown: true) }
            rest = chat.rest
            if let parent = rest.firstIndex(where: { $0.role == .parent }) {
                sections.append(Section(heading: "parent prompt", bytes: rest[parent].value, isMarkdown: true))
                rest.remove(at: parent)
            }
        }
        // Any of the others may hold a score or a call.
        guard !key.isBlind else { return }
        let place = ItemText.Field(
            name: Array("read from".utf8),
            value: Array("\(text.file), line \(text.line)".utf8)
        )
        fields = rest + [place]
    }

    var isEmpty: Bool { sections.isEmpty && fields.isEmpty }

    /// Bytes that are shown.
    var bytes: Int { sections.reduce(0) { $0 + $1.bytes.count } + fields.reduce(0) { $0 + $1.value.count } }

    /// Bytes of memory that breaking it takes.
    ///
    /// - Complexity: O(bytes).
    func memory(width: Int) -> Int {
        let all = sections.map(\.bytes) + fields.map(\.value)
        return all.reduce(0) { $0 + WrappedText.memory(of: $1, width: max(1, width)) }
    }
}
