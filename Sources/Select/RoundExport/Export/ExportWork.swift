internal import Basics
internal import Dispatch
internal import RoundFiles
internal import RoundModel
internal import Synchronization

/// One export on its way: from the checked destination to the folder under its name.
struct ExportWork: Sendable {
    let round: LoadedRound
    let request: ExportRequest
    let destination: Destination
    let cancellation: Cancellation
    let progress: @Sendable (ExportProgress) -> Void
    /// Those of the round's load at the request's thresholds, if it took them.
    var hashes: SelectionHashes?
    /// The verdicts; nil where the rule alone decides.
    var verdicts: ExportVerdicts?
    var hash = TextHash()

    func export() throws(ExportError) -> ExportResult {
        var folder = try PartialFolder(for: destination)
        let total = round.columns.count
        progress(ExportProgress(stage: .rows, rows: 0, total: total))
        let digest = DigestWork(of: round)
        defer { digest.stop() }
        let guarding = try ExportGuard(request.guarding, of: round, cancellation: cancellation)
        let (rows, selection, form) = try writeRows(in: folder, guarding)
        var guarded: GuardReport?
        if let findings = selection.guarded { guarded = try guarding?.report(findings) }
        var invalid = try writeInvalidRows(in: folder)
        let sha256 = try digest.result(cancellation: cancellation)
        progress(ExportProgress(stage: .syncing, rows: total, total: total))
        let (written, summary) = try finish(rows, sets: selection.sets, sha256: sha256)
        var files = describe(written, summary, selection.guarded)
        let invalidRecord = try invalid.finish()
        files.append(ExportedFile(.invalid, invalidRecord, rows: round.report.invalidRows.count))
        if let findings = selection.guarded, let guarding, guarding.drops {
            var excluded = try folder.makeFile(.excluded)
            let rows = try guarding.write(findings, to: &excluded)
            files.append(ExportedFile(.excluded, try excluded.finish(), rows: rows))
        }
        let withoutParent = form.hasParents ? written.withoutParent : nil
        let training =
            request.isOfBefore
            ? nil
            : TrainingRecord(
                request.training,
                request.format,
                selection.prompts ?? PromptFigures(),
                selection.pairFigures,
                hasParents: form.hasParents,
                otherTurns: written.otherTurns
            )
        var manifest = Manifest(
            summary,
            format: request.format,
            training: training,
            card: request.card,
            files: files,
            withoutParent: withoutParent,
            replaced: written.replaced,
            schema: request.schema
        )
        manifest.guarded = guarded.map(GuardRecord.init)
        let descriptions = try describe(manifest, in: folder)
        manifest.files += descriptions.map(Manifest.FileRecord.init)
        files += descriptions
        files.append(try write(manifest.bytes, to: .manifest, in: folder))
        try round.checkUnchanged()
        if cancellation.isCancelled { throw .cancelled }
        let replaced = try folder.commit(replace: request.replace)
        var result = ExportResult(
            directory: request.directory,
            place: destination.place,
            files: files,
            summary: summary,
            withoutParent: withoutParent,
            replacedTexts: written.replaced,
            replaced: replaced
        )
        result.prompts = selection.prompts ?? PromptFigures()
        result.pairs = selection.pairFigures
        result.otherTurns = written.otherTurns
        result.unevenTurns = written.unevenTurns
        result.guarded = guarded
        return result
    }

    /// Writes the three files of the buckets.
    private func writeRows(
        in folder: borrowing PartialFolder,
        _ guarding: ExportGuard?
    ) throws(ExportError) -> (rows: ExportRows, selection: Selection, form: LineForm) {
        let selection = try request.select(
            of: round,
            verdicts,
            guarding,
            hashes: hashes,
            hash: hash,
            cancellation: cancellation
        )
        try request.check(selection, guarding)
        let form = try lineForm(selection)
        let rows = try ExportRows(
            in: folder,
            selection: selection,
            form: form,
            verdicts: verdicts,
            thresholds: request.thresholds
        )
        let counter = WorkProgress(every: .milliseconds(33)) { [progress, total = round.columns.count] rows in
            progress(ExportProgress(stage: .rows, rows: rows, total: total))
        }
        let chunks = RowChunk.all(of: round.columns)
        let work = SharedWork<ExportError>(count: chunks.count, turnstiles: rows.turnstiles, cancellation: cancellation)
        // One more than there are cores: one mostly waits for the disk or for its turn.
        try work.run(withRoomFor: Processors.count() + 1) { [round] work throws(ExportError) in
            let reader = round.texts.makeRowReader()
            var buffers = RenderedRows()
            buffers.countsTroubles = !round.report.troubles.isEmpty
            while let ticket = try work.next() {
                let chunk = chunks[ticket]
                do throws(RoundFilesError) {
                    try reader.open(round.columns.blocks[chunk.block], rows: chunk.rows)
                } catch {
                    throw ExportError(error)
                }
                try rows.write(chunk, ticket: ticket, of: round, from: reader, buffers: &buffers)
                counter.add(chunk.rows.count)
            }
        }
        return (rows, selection, form)
    }

