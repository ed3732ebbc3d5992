import Basics
import RoundModel

/// One load: goes through the shards, has each parsed by all threads, and tells of what has come.
final class RoundLoad {
    private let request: RoundRequest
    private let settings: LoadSettings
    private let cancellation: Cancellation
    private let observer: (any BlockObserver)?
    private let onSnapshot: (@Sendable (LoadedRound) -> Void)?
    private let list: ShardList
    private let records: OriginRecords
    private let joiner = Joiner()
    private var shards: [Shard] = []
    private var fields = FieldMap(paths: [:])
    /// What the first shard without an item seems to be instead of rows.
    private var document: RoundFilesError?
    private var spool: SpoolFile?
    private var spoolUsed = 0
    private var bytesBefore = 0
    /// The digest up to and with the last stream, which cannot be read again, and how many shards that is.
    private var digested: (digest: SHA256, shards: Int) = (SHA256(), 0)
    private var shown = (items: 0, bytesRead: 0)
    private var nextSnapshot = ContinuousClock.now
    private var headerNotes: [String] = []
    /// Why files that were found in a folder are no part of the round.
    private var strangers: [(name: String, reason: RoundFilesError)] = []

    init(
        _ request: RoundRequest,
        settings: LoadSettings,
        cancellation: Cancellation,
        observer: (any BlockObserver)?,
        onSnapshot: (@Sendable (LoadedRound) -> Void)?
    ) throws(RoundFilesError) {
        self.request = request
        self.settings = settings
        self.cancellation = cancellation
        self.observer = observer
        self.onSnapshot = onSnapshot
        list = try ShardList(paths: request.paths, named: request.name)
        records = OriginRecords(beside: list)
        fields.lowerIsBetter = request.lowerIsBetter ?? []
        fields.nonFiniteAsNull = request.nonFiniteAsNull
    }

    func run() throws(RoundFilesError) -> LoadedRound {
        for entry in list.entries {
            try cancellation.check()
            try MemoryRoom.require()
            try loadUnlessStrange(entry)
        }
        if shards.isEmpty, let first = strangers.first { throw first.reason }
        for shard in shards { try shard.file?.checkUnchanged() }
        let content = joiner.content
        if content.items == 0 { throw nothing(in: content) }
        // For whoever takes over the list of invalid rows.
        try MemoryRoom.require(2 * MemoryLayout<InvalidRow>.stride * content.invalid.count)
        return round(content, isComplete: true)
    }

    /// Names that somebody would look for in a header, in small letters.
    private var knownNames: Set<String> {
        let aliases = FieldRole.allCases.flatMap(\.aliases) + request.aliases.values.flatMap { $0 }
        return Set((aliases + request.fields.values + request.earlier.flatMap(\.values)).map { $0.lowercased() })
    }

    /// What an earlier reading took in the shard that is being read.
    private var earlier: [FieldRole: String]? {
        let shard = shards.count - 1
        return request.earlier.indices.contains(shard) ? request.earlier[shard] : request.earlier.last
    }

    // MARK: One shard

    /// Loads a shard. Settings and statistics lie beside rows under the ending `.json`: where nobody named such a file and it
    /// holds no rows of a round, it is left out.
    private func loadUnlessStrange(_ entry: ShardList.Entry) throws(RoundFilesError) {
        let before = shards.count
        do throws(RoundFilesError) {
            try load(entry)
        } catch {
            guard entry.isFound, RoundFileName.isJSON(entry.name), error.tellsOfOtherContent else { throw error }
            if shards.count > before {
                // Rows of it that were taken stay.
                if joiner.textEnd > 0 { throw error }
                shards.removeLast()
            }
            strangers.append((entry.name, error))
        }
    }

    private func load(_ entry: ShardList.Entry) throws(RoundFilesError) {
        let open = try OpenShard(
            entry,
            settings: settings,
            inflateLimit: request.inflateLimit,
            staysOpen: list.entries.count <= settings.openFiles,
            digest: { () throws(RoundFilesError) -> SHA256 in try self.digestSoFar() },
            cancellation: cancellation
        )
        if entry.isFound, RoundFileName.isJSON(entry.name), open.text == .json { try requireRows(in: open) }
        if !open.isPlainFile, request.keepsTexts, spool == nil { spool = try SpoolFile() }
        let plan = try ShardPlan(
            open,
            settings: settings,
            known: knownNames,
            spool: spool.map { ($0, base: spoolUsed) },
            cancellation: cancellation
        )
        headerNotes += plan.notes.map { list.entries.count > 1 ? "\(entry.name): \($0)" : $0 }
        joiner.begin(shard: shards.count, lines: plan.linesBefore, bytesBefore: bytesBefore)
        shards.append(
            Shard(
                name: entry.name,
                file: open.file,
                input: open.input,
                storage: plan.storage,
                layout: plan.layout,
                fields: [:],
                nonFiniteAsNull: request.nonFiniteAsNull
            )
        )

        let before = joiner.mark.items
        do throws(RoundFilesError) {
            if let resolved = try loadFirstBlocks(of: plan, name: entry.name) {
                try loadRest(of: plan, fields: resolved)
            }
        } catch {
            throw error.isAboutFields ? open.documentInPlaceOfRows ?? error : error
        }
        if joiner.mark.items == before, document == nil { document = open.documentInPlaceOfRows }
        finish(open, plan: plan)
    }

