import CLibCSV
import RoundModel

/// The reading of one shard: who gives out its text, and what is known of it before any role is.
struct ShardPlan {
    let supplier: any TextSupplier
    let layout: RowLayout
    let storage: Shard.Storage
    /// Lines before the first row: a header.
    let linesBefore: Int
    /// The columns that the header names; empty for JSON, whose rows tell.
    let found: FoundFields

    /// - Parameter spool: a place for text that cannot be read again from the file, and where in it there is room; nil
    ///   where nobody will.
    init(
        _ shard: OpenShard,
        settings: LoadSettings,
        spool: (SpoolFile, base: Int)?,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        var start = shard.start
        switch shard.text {
        case .json, .jsonArray:
            layout = .json
            found = FoundFields()
            linesBefore = 0
        case .delimited(let delimiter):
            let header = try Self.header(of: shard, delimiter: delimiter, settings: settings)
            layout = .delimited(header.layout)
            var found = FoundFields()
            for (column, name) in header.layout.header.enumerated() { found.add(column: column, name: name) }
            self.found = found
            linesBefore = header.lines
            start += header.length
        }
        if case .json = layout, shard.isPlainFile, let file = shard.file {
            supplier = try FileSupplier(
                file,
                start: start,
                blockSize: settings.blockSize,
                rowLimit: settings.rowLimit,
                cancellation: cancellation
            )
        } else {
            supplier = StreamSupplier(
                shard.source,
                cutter: RowCutter(layout),
                start: start,
                blockSize: settings.blockSize,
                rowLimit: settings.rowLimit,
                readAhead: settings.readAhead,
                spool: shard.isPlainFile ? nil : spool?.0,
                base: spool?.base ?? 0,
                cancellation: cancellation
            )
        }
        if let file = shard.file, shard.isPlainFile {
            storage = .file(file)
        } else if let spool {
            storage = .spool(spool.0, base: spool.base)
        } else {
            storage = .nowhere
        }
    }

    /// Reads the header row and leaves the source behind it.
    private static func header(
        of shard: OpenShard,
        delimiter: UInt8,
        settings: LoadSettings
    ) throws(RoundFilesError) -> (layout: DelimitedLayout, length: Int, lines: Int) {
        let limit = min(settings.rowLimit, 1 << 22)
        var text = try shard.source.peek(atLeast: 1, atMost: 1 << 16)
        while true {
            var cutter = RowCutter(.delimited(DelimitedLayout(delimiter: delimiter)))
            // A row end at the very end of what is there may have its second half still to come.
            let end = text.withUnsafeBytes { cutter.feedToFirst($0) }
            if let end, end < text.count { return try layout(text.prefix(end)) }
            if text.count >= limit { throw .headerTooLong(path: shard.entry.name, limit: limit) }
            let more = try shard.source.peek(atLeast: text.count + 1, atMost: text.count + (1 << 16))
            if more.count == text.count { return try layout(text) }
            text = more
        }

        func layout(
            _ header: ArraySlice<UInt8>
        ) throws(RoundFilesError) -> (layout: DelimitedLayout, length: Int, lines: Int) {
            shard.source.skip(header.count)
            let row = Array(header.dropLast(header.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count))
            let hasFeeds = header[(header.startIndex + row.count)...].contains(0x0A)
            let endsWithReturn = row.count < header.count && !hasFeeds
            var layout = DelimitedLayout(delimiter: delimiter, lineEnd: endsWithReturn ? 0x0D : 0x0A)
            layout.header = try row.withUnsafeBufferPointer { row throws(RoundFilesError) in
                let bytes = UnsafeRawBufferPointer(row)
                if let problem = DelimitedRowParser.problem(of: bytes, in: layout) {
                    throw .brokenHeader(path: shard.entry.name, reason: problem)
                }
                return try DelimitedRowParser.names(in: bytes, layout)
            }
            return (layout, header.count, header.count { $0 == layout.lineEnd })
        }
    }
}
