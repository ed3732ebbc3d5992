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
        var leaks = LeakList()
        /// Parents that are in no round that was given.
        var parentsNowhere = 0
        /// Prompts that are their own ancestors.
        var circular = 0
    }

    /// What a pass over the rows gives.
    struct Scan: Sendable {
        var leaks = LeakList()
        var lineage = Lineage()
        /// Whether it is known of all rows who their parents are.
        var isFollowed = true
    }

    /// Finds the items that leak.
    ///
    /// - Parameters:
    ///   - scan: what an earlier pass gave that looked at them all; nil to look now.
    ///   - isWanted: which items are looked at.
    /// - Complexity: O(bytes of the round) without a scan, and again where prompts descend from evaluation prompts.
    func find(_ scan: Scan? = nil, _ isWanted: @escaping @Sendable (Int) -> Bool) throws(ExportError) -> Found {
        let follows = prompts.follows(hasParents: hasParents)
        var part = Scan()
        if let scan, scan.isFollowed || !follows {
            part = scan
            part.leaks = scan.leaks.filter(isWanted)
        } else {
            part = try self.scan(follows: follows, isWanted)
        }
        var found = Found()
        found.leaks = part.leaks
        if follows { try follow(part.lineage, isWanted, &found) }
        return found
    }

    /// Whether rows of some shard name their parents.
    private var hasParents: Bool {
        let fields = round.report.fields
        return fields.paths[.parent] != nil || fields.shards.contains { $0[.parent] != nil }
    }

    private func scan(follows: Bool, _ isWanted: @escaping @Sendable (Int) -> Bool) throws(ExportError) -> Scan {
        let counter = WorkProgress { [progress] in progress?($0) }
        let watch = LeakWatch(prompts)
        let parts = Mutex([(first: Int, leaks: LeakList)]())
        try forEachChunk { reader, work throws(ExportError) in
            let sight = watch.take()
            defer { watch.giveBack(sight) }
            while let (chunk, block) = try work() {
                let first = chunk.firstItem - chunk.rows.lowerBound
                let rows = chunk.rows.lazy.filter { follows || isWanted(first + $0) }
                guard rows.first != nil else { continue }
                var leaks = LeakList()
                try go(reader, block, chunk, rows, follows ? [.prompt, .parent] : .prompt) { index, row in
                    let item = first + index
                    if let leak = sight.look(at: row, follows: follows, isWanted: isWanted(item)) {
                        leaks.append(item, leak)
                    }
                }
                if !leaks.isEmpty {
                    let found = leaks
                    parts.withLock { $0.append((chunk.firstItem, found)) }
                }
                counter.add(chunk.rows.count)
            }
        }
        var scan = Scan()
        for part in parts.withLock({ $0 }).sorted(by: { $0.first < $1.first }) { scan.leaks.append(part.leaks) }
        scan.lineage = watch.lineage()
        return scan
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
        let known = found.leaks
        let leaks = try descending(descents) { item in
            // An evaluation prompt goes before what was seen of the same one.
            isWanted(item) && known.place(of: item).map { known.leaks[$0].list != .evaluation } ?? true
        }
        found.leaks = known.merging(leaks)
    }

    /// The items whose prompts descend from evaluation prompts.
    private func descending(
        _ descents: [UInt64: Lineage.Descent],
        _ isWanted: @escaping @Sendable (Int) -> Bool
    ) throws(ExportError) -> LeakList {
        let parts = Mutex([(first: Int, leaks: LeakList)]())
        let rule = prompts.rule
        try forEachChunk { reader, work throws(ExportError) in
            let form = PromptForm()
            while let (chunk, block) = try work() {
                let first = chunk.firstItem - chunk.rows.lowerBound
                let rows = chunk.rows.lazy.filter { isWanted(first + $0) }
                guard rows.first != nil else { continue }
                var leaks = LeakList()
                try go(reader, block, chunk, rows, .prompt) { index, row in
                    guard let descent = descents[form.key(of: row.prompt)] else { return }
                    leaks.append(
                        first + index,
                        FoundLeak(form.digest, list: .evaluation, descent.match, rule: rule, steps: descent.steps)
                    )
                }
                let found = leaks
                parts.withLock { $0.append((chunk.firstItem, found)) }
            }
        }
        var all = LeakList()
        for part in parts.withLock({ $0 }).sorted(by: { $0.first < $1.first }) { all.append(part.leaks) }
        return all
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
                if texts.prompt.count > LeakSight.longPrompt {
                    try MemoryRoom.require(LeakSight.memory(for: texts.prompt.count))
                }
                body(index, texts)
            }
        } catch {
            throw ExportError(error)
        }
    }
}
