internal import Basics
internal import ItemFilter
internal import RoundModel
internal import Synchronization

/// The values of fields that have few, one byte an item and field; filled block by block, by whoever reads rows.
final class FieldCodes: Sendable {
    /// A field with more values than this is not remembered.
    static let valueLimit = 255
    /// The most fields: what an item costs, in bytes.
    static let columnLimit = 16
    /// The code of an item that has no value.
    static let nothing: UInt8 = 255

    /// The values of one field, as far as rows were read.
    struct Column: Sendable {
        var field: FilterField
        /// The ranges that its codes stand for; nil where they stand for values.
        var bins: NumberBins?
        /// The value that each code stands for.
        var values: [[UInt8]] = []
        /// The code of each item, block by block; empty for a block that was not read yet.
        var codes: [[UInt8]]
        /// True where there turned out to be too many values; it then has none.
        var isDropped = false
    }

    private let state: Mutex<[Column]>
    let fields: [FilterField]
    /// The ranges of numbers of each field; nil where values are remembered.
    let bins: [NumberBins?]
    let blocks: Int

    /// - Parameter bins: fields whose numbers are told apart by ranges only.
    init(_ fields: [FilterField], bins: [(field: FilterField, bins: NumberBins)] = [], blocks: Int) {
        let values = fields.prefix(Self.columnLimit)
        let ranges = bins.prefix(Self.columnLimit - values.count)
        self.fields = values + ranges.map(\.field)
        self.bins = values.map { _ in nil } + ranges.map(\.bins)
        self.blocks = blocks
        let none = [[UInt8]](repeating: [], count: blocks)
        state = Mutex(
            zip(self.fields, self.bins).map { field, bins in
                let titles = bins?.bins.map { Array($0.title.utf8) } ?? []
                return Column(field: field, bins: bins, values: titles, codes: none)
            }
        )
    }

    /// All columns as they are now.
    var columns: [Column] { state.withLock { $0 } }

    /// The code of a value of a column, a new one where it has none yet; nil where the column has or gets too many.
    func code(of value: [UInt8], in column: Int) -> UInt8? {
        state.withLock { columns in
            if columns[column].isDropped { return nil }
            if let code = columns[column].values.firstIndex(of: value) { return UInt8(code) }
            guard value.count <= FieldSample.valueLimit, columns[column].values.count < Self.valueLimit else {
                columns[column].isDropped = true
                columns[column].values = []
                columns[column].codes = [[UInt8]](repeating: [], count: blocks)
                return nil
            }
            columns[column].values.append(value)
            return UInt8(columns[column].values.count - 1)
        }
    }

    /// Takes in the codes of a block's items, column by column; nil for a column that was dropped.
    func take(_ codes: [[UInt8]?], ofBlock block: Int) {
        state.withLock { columns in
            for (column, codes) in codes.enumerated() {
                if let codes, !columns[column].isDropped { columns[column].codes[block] = codes }
            }
        }
    }
}

extension FieldCodes.Column {
    /// Whether a block was read, or needs no reading.
    func isDone(_ block: Int, of columns: ScoreColumns) -> Bool {
        !codes[block].isEmpty || columns.blocks[block].count == 0
    }
}

/// The codes of one column as one thread knows them, so that the shared ones are asked once for each value.
struct KnownValues {
    /// A power of two well above the number of values.
    private static let size = 1024
    private var slots = [Int16](repeating: -1, count: size)
    private var values: [(bytes: [UInt8], code: UInt8)] = []
    /// The value of the row before: neighbours often agree.
    private var latest = -1

    /// - Complexity: O(bytes) as a rule.
    mutating func code(of value: UnsafeRawBufferPointer, ask: ([UInt8]) -> UInt8?) -> UInt8? {
        if latest >= 0, values[latest].bytes.elementsEqual(value) { return values[latest].code }
        var slot = Int(FNV1a.hash(value) >> 32) & (Self.size - 1)
        while slots[slot] >= 0 {
            let at = Int(slots[slot])
            if values[at].bytes.elementsEqual(value) {
                latest = at
                return values[at].code
            }
            slot = (slot + 1) & (Self.size - 1)
        }
        let bytes = Array(value)
        guard let code = ask(bytes) else { return nil }
        slots[slot] = Int16(values.count)
        latest = values.count
        values.append((bytes, code))
        return code
    }
}
