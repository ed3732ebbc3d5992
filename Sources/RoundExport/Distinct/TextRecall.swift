internal import RoundFiles
internal import RoundModel

/// Compares texts with those of earlier items, read again by their place; one thread's own.
///
/// It remembers a few megabytes of what it read, so that many copies of few texts are read once.
struct TextRecall: ~Copyable {
    private struct Entry {
        var item: Int
        var prompt: [UInt8]
        var response: [UInt8]
    }

    private let columns: ScoreColumns
    private let reader: RowReader
    private var entries: [Entry?]
    private var byteCount = 0

    private static let entryCount = 4096
    private static let byteLimit = 8 << 20
    private static let textLimit = 64 << 10

    init(columns: ScoreColumns, texts: RoundTexts) {
        self.columns = columns
        reader = texts.makeRowReader()
        entries = [Entry?](repeating: nil, count: Self.entryCount)
    }

    /// Whether an item has the prompt of `row`, a row of `chunk`.
    mutating func hasPrompt(
        _ item: Int,
        of row: SelectedTexts.Row,
        in chunk: borrowing SelectedTexts
    ) throws(ExportError) -> Bool {
        if let earlier = chunk.row(of: item) { return chunk.isEqual(earlier.prompt, row.prompt) }
        let entry = try entry(of: item)
        return chunk.isEqual(row.prompt, entry.prompt)
    }

    /// Whether an accepted item has the prompt and the response of `row`, an accepted row of `chunk`.
    mutating func hasPair(
        _ item: Int,
        of row: SelectedTexts.Row,
        in chunk: borrowing SelectedTexts
    ) throws(ExportError) -> Bool {
        if let earlier = chunk.row(of: item) {
            return chunk.isEqual(earlier.prompt, row.prompt) && chunk.isEqual(earlier.response, row.response)
        }
        let entry = try entry(of: item)
        return chunk.isEqual(row.prompt, entry.prompt) && chunk.isEqual(row.response, entry.response)
    }

    private mutating func entry(of item: Int) throws(ExportError) -> Entry {
        let slot = item % Self.entryCount
        if let known = entries[slot], known.item == item { return known }
        let (block, index) = columns.locate(item)
        let entry: Entry
        do {
            try reader.open(block, rows: index..<index + 1)
            let decoded = try reader.decode(reader.row(index))
            entry = Entry(item: item, prompt: Array(decoded.prompt), response: Array(decoded.response))
        } catch {
            throw ExportError(error)
        }
        let size = entry.prompt.count + entry.response.count
        guard size <= Self.textLimit else { return entry }
        if byteCount + size > Self.byteLimit {
            entries = [Entry?](repeating: nil, count: Self.entryCount)
            byteCount = 0
        }
        // What stood in the slot goes on counting: the limit is reached a little early, never late.
        entries[slot] = entry
        byteCount += size
        return entry
    }
}
