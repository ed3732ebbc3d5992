internal import RoundFiles
internal import RoundModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads the texts of items again by their place; one thread's own.
///
/// It remembers a few megabytes of what it read, so that many copies of few texts are read once.
final class TextRecall {
    /// The decoded texts of an item.
    struct Texts: Equatable {
        fileprivate var item: Int
        var prompt: [UInt8]
        var response: [UInt8]

        static func == (first: Texts, second: Texts) -> Bool {
            first.prompt == second.prompt && first.response == second.response
        }

        func hasPrompt(of row: DecodedRow) -> Bool { Self.isEqual(prompt, row.prompt) }

        func isPair(of row: DecodedRow) -> Bool { hasPrompt(of: row) && Self.isEqual(response, row.response) }

        private static func isEqual(_ first: [UInt8], _ second: UnsafeRawBufferPointer) -> Bool {
            guard first.count == second.count else { return false }
            guard let other = second.baseAddress else { return true }
            return memcmp(first, other, first.count) == 0
        }
    }

    private let columns: ScoreColumns
    private let reader: RowReader
    private let wanted: DecodedRow.Texts
    private var entries: [Texts?]
    private var byteCount = 0

    private static let entryCount = 4096
    private static let byteLimit = 8 << 20
    private static let textLimit = 64 << 10

    /// - Parameter wanted: the texts that it is asked for; others are given as empty.
    init(_ wanted: DecodedRow.Texts, columns: ScoreColumns, texts: RoundTexts) {
        self.columns = columns
        self.wanted = wanted
        reader = texts.makeRowReader()
        entries = [Texts?](repeating: nil, count: Self.entryCount)
    }

    /// The texts of an item.
    ///
    /// - Precondition: `0 <= item < columns.count`.
    /// - Complexity: O(row).
    func texts(of item: Int) throws(ExportError) -> Texts {
        let slot = item % Self.entryCount
        if let known = entries[slot], known.item == item { return known }
        let (block, index) = columns.locate(item)
        let texts: Texts
        do {
            try reader.open(block, rows: index..<index + 1)
            let decoded = try reader.decode(reader.row(index), wanted)
            texts = Texts(item: item, prompt: Array(decoded.prompt), response: Array(decoded.response))
        } catch {
            throw ExportError(error)
        }
        let size = texts.prompt.count + texts.response.count
        guard size <= Self.textLimit else { return texts }
        if byteCount + size > Self.byteLimit {
            entries = [Texts?](repeating: nil, count: Self.entryCount)
            byteCount = 0
        }
        // What stood in the slot goes on counting: the limit is reached a little early, never late.
        entries[slot] = texts
        byteCount += size
        return texts
    }
}