    /// Parses blocks by itself until they show which field plays which role; nil where none did to the end.
    private func loadFirstBlocks(
        of plan: ShardPlan,
        name: String
    ) throws(RoundFilesError) -> [FieldRole: FieldLocation]? {
        var buffer = TextBuffer()
        let names = Array(request.fields.values) + request.aliases.values.joined() + (earlier ?? [:]).values
        var first = try FirstRows(found: plan.found, names: names)
        while let piece = try plan.supplier.next(into: buffer) {
            try cancellation.check()
            var isJSON = false
            var hasFields = !first.found.isEmpty
            if case .json = plan.layout {
                isJSON = true
                hasFields = try noteFields(of: buffer.bytes, in: &first)
            }
            guard hasFields else {
                // No row of this piece has a field at all: they are invalid whatever the fields are called.
                try worker(plan, fields: [:]).take(piece, text: buffer.bytes)
                showSnapshot()
                continue
            }
            first.hold(piece, buffer)
            buffer = TextBuffer()
            do throws(RoundFilesError) {
                return try take(first, of: plan, name: name)
            } catch {
                // What a pipe gives first may be one row, and that one an invalid one.
                guard isJSON, error.mayPassWithMoreRows, first.bytes < settings.blockSize,
                    first.rows < settings.rowsForFields
                else { throw error }
            }
        }
        return first.pieces.isEmpty ? nil : try take(first, of: plan, name: name)
    }

    /// - Throws: `noRows` where none of a shard's first lines is an object with a field.
    private func requireRows(in open: OpenShard) throws(RoundFilesError) {
        let beginning = try open.source.peek(atLeast: 1, atMost: 1 << 16)
        if beginning.isEmpty { return }
        var first = try FirstRows(found: FoundFields(), names: [])
        let hasRows = try Array(beginning).withUnsafeBufferPointer { text throws(RoundFilesError) in
            try noteFields(of: UnsafeRawBufferPointer(text), in: &first)
        }
        if !hasRows && beginning.count < 1 << 16 { throw .noRows(path: open.entry.name) }
    }

    /// Gives out the roles and parses the rows that told them.
    private func take(
        _ first: FirstRows,
        of plan: ShardPlan,
        name: String
    ) throws(RoundFilesError) -> [FieldRole: FieldLocation] {
        let resolved: [FieldRole: FieldLocation]
        do throws(RoundFilesError) {
            resolved = try FieldResolver(
                shard: name,
                named: request.fields,
                aliases: request.aliases,
                earlier: earlier,
                found: first.found,
                input: shards[shards.count - 1].input
            ).resolve()
        } catch  where error.mayPassWithMoreRows && !plan.looksLikeHeader {
            throw .noHeader(path: name)
        }
        shards[shards.count - 1].fields = resolved
        try settleDirections(resolved)
        for (role, location) in resolved where fields.paths[role] == nil { fields.paths[role] = location.name }
        let worker = try worker(plan, fields: resolved)
        for (piece, buffer) in first.pieces { try worker.take(piece, text: buffer.bytes) }
        showSnapshot()
        return resolved
    }

    /// Has the records say which scores are better when lower, where nobody else did; the first shard with a score decides, and
    /// others may not contradict it.
    private func settleDirections(_ resolved: [FieldRole: FieldLocation]) throws(RoundFilesError) {
        guard request.lowerIsBetter == nil else { return }
        for score in ScoreName.allCases {
            guard let field = resolved[score.role]?.name else { continue }
            let isLower = try records.isLowerBetter(in: field)
            if fields.paths[score.role] != nil {
                guard let isLower, isLower != fields.lowerIsBetter.contains(score) else { continue }
                throw .directionsDiffer(field: field, first: shards[0].name, second: shards[shards.count - 1].name)
            } else if isLower == true {
                fields.lowerIsBetter.insert(score)
            }
        }
    }

    /// Notes the fields of the first rows that have some; broken and blank lines before and between them do not count.
    /// Arrays are opened where a path that was given leads into them.
    ///
    /// - Returns: whether any of these rows has a field.
    private func noteFields(
        of text: UnsafeRawBufferPointer,
        in first: inout FirstRows
    ) throws(RoundFilesError) -> Bool {
        var rest = text
        let before = first.rows
        while first.rows < settings.rowsForFields && !rest.isEmpty {
            let end = lineFeed(in: rest) ?? rest.count
            try first.note(UnsafeRawBufferPointer(rebasing: rest[..<end]))
            rest = UnsafeRawBufferPointer(rebasing: rest[min(end + 1, rest.count)...])
        }
        return first.rows > before
    }