    private func lineForm(_ selection: Selection) throws(ExportError) -> LineForm {
        var form = LineForm(
            format: request.format,
            template: request.training.attackTemplate,
            hasParents: request.format != .rows && round.report.fields.paths[.parent] != nil,
            isOfBefore: request.isOfBefore
        )
        if form.hasParents, !form.isOfBefore {
            let search = ParentSearch(round: round, selection: selection, cancellation: cancellation)
            form.hasParents = try search.hasParents()
        }
        return form
    }

    private func writeInvalidRows(in folder: borrowing PartialFolder) throws(ExportError) -> ExportFile {
        var file = try folder.makeFile(.invalid)
        let names = ShardNames.short(round.report.shards)
        var lines: [UInt8] = []
        var count = 0
        for row in round.report.invalidRows {
            if cancellation.isCancelled { throw .cancelled }
            let text: [UInt8]
            do {
                text = try round.texts.invalidRowText(row, limit: InvalidRowLine.textLimit)
            } catch {
                throw ExportError(error)
            }
            let name = names.indices.contains(row.place.shard) ? names[row.place.shard] : round.report.name
            lines += InvalidRowLine.bytes(row, file: name, text: text)
            count += 1
            if lines.count >= 1 << 20 {
                try file.append(lines, lines: count)
                lines.removeAll(keepingCapacity: true)
                count = 0
            }
        }
        try file.append(lines, lines: count)
        return file
    }

    /// Syncs the rows' files; the scores are summarised while the disk is busy.
    private func finish(
        _ rows: ExportRows,
        sets: DistinctSets,
        sha256: String
    ) throws(ExportError) -> (written: ExportRows.Written, summary: RoundSummary) {
        let summary = Mutex<RoundSummary?>(nil)
        let written = Mutex<Result<ExportRows.Written, ExportError>?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            if part == 0 {
                let result = Result { () throws(ExportError) in try rows.finish() }
                written.withLock { $0 = result }
            } else {
                let counted = RoundSummary(
                    of: round,
                    at: request.thresholds,
                    origins: request.origins,
                    sets: sets,
                    sha256: sha256,
                    verdicts: verdicts
                )
                summary.withLock { $0 = counted }
            }
        }
        guard let result = written.withLock({ $0 }), let counted = summary.withLock({ $0 }) else { throw .cancelled }
        return (try result.get(), counted)
    }

    private func describe(
        _ written: ExportRows.Written,
        _ summary: RoundSummary,
        _ guarded: GuardFindings?
    ) -> [ExportedFile] {
        let buckets: [(ExportFileName, Bucket)] = [
            (.adversarial, .adversarial), (.accepted, .accepted), (.discarded, .discarded),
        ]
        return buckets.compactMap { file, bucket in
            written.records[file].map { record in
                let rows = summary.counts[bucket]
                var described = ExportedFile(file, record, rows: rows)
                if let sets = summary.sets, bucket != .discarded {
                    described.repeats = rows - (bucket == .accepted ? sets.acceptedPairs : sets.adversarialPrompts)
                }
                described.leftOut = guarded?.leftOut(of: bucket) ?? 0
                described.troubles = written.troubles[file] ?? RowTroubles()
                return described
            }
        }
    }

    /// Writes what describes the sets to those who load them; nothing of it is in exports of before.
    private func describe(
        _ manifest: Manifest,
        in folder: borrowing PartialFolder
    ) throws(ExportError) -> [ExportedFile] {
        if request.isOfBefore { return [] }
        let described = SetDescription(manifest: manifest, card: request.card)
        var texts: [(ExportFileName, [UInt8])] = [(.readme, ReadmeFile(described: described).bytes)]
        if let card = request.card { texts.append((.croissant, CroissantFile(described: described, card: card).bytes)) }
        if request.training.describesForLLaMAFactory { texts.append((.info, DatasetInfoFile.bytes(described))) }
        var files: [ExportedFile] = []
        for (name, bytes) in texts {
            var file = try write(bytes, to: name, in: folder)
            file.isDescription = true
            files.append(file)
        }
        return files
    }

    private func write(
        _ bytes: [UInt8],
        to name: ExportFileName,
        in folder: borrowing PartialFolder
    ) throws(ExportError) -> ExportedFile {
        var file = try folder.makeFile(name)
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        try file.append(bytes, lines: lines)
        return ExportedFile(name, try file.finish(), rows: lines)
    }
}

extension ExportedFile {
    fileprivate init(_ file: ExportFileName, _ record: ExportFile.Record, rows: Int) {
        self.init(
            name: file.rawValue,
            sha256: record.sha256,
            lines: record.lines,
            bytes: record.bytes,
            rows: rows
        )
    }
}
