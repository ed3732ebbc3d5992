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

    /// Renders a chunk, in the place of what was there before.
    mutating func render(
        _ chunk: RowChunk,
        of block: ColumnBlock,
        selection: Selection,
        from reader: RowReader,
        format: ExportFormat,
        members: VerdictMembers?
    ) throws(ExportError) {
        removeAll()
        do {
            for index in chunk.rows {
                let item = chunk.firstItem + index - chunk.rows.lowerBound
                guard let bucket = selection.exportedBucket(of: item) else { continue }
                let row = reader.row(index)
                let member = members?.member(of: item, in: block, at: index)
                if bucket == .discarded {
                    try discarded.appendSource(row, reader, member)
                } else if format == .rows {
                    if bucket == .adversarial {
                        try adversarial.appendSource(row, reader, member)
                    } else {
                        try accepted.appendSource(row, reader, member)
                    }
                } else {
                    let texts = try reader.decode(row, [.pair, .parent])
                    if bucket == .accepted {
                        accepted.appendExample(texts.prompt, texts.response, format)
                    } else if let parent = texts.parent, !parent.isEmpty {
                        adversarial.appendExample(parent, texts.prompt, format)
                    } else {
                        withoutParent += 1
                        adversarial.appendExample(texts.prompt, nil, format)
                    }
                }
            }
            guard countsTroubles else { return }
            discarded.troubles = try reader.troubles(ofLines: discarded.bytes)
            if format == .rows {
                adversarial.troubles = try reader.troubles(ofLines: adversarial.bytes)
                accepted.troubles = try reader.troubles(ofLines: accepted.bytes)
            }
        } catch {
            throw ExportError(error)
        }
    }

    private mutating func removeAll() {
        withoutParent = 0
        adversarial.removeAll()
        accepted.removeAll()
        discarded.removeAll()
    }
}

extension RenderedRows.Lines {
    fileprivate mutating func removeAll() {
        count = 0
        replaced = 0
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

    /// The row as trainers take it: an accepted row as prompt and response, an adversarial one as parent and prompt,
    /// or as the prompt alone where it has no parent.
    fileprivate mutating func appendExample(
        _ first: UnsafeRawBufferPointer,
        _ second: UnsafeRawBufferPointer?,
        _ format: ExportFormat
    ) {
        let (start, middle, end): (StaticString, StaticString, StaticString) =
            switch format {
            // Trainers drop a conversation that nobody answers, and take it as a prompt.
            case .messages where second == nil: (#"{"prompt":[{"role":"user","content":"#, "", "}]}\n")
            case .messages:
                (#"{"messages":[{"role":"user","content":"#, #"},{"role":"assistant","content":"#, "}]}\n")
            // Rows go out as the source has them.
            case .promptCompletion, .rows: (#"{"prompt":"#, #","completion":"#, "}\n")
            }
        append(start)
        var surrogates = JSONText.appendReplacing(first, to: &bytes)
        if let second {
            append(middle)
            surrogates += JSONText.appendReplacing(second, to: &bytes)
        }
        if surrogates > 0 { replaced += 1 }
        append(end)
        count += 1
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