    private func loadRest(of plan: ShardPlan, fields: [FieldRole: FieldLocation]) throws(RoundFilesError) {
        let (supplier, layout, joiner) = (plan.supplier, plan.layout, joiner)
        let (lowerIsBetter, rowLimit, observer) = (self.fields.lowerIsBetter, settings.rowLimit, observer)
        let nonFiniteAsNull = request.nonFiniteAsNull
        let work = SharedWork(count: .max, cancellation: cancellation)
        try work.run(threads: settings.workers, every: .milliseconds(33), tell: showSnapshot) {
            work throws(RoundFilesError) in
            let worker = BlockWorker(
                supplier: supplier,
                parser: try RowParser(layout, fields: fields, nonFiniteAsNull: nonFiniteAsNull),
                joiner: joiner,
                lowerIsBetter: lowerIsBetter,
                rowLimit: rowLimit,
                observer: observer
            )
            try worker.run(work)
        }
    }

    private func worker(
        _ plan: ShardPlan,
        fields: [FieldRole: FieldLocation]
    ) throws(RoundFilesError) -> BlockWorker {
        BlockWorker(
            supplier: plan.supplier,
            parser: try RowParser(plan.layout, fields: fields, nonFiniteAsNull: request.nonFiniteAsNull),
            joiner: joiner,
            lowerIsBetter: self.fields.lowerIsBetter,
            rowLimit: settings.rowLimit,
            observer: observer
        )
    }

    private func finish(_ open: OpenShard, plan: ShardPlan) {
        bytesBefore += open.file?.size ?? open.stream?.bytesRead ?? 0
        if !open.isPlainFile { spoolUsed += joiner.textEnd }
        if let stream = open.stream { digested = (stream.digest, shards.count) }
    }

    private func digestSoFar() throws(RoundFilesError) -> SHA256 {
        try texts().digest(cancellation: cancellation)
    }

    // MARK: What is told

    private func showSnapshot() {
        guard let onSnapshot, ContinuousClock.now >= nextSnapshot else { return }
        let mark = joiner.mark
        // Nothing new to say where nothing came. (A command's output has items before any byte of the file counts as read.)
        guard mark != shown else { return }
        shown = mark
        let start = ContinuousClock.now
        onSnapshot(round(joiner.content, isComplete: false))
        let end = ContinuousClock.now
        // Whatever handing over takes must stay a small part of the whole.
        nextSnapshot = end + max(settings.snapshotInterval, (end - start) * 9)
    }

    private func round(_ content: Joiner.Content, isComplete: Bool) -> LoadedRound {
        let bytes = isComplete ? bytesBefore : list.bytes ?? content.bytesRead
        let repeatedIDs = isComplete ? joiner.countRepeatedIDs() : 0
        if isComplete { FreedMemory.giveBack() }
        var fields = self.fields
        if isComplete {
            fields.shards = shards.map { $0.fields.mapValues(\.name) }
            if fields.differences.isEmpty { fields.shards = [] }
        }
        var report = LoadReport(
            name: list.name,
            shards: list.entries.map(\.name).filter { name in !strangers.contains { $0.name == name } },
            bytes: bytes,
            fields: fields,
            invalidRows: content.invalid,
            textScores: content.textScores,
            duplicateIDs: repeatedIDs,
            emptyTexts: content.emptyTexts,
            nonFiniteRows: content.nonFiniteRows
        )
        report.troubles = content.troubles
        report.streams = list.entries.filter { $0.size == nil }.map(\.name)
        report.scoreOrigins = records.origins
        report.notes = list.notes + records.notes + strangers.map { "left out \($0.reason.message)" } + headerNotes
        let progress = LoadProgress(
            bytesRead: isComplete ? bytesBefore : content.bytesRead,
            bytesTotal: isComplete ? bytesBefore : list.bytes,
            isComplete: isComplete
        )
        return LoadedRound(
            columns: ScoreColumns(blocks: content.blocks),
            texts: texts(),
            report: report,
            progress: progress
        )
    }

    private func texts() -> RoundTexts {
        RoundTexts(shards: shards, digested: digested.digest, digestedShards: digested.shards)
    }

    private func nothing(in content: Joiner.Content) -> RoundFilesError {
        if content.invalid.isEmpty { return .empty(path: list.name) }
        if let document { return document }
        let first = content.invalid.prefix(3).map { row in
            RoundFilesError.Sample(
                file: shards[row.place.shard].name,
                line: row.line,
                lastLine: row.lastLine,
                reason: row.reason
            )
        }
        return .noValidRow(name: list.name, rows: content.invalid.count, first: first, aid: aid(content.invalid[0]))
    }

    /// What helps where a score is none.
    private func aid(_ row: InvalidRow) -> ScoreAid? {
        guard case .notNumber(let role, let found) = row.reason,
            let keys = shards[row.place.shard].fields[role]?.keys, shards[row.place.shard].layout == .json
        else { return nil }
        let input = shards[row.place.shard].input
        return ScoreAid.Found(found).map { ScoreAid(role: role, keys: keys, found: $0, input: input) }
    }
}
