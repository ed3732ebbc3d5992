import Basics
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
    /// False where the first row of delimited text may as well be one of the others.
    let looksLikeHeader: Bool
    /// What needs saying of the header, one clause each.
    let notes: [String]

    /// - Parameters:
    ///   - known: names that somebody would look for in a header, in small letters.
    ///   - spool: a place for text that cannot be read again from the file, and where in it there is room; nil
    ///     where nobody will.
    init(
        _ shard: OpenShard,
        settings: LoadSettings,
        known: Set<String>,
        spool: (SpoolFile, base: Int)?,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        var start = shard.start
        switch shard.text {
        case .json, .jsonArray:
            layout = .json
            found = FoundFields()
            linesBefore = 0
            looksLikeHeader = true
            notes = []
        case .delimited(let delimiter):
            var reader = HeaderReader(
                shard,
                delimiter: delimiter,
                limit: min(settings.rowLimit, 1 << 22),
                known: known
            )
            let header = try reader.read()
            layout = .delimited(header.layout)
            var found = FoundFields()
            for name in header.layout.header { found.add(column: name) }
            found.repeatedColumns = header.columns.repeated
            self.found = found
            looksLikeHeader = header.columns.looksLikeHeader(known: known)
            notes = header.notes
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
                cutter: try RowCutter(layout),
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
}
