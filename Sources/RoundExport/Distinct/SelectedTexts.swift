internal import RoundFiles
internal import RoundModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The adversarial and accepted rows of one chunk with their decoded texts; one thread's, used for chunk after chunk.
struct SelectedTexts {
    /// One row, its texts as places in `bytes`.
    struct Row {
        /// The row's index in its block.
        var index: Int
        var item: Int
        var bucket: Bucket
        var prompt: Range<Int>
        /// Empty for adversarial rows, whose responses play no part.
        var response: Range<Int>
        /// nil where the row has no parent prompt, or an empty one.
        var parent: Range<Int>?
        var promptHash: UInt64 = 0
        var pairHash: UInt64 = 0
        /// The first item of the round with this prompt, as far as the tables tell.
        var firstPrompt = 0
        /// The first accepted item with this prompt and response, as far as the tables tell.
        var firstPair = 0
        /// Whether this row is the one that stands for its prompt or pair in the exported set.
        var isExported = false
    }

    private(set) var bytes: [UInt8] = []
    var rows: [Row] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        // One huge row shall not be paid for until the end.
        if bytes.capacity > 8 << 20 { bytes = [] }
    }

    /// Takes in a row that the rule put into `bucket`, hashed.
    mutating func append(_ decoded: DecodedRow, index: Int, item: Int, bucket: Bucket, hash: TextHash) {
        var row = Row(index: index, item: item, bucket: bucket, prompt: keep(decoded.prompt), response: 0..<0)
        if let parent = decoded.parent, !parent.isEmpty { row.parent = keep(parent) }
        if bucket == .accepted { row.response = keep(decoded.response) }
        bytes.withUnsafeBufferPointer { bytes in
            row.promptHash = hash(UnsafeBufferPointer(rebasing: bytes[row.prompt]))
            if bucket == .accepted {
                row.pairHash = hash.pair(row.promptHash, hash(UnsafeBufferPointer(rebasing: bytes[row.response])))
            }
        }
        rows.append(row)
    }

    private mutating func keep(_ text: UnsafeRawBufferPointer) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// Calls `body` with the bytes of one text.
    func withText<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The row of an item of this chunk, where it is among the selected ones.
    ///
    /// - Complexity: O(log rows).
    func row(of item: Int) -> Row? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].item < item { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].item == item ? rows[low] : nil
    }

    /// Whether two texts of this chunk are the same bytes.
    func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        withText(first) { first in withText(second) { Self.isEqual($0, first) } }
    }

    /// Whether a text of this chunk is the same bytes as `other`.
    func isEqual(_ text: Range<Int>, _ other: [UInt8]) -> Bool {
        withText(text) { text in other.withUnsafeBufferPointer { Self.isEqual($0, text) } }
    }

    private static func isEqual(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
        guard first.count == second.count else { return false }
        guard let firstStart = first.baseAddress, let secondStart = second.baseAddress else { return true }
        return memcmp(firstStart, secondStart, first.count) == 0
    }
}
