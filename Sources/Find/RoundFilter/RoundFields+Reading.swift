internal import Basics
internal import ItemFilter
internal import RoundFiles
internal import RoundModel

extension RoundFields {
    /// What each of some tests says, by what is remembered and else by the rows; and a field that no row has, if one of the
    /// tests asks for such.
    func read(
        _ tests: [RowTest],
        _ cancellation: Cancellation,
        _ onProgress: @escaping @Sendable ([ItemBits], ItemBits, Double) -> Void
    ) throws(RoundFilesError) -> (bits: [ItemBits], unmet: FilterField?) {
        let columns = round.columns
        let codes = try fieldCodes()
        try MemoryRoom.require(columns.count / 8 * (tests.count + 4) + columns.count * codes.fields.count)
        let coded = codes.columns
        let sources = tests.map { test in
            test.asksForField ? nil : coded.first { $0.field == test.field && $0.bins == nil && !$0.isDropped }
        }
        var bits = tests.map { _ in ItemBits(none: columns.count) }
        var scanned = ItemBits(none: columns.count)
        var tasks: [FilterPass.Task] = []
        let tables = zip(tests, sources).map { test, source in try? source.map { try CodeTable(test, $0.values) } }
        for block in columns.blocks.indices where columns.blocks[block].count > 0 {
            let first = columns.firstItem[block]
            var missing: [Int] = []
            for test in tests.indices {
                if let source = sources[test], let table = tables[test] ?? nil, source.isDone(block, of: columns) {
                    bits[test].formUnion(table.bits(source.codes[block]), at: first)
                } else {
                    missing.append(test)
                }
            }
            if missing.isEmpty {
                for item in first..<columns.firstItem[block + 1] { scanned.insert(item) }
            } else {
                let isCoded = missing.contains { sources[$0] != nil }
                tasks.append(FilterPass.Task(block: block, tests: missing, isCoded: isCoded))
            }
        }
        guard !tasks.isEmpty else { return (bits, nil) }
        let pass = FilterPass(tests, tasks, bits: bits, scanned: scanned, columns: columns, onProgress: onProgress)
        try run(pass, codes, cancellation)
        let found = pass.bits
        if let unmet = pass.unmet { return (found, unmet) }
        for test in tests.indices where sources[test] == nil { remember(tests[test].test, found[test]) }
        return (found, nil)
    }

    func run(
        _ pass: FilterPass,
        _ codes: FieldCodes,
        _ cancellation: Cancellation
    ) throws(RoundFilesError) {
        try round.texts.checkUnchanged()
        let work = SharedWork(count: pass.tasks.count, cancellation: cancellation)
        try work.run { work throws(RoundFilesError) in
            var worker = try FilterWorker(pass, codes, round, cancellation)
            try worker.run(work)
        }
        // A row that was rewritten in place may have been passed over for what stands there now.
        try round.texts.checkUnchanged()
    }
}

/// A row test answered for each code of a field.
private struct CodeTable {
    private var holds: [Bool]

    init(_ test: RowTest, _ values: [[UInt8]]) throws(RoundFilesError) {
        let asker = try TestAsker(test)
        holds = [Bool](repeating: test.isNegated, count: 256)
        for (code, value) in values.enumerated() {
            holds[code] = value.withUnsafeBytes { asker.holds($0) } != test.isNegated
        }
    }

    /// - Complexity: O(items).
    func bits(_ codes: [UInt8]) -> ItemBits {
        ItemBits(codes.count) { holds[Int(codes[$0])] }
    }
}
