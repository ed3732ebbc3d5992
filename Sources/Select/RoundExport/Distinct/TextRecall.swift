internal import CLibrary
internal import RoundFiles
internal import RoundModel

/// Reads the texts of items again by their place; one thread's own.
///
/// It remembers a few megabytes of what it read, so that many copies of few texts are read once.
final class TextRecall {
    /// The decoded texts of an item, valid until the recall is asked again.
    struct Texts {
        var prompt: UnsafeRawBufferPointer
        var response: UnsafeRawBufferPointer

        init(prompt: UnsafeRawBufferPointer, response: UnsafeRawBufferPointer) {
            self.prompt = prompt
            self.response = response
        }

        init(_ row: DecodedRow) { self.init(prompt: row.prompt, response: row.response) }

        func hasPrompt(of other: Texts) -> Bool { Self.isEqual(prompt, other.prompt) }

        func isPair(of other: Texts) -> Bool { hasPrompt(of: other) && Self.isEqual(response, other.response) }

        private static func isEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
            guard first.count == second.count else { return false }
            guard let start = first.baseAddress, let other = second.baseAddress else { return true }
            return memcmp(start, other, first.count) == 0
        }
    }

    /// Where the texts of an item stand among those that are remembered.
    private struct Entry {
        var item = -1
        var start = 0
        var promptLength = 0
        var responseLength = 0
    }

    private let columns: ScoreColumns
    private let reader: RowReader
    private let wanted: DecodedRow.Texts
    private var entries = [Entry](repeating: Entry(), count: entryCount)
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: byteLimit, alignment: 16)
    private var used = 0

    private static let entryCount = 4096
    private static let byteLimit = 8 << 20
    private static let textLimit = 64 << 10

    /// - Parameter wanted: the texts that it is asked for; others are given as empty.
    init(_ wanted: DecodedRow.Texts, columns: ScoreColumns, texts: RoundTexts) {
        self.columns = columns
        self.wanted = wanted
        reader = texts.makeRowReader()
    }

    deinit { memory.deallocate() }

    /// The texts of an item.
    ///
    /// - Throws: as `RoundTexts.rowBytes`; `noSuchItem` for an item that the round does not have.
    /// - Complexity: O(row).
    func texts(of item: Int) throws(ExportError) -> Texts {
        guard item >= 0 else { throw ExportError(RoundFilesError.noSuchItem) }
        let slot = item % Self.entryCount
        let known = entries[slot]
        if known.item == item { return texts(of: known) }
        let decoded: DecodedRow
        do {
            let (block, index) = try columns.existing(item)
            try reader.open(block, rows: index..<index + 1)
            decoded = try reader.decode(reader.row(index), wanted)
        } catch {
            throw ExportError(error)
        }
        let size = decoded.prompt.count + decoded.response.count
        guard size <= Self.textLimit else { return Texts(decoded) }
        if used + size > Self.byteLimit {
            entries = [Entry](repeating: Entry(), count: Self.entryCount)
            used = 0
        }
        let entry = Entry(
            item: item,
            start: used,
            promptLength: decoded.prompt.count,
            responseLength: decoded.response.count
        )
        keep(decoded.prompt)
        keep(decoded.response)
        entries[slot] = entry
        return texts(of: entry)
    }

    private func keep(_ text: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: memory[used...]).copyMemory(from: text)
        used += text.count
    }

    private func texts(of entry: Entry) -> Texts {
        let end = entry.start + entry.promptLength
        return Texts(
            prompt: UnsafeRawBufferPointer(rebasing: memory[entry.start..<end]),
            response: UnsafeRawBufferPointer(rebasing: memory[end..<end + entry.responseLength])
        )
    }
}
