internal import Basics
internal import RoundFiles
internal import RoundModel

/// The lines that one chunk of rows gives, for each of the three files; one thread's, used for chunk after chunk.
struct RenderedRows {
    /// Lines of one file, each with its line end.
    struct Lines {
        var bytes: [UInt8] = []
        var count = 0
        /// Lines with U+FFFD in place of lone surrogates.
        var replaced = 0
        /// Lines with a turn that is no text in the row, and is written as its JSON.
        var otherTurns = 0
        /// Lines with a chat whose turns do not alternate, or whose last is not the assistant's.
        var unevenTurns = 0
        /// What they hold that some readers of JSON refuse, where that is counted.
        var troubles = RowTroubles()
    }

    var adversarial = Lines()
    var accepted = Lines()
    var discarded = Lines()
    /// Exported adversarial rows without a parent prompt.
    var withoutParent = 0
    /// Whether the lines that pass rows through are looked at for what some readers refuse: a round without such rows needs no
    /// look.
    var countsTroubles = false
    /// Reads rejected responses of other chunks; nil before the first.
    private var recall: TextRecall?

    /// Renders a chunk, in the place of what was there before.
    mutating func render(
        _ chunk: RowChunk,
        of round: LoadedRound,
        selection: Selection,
        from reader: RowReader,
        form: LineForm,
        members: VerdictMembers?
    ) throws(ExportError) {
        removeAll()
        let block = round.columns.blocks[chunk.block]
        var pairs = selection.pairs.chosen(in: chunk.firstItem..<chunk.firstItem + chunk.rows.count)
        do {
            for index in chunk.rows {
                let item = chunk.firstItem + index - chunk.rows.lowerBound
                let row = reader.row(index)
                if form.format == .unpaired, selection.isRejected(item) {
                    let texts = try reader.decode(row, .pair)
                    accepted.append(.unpaired(texts.prompt, texts.response, false))
                }
                guard let bucket = selection.exportedBucket(of: item) else { continue }
                let member = members?.member(of: item, in: block, at: index)
                if bucket == .discarded {
                    try discarded.appendSource(row, reader, member)
                } else if form.format == .rows {
                    if bucket == .adversarial {
                        try adversarial.appendSource(row, reader, member)
                    } else {
                        try accepted.appendSource(row, reader, member)
                    }
                } else if bucket == .adversarial {
                    try appendAdversarial(row, reader, form)
                } else if form.format == .preference {
                    while let pair = pairs.first, Int(pair.chosen) == item {
                        pairs.removeFirst()
                        try appendPair(pair, row, chunk, round, reader)
                    }
                } else {
                    try appendAccepted(row, reader, form)
                }
            }
            guard countsTroubles else { return }
            discarded.troubles = try reader.troubles(ofLines: discarded.bytes)
            if form.format == .rows {
                adversarial.troubles = try reader.troubles(ofLines: adversarial.bytes)
                accepted.troubles = try reader.troubles(ofLines: accepted.bytes)
            }
        } catch let error as RoundFilesError {
            throw ExportError(error)
        } catch let error as ExportError {
            throw error
        } catch {
            throw .source(message: "\(error)", exitStatus: 74)
        }
    }

    private mutating func removeAll() {
        withoutParent = 0
        adversarial.removeAll()
        accepted.removeAll()
        discarded.removeAll()
    }

    private mutating func appendAccepted(
        _ row: UnsafeRawBufferPointer,
        _ reader: RowReader,
        _ form: LineForm
    ) throws(RoundFilesError) {
        if form.format == .messages, !form.isOfBefore, let turns = try reader.turns(of: row) {
            return accepted.append(turns)
        }
        let texts = try reader.decode(row, .pair)
        switch form.format {
        case .messages: accepted.append(.messages(texts.prompt, texts.response))
        case .unpaired: accepted.append(.unpaired(texts.prompt, texts.response, true))
        case .promptCompletion, .preference, .rows: accepted.append(.completion(texts.prompt, texts.response))
        }
    }

    private mutating func appendAdversarial(
        _ row: UnsafeRawBufferPointer,
        _ reader: RowReader,
        _ form: LineForm
    ) throws(RoundFilesError) {
        let texts = try reader.decode(row, form.adversarialTexts)
        let isForChat = form.format.hasChatPairs
        guard form.isOfBefore || form.hasParents else { return adversarial.append(.promptAlone(texts.prompt)) }
        guard let parent = texts.parent, !parent.isEmpty else {
            withoutParent += 1
            // Lines of other keys would be among the pairs.
            if form.isOfBefore {
                adversarial.append(isForChat ? .promptAlone(texts.prompt) : .promptAsText(texts.prompt))
            }
            return
        }
        guard !form.isOfBefore else {
            return adversarial.append(isForChat ? .messages(parent, texts.prompt) : .completion(parent, texts.prompt))
        }
        form.template.bytes(prompt: parent, category: texts.category).withUnsafeBytes { asked in
            adversarial.append(isForChat ? .messages(asked, texts.prompt) : .completion(asked, texts.prompt))
        }
    }

    private mutating func appendPair(
        _ pair: AnswerPair,
        _ row: UnsafeRawBufferPointer,
        _ chunk: RowChunk,
        _ round: LoadedRound,
        _ reader: RowReader
    ) throws(ExportError) {
        let chosen = try decode(row, reader)
        let surrogates = accepted.begin(.chosen(chosen.prompt, chosen.response))
        let rejected = Int(pair.rejected) - chunk.firstItem
        if chunk.rows.indices.contains(chunk.rows.lowerBound + rejected) {
            let texts = try decode(reader.row(chunk.rows.lowerBound + rejected), reader)
            accepted.end(.rejected(texts.response), after: surrogates)
        } else {
            let recall = recall ?? TextRecall(.pair, columns: round.columns, texts: round.texts)
            self.recall = recall
            let texts = try recall.texts(of: Int(pair.rejected))
            accepted.end(.rejected(texts.response), after: surrogates)
        }
    }

    private func decode(
        _ row: UnsafeRawBufferPointer,
        _ reader: RowReader
    ) throws(ExportError) -> DecodedRow {
        do throws(RoundFilesError) { return try reader.decode(row, .pair) } catch { throw ExportError(error) }
    }
}

extension RenderedRows.Lines {
    fileprivate mutating func removeAll() {
        count = 0
        replaced = 0
        otherTurns = 0
        unevenTurns = 0
        troubles = RowTroubles()
        if bytes.capacity > 8 << 20 { bytes = [] } else { bytes.removeAll(keepingCapacity: true) }
    }

    /// The row as the source has it, and a member more where a person decided: in the place of an earlier verdict, which is
    /// kept under another name.
    fileprivate mutating func appendSource(
        _ row: UnsafeRawBufferPointer,
        _ reader: RowReader,
        _ member: [UInt8]?
    ) throws(RoundFilesError) {
        let line = try reader.jsonLine(row)
        if let member, let end = line.lastIndex(of: UInt8(ascii: "}")) {
            RowMembers(line).append(upTo: end, renaming: ExportVerdicts.fieldName, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: member)
            bytes.append(contentsOf: line[end...])
        } else {
            bytes.append(contentsOf: line)
        }
        bytes.append(UInt8(ascii: "\n"))
        count += 1
    }
}
