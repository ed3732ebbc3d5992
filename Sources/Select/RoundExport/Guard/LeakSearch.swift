internal import Basics
internal import RoundFiles
internal import RoundModel
internal import Synchronization
internal import TrainingGuard

/// Looks which prompts of a round leak, on all cores.
struct LeakSearch: Sendable {
    let round: LoadedRound
    let prompts: GuardedPrompts
    let cancellation: Cancellation
    /// Called with the rows done, one call at a time.
    var progress: (@Sendable (Int) -> Void)?

    /// What was found.
    struct Found: Sendable {
        /// In the order of their items.
        var leaks: [FoundLeak] = []
        /// Parents that are in no round that was given.
        var parentsNowhere = 0
        /// Prompts that are their own ancestors.
        var circular = 0
    }

    /// What the threads bring together.
    private struct Part: Sendable {
        var leaks: [FoundLeak] = []
        var lineage = Lineage()
    }

    /// Finds the items that leak.
    ///
    /// - Parameter isWanted: which items are looked at.
    /// - Complexity: O(bytes of the round), and again where prompts descend from evaluation prompts.
    func find(_ isWanted: @escaping @Sendable (Int) -> Bool) throws(ExportError) -> Found {
        let hasParents = round.report.fields.paths[.parent] != nil
        let follows = hasEvaluation && (hasParents || prompts.seen.map { !$0.lineage.isEmpty } ?? false)
        let counter = WorkProgress { [progress] in progress?($0) }
        let all = Mutex(Part())
        try forEachChunk { reader, work throws(ExportError) in
            let matcher = GuardedPrompts.Matcher(prompts)
            let (form, other, parents) = (PromptForm(), PromptForm(), ParentKeys())
            var part = Part()
            while let (chunk, block) = try work() {
                let first = chunk.firstItem - chunk.rows.lowerBound
                let rows = chunk.rows.lazy.filter { follows || isWanted(first + $0) }
                guard rows.first != nil else { continue }
                try go(reader, block, chunk, rows, follows && hasParents ? [.prompt, .parent] : .prompt) {
                    index,
                    texts in
                    form.take(texts.prompt)
                    if follows, let parent = texts.parent, !parent.isEmpty {
                        part.lineage.add(child: form.key, parent: parents.key(of: parent)) {
                            other.take(parent)
                            return matcher.evaluationMatch(other)
                        }
                    } else if follows {
                        part.lineage.add(prompt: form.key)
                    }
                    let item = first + index
                    if !follows || isWanted(item), let leak = matcher.leak(of: form, item: item) {
                        part.leaks.append(leak)
                    }
                }
                counter.add(chunk.rows.count)
            }
            let found = part
            all.withLock {
                $0.leaks += found.leaks
                $0.lineage.merge(found.lineage)
            }
        }
        let part = all.withLock { $0 }
        var found = Found()
        found.leaks = part.leaks.sorted { $0.item < $1.item }
        if follows { try follow(part.lineage, isWanted, &found) }
        return found
    }

    /// Adds the prompts that descend from evaluation prompts.
    private func follow(
        _ own: Lineage,
        _ isWanted: @escaping @Sendable (Int) -> Bool,
        _ found: inout Found
    ) throws(ExportError) {
        var lineage = own
        if let seen = prompts.seen { lineage.merge(seen.lineage) }
        guard !lineage.isEmpty else { return }
        if let split = prompts.split { try addRoots(split, to: &lineage) }
        found.parentsNowhere = lineage.parents(outside: prompts.seen?.keys ?? []).count
        found.circular = lineage.circular
        let descents = lineage.descents()
        if descents.isEmpty { return }
        let direct = Set(found.leaks.lazy.filter { $0.list == .evaluation }.map(\.item))
        let leaks = try descending(descents) { isWanted($0) && !direct.contains($0) }
        // An evaluation prompt goes before what was seen of the same one.
        let descending = Set(leaks.map(\.item))
        found.leaks = (found.leaks.filter { !descending.contains($0.item) } + leaks).sorted { $0.item < $1.item }
    }

    /// The items whose prompts descend from evaluation prompts.
    private func descending(
        _ descents: [UInt64: Lineage.Descent],
        _ isWanted: @escaping @Sendable (Int) -> Bool
    ) throws(ExportError) -> [FoundLeak] {
        let all = Mutex([FoundLeak]())
        let rule = prompts.rule
        try forEachChunk { reader, work throws(ExportError) in
            let form = PromptForm()
            var leaks: [FoundLeak] = []
            while let (chunk, block) = try work() {
                let first = chunk.firstItem - chunk.rows.lowerBound
                let rows = chunk.rows.lazy.filter { isWanted(first + $0) }
                guard rows.first != nil else { continue }
                try go(reader, block, chunk, rows, .prompt) { index, texts in
                    guard let descent = descents[form.key(of: texts.prompt)] else { return }
                    let match = descent.match
                    let leak = FoundLeak(
                        item: first + index,
                        form.digest,
                        list: .evaluation,
                        match,
                        listed: match.listed,
                        rule: rule,
                        steps: descent.steps
                    )
                    leaks.append(leak)
                }
            }
            let more = leaks
            all.withLock { $0 += more }
        }
        return all.withLock { $0 }
    }

    /// Parents that another round names are only known by their keys.
    private func addRoots(_ split: SplitPrompts, to lineage: inout Lineage) throws(ExportError) {
        let form = PromptForm()
        let reader = round.texts.makeRowReader()
        for (number, item) in split.items.enumerated() {
            do throws(RoundFilesError) {
                let (block, index) = try round.columns.existing(item)
                try reader.open(block, rows: index..<index + 1)
                let prompt = try reader.decode(reader.row(index), .prompt).prompt
                let listed = (prompts.evaluation?.count ?? 0) + number
                lineage.add(listed: form.key(of: prompt), PromptMatch(listed: listed, level: .form))
            } catch {
                throw ExportError(error)
            }
        }
    }

    private var hasEvaluation: Bool { prompts.evaluation != nil || prompts.split != nil }

    // MARK: Passes

    private typealias Next = () throws(ExportError) -> (chunk: RowChunk, block: ColumnBlock)?

    private func forEachChunk(
        _ body: @Sendable (RowReader, Next) throws(ExportError) -> Void
    ) throws(ExportError) {
        let chunks = RowChunk.all(of: round.columns)
        let work = SharedWork<ExportError>(count: chunks.count, cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { [round] work throws(ExportError) in
            try body(round.texts.makeRowReader()) { () throws(ExportError) in
                guard let number = try work.next() else { return nil }
                return (chunks[number], round.columns.blocks[chunks[number].block])
            }
        }
    }

    private func go(
        _ reader: RowReader,
        _ block: ColumnBlock,
        _ chunk: RowChunk,
        _ rows: LazyFilterSequence<Range<Int>>,
        _ wanted: DecodedRow.Texts,
        _ body: (Int, DecodedRow) -> Void
    ) throws(ExportError) {
        do throws(RoundFilesError) {
            try reader.open(block, rows: chunk.rows)
            for index in rows {
                let texts = try reader.decode(reader.row(index), wanted)
                if texts.prompt.count > 1 << 16 { try MemoryRoom.require(64 * texts.prompt.count) }
                body(index, texts)
            }
        } catch {
            throw ExportError(error)
        }
    }
}
