public import Basics
public import ItemFilter
public import RoundFiles
public import RoundModel
internal import Synchronization

extension RoundFields {
    /// The place of every item in an order by a field: numbers first, then texts; of fields that stand twice in a row the
    /// first counts.
    ///
    /// - Parameter onProgress: how far reading is, 0 to 1; from any thread, one call at a time, at most 20 times a second.
    /// - Throws: `cancelled`; `changed` where a file is not what it was; otherwise as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of the round), and sorting; O(n) where the field's values are remembered. Holds some 60 bytes
    ///   an item for a time, and four in the end.
    public func ranks(
        by field: FilterField,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws(RoundFilesError) -> ItemRanks {
        if let known = remembered(field) { return known }
        let columns = round.columns
        try MemoryRoom.require(columns.count * (36 + 24))
        let pass = OrderPass(columns, onProgress)
        let work = SharedWork<RoundFilesError>(count: columns.blocks.count, cancellation: cancellation)
        try round.texts.checkUnchanged()
        try work.run { [round] work throws(RoundFilesError) in
            let reader = round.texts.makeRowReader()
            while let number = try work.next() {
                let block = columns.blocks[number]
                var keys = SortKeys(capacity: block.count)
                if block.count > 0 { try reader.open(block) }
                for row in 0..<block.count {
                    if row & 255 == 255 { try cancellation.check() }
                    var isFound = false
                    try reader.visitFields(of: reader.row(row)) { found in
                        guard !isFound, !found.isNull, field.isMet(by: found.path, roles: found.roles) else { return }
                        isFound = true
                        keys.append(value: found.value)
                    }
                    if !isFound { keys.appendNone() }
                }
                pass.take(keys, of: number)
            }
        }
        // A row that was rewritten in place may have been passed over for what stands there now.
        try round.texts.checkUnchanged()
        guard let ranks = ItemRanks(pass.keys, isCancelled: { cancellation.isCancelled }) else { throw .cancelled }
        return ranks
    }

    /// The places by what is remembered of all items; nil where that is not enough.
    private func remembered(_ field: FilterField) -> ItemRanks? {
        guard let column = codesNow.first(where: { $0.field == field && $0.bins == nil && !$0.isDropped }),
            round.columns.blocks.indices.allSatisfy({ column.isDone($0, of: round.columns) })
        else { return nil }
        var keys = SortKeys(capacity: column.values.count)
        for value in column.values { value.withUnsafeBytes { keys.append(value: $0) } }
        guard let order = ItemRanks([keys]) else { return nil }
        var places: [UInt32] = []
        places.reserveCapacity(round.columns.count)
        for codes in column.codes {
            for code in codes {
                places.append(Int(code) < order.places.count ? order.places[Int(code)] : ItemRanks.none)
            }
        }
        return ItemRanks(places: places, count: order.count)
    }
}

extension SortKeys {
    fileprivate mutating func append(value: UnsafeRawBufferPointer) {
        // A number of thousands of digits is none that anybody means.
        if value.count <= 4096, let number = RowField.number(value) { append(number) } else { append(value) }
    }
}

/// What the threads of a pass for an order share.
private final class OrderPass: Sendable {
    private struct Found {
        var keys: [SortKeys]
        var bytesDone = 0
        var throttle = Throttle(every: .milliseconds(50))
    }

    private let found: Mutex<Found>
    private let columns: ScoreColumns
    private let bytes: Int
    private let onProgress: @Sendable (Double) -> Void

    init(_ columns: ScoreColumns, _ onProgress: @escaping @Sendable (Double) -> Void) {
        self.columns = columns
        self.onProgress = onProgress
        bytes = columns.blocks.reduce(0) { $0 + $1.byteCount(of: 0..<$1.count) }
        found = Mutex(Found(keys: columns.blocks.map { _ in SortKeys() }))
    }

    var keys: [SortKeys] { found.withLock { $0.keys } }

    func take(_ keys: SortKeys, of block: Int) {
        found.withLock { found in
            found.keys[block] = keys
            let block = columns.blocks[block]
            found.bytesDone += block.byteCount(of: 0..<block.count)
            guard found.throttle.isDue() else { return }
            onProgress(bytes > 0 ? min(1, Double(found.bytesDone) / Double(bytes)) : 0)
        }
    }
}
