internal import Basics
internal import RoundFiles
internal import RoundModel

/// Makes a selection: from the hashes of texts to first items, and from there to texts that were compared.
///
/// Where two different texts turn out to have one hash, which takes about 2^32 of them, all is done again with each text
/// compared before it is taken for another.
struct SelectionMaker: Sendable {
    var round: LoadedRound
    var thresholds: Thresholds
    var cancellation: Cancellation
    /// Called with the rows done, from one thread at a time.
    var progress: (@Sendable (Int) -> Void)?
    var hash = TextHash()
    /// The items with a ruling, which goes before the rule; nil for none.
    var judged: JudgedItems?
    /// What chooses among the distinct pairs; nil where only the sets are wanted.
    var chooser: TrainingChooser?

    /// What is not to be trained on; nil where nobody looks.
    var guarding: ExportGuard?

    private var hashed: HashedTexts { chooser.map { HashedTexts($0.format, $0.choices) } ?? .sets }

    private var countsRejected: Bool { chooser?.format == .unpaired }

    /// - Parameter hashes: those of the load, if it took them; without them the round is read again.
    /// - Complexity: O(items), and O(bytes of the round) to read it again; 23 bytes an item beside buffers.
    func make(from hashes: SelectionHashes? = nil) throws(ExportError) -> Selection {
        let items = round.columns.count
        guard items < UInt32.max else { throw .tooManyItems(items) }
        var selection: Selection?
        if let hashes, hashes.thresholds == thresholds, hashes.hashed == hashed, judged == nil,
            let columns = hashes.take(items: items)
        {
            selection = try select(columns, guarding.flatMap { hashes.takeLeaks(of: $0.prompts) })
        } else {
            let hashes = try collect()
            selection = try select(columns(of: hashes), guarding.flatMap { hashes.takeLeaks(of: $0.prompts) })
        }
        if selection == nil {
            let hashes = try collect()
            selection = try selectComparing(columns(of: hashes), guarding.flatMap { hashes.takeLeaks(of: $0.prompts) })
        }
        guard let selection else {
            throw .source(message: "the texts of the round changed while they were compared", exitStatus: 74)
        }
        progress?(items)
        return selection
    }

    /// Reads all texts and hashes them, as a load does on the way.
    private func collect() throws(ExportError) -> SelectionHashes {
        let blocks = round.columns.blocks
        let firstItem = round.columns.firstItem
        let hashes = SelectionHashes(
            for: thresholds,
            hashed,
            hash: hash,
            watching: guarding.flatMap { $0.isKnown ? nil : $0.prompts }
        )
        let turns = Turnstile()
        let counter = WorkProgress { [progress] in progress?($0) }
        let work = SharedWork<ExportError>(count: blocks.count, turnstiles: [turns], cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { [round, judged] work throws(ExportError) in
            let reader = round.texts.makeRowReader()
            while let number = try work.next() {
                let inTurn: (@Sendable () -> Void)?
                let observer = NumberedBlock(hashes: hashes, firstItem: firstItem[number], judged: judged)
                do throws(RoundFilesError) { inTurn = try reader.show(blocks[number], to: observer) } catch {
                    throw ExportError(error)
                }
                guard turns.enter(number) else { return }
                inTurn?()
                turns.leave()
                counter.add(blocks[number].count)
            }
        }
        return hashes
    }

    private func columns(of hashes: SelectionHashes) throws(ExportError) -> HashColumns {
        guard let columns = hashes.take(items: round.columns.count) else {
            throw .noMemory(rows: round.columns.count)
        }
        return columns
    }

    /// Takes equal hashes for equal texts, and then compares them; nil where that was wrong.
    private func select(
        _ columns: consuming HashColumns,
        _ scan: LeakSearch.Scan?
    ) throws(ExportError) -> Selection? {
        guard let solver = DistinctSolver(columns, countsRejected: countsRejected) else {
            return try chosen(DistinctSets(), columns, scan)
        }
        guard let sets = solver.solve(threads: Processors.count()) else {
            throw .noMemory(rows: round.columns.count)
        }
        if cancellation.isCancelled { throw .cancelled }
        let verifier = TextVerifier(round: round, solver: solver, cancellation: cancellation)
        return try verifier.verify() ? chosen(sets, columns, scan) : nil
    }

    /// Takes nothing for equal but what is.
    private func selectComparing(
        _ columns: consuming HashColumns,
        _ scan: LeakSearch.Scan?
    ) throws(ExportError) -> Selection? {
        guard let solver = DistinctSolver(columns, countsRejected: countsRejected) else { return nil }
        // Two, since what one gave is not to be read over while the other is asked.
        let firsts = TextRecall(.pair, columns: round.columns, texts: round.texts)
        let others = TextRecall(.pair, columns: round.columns, texts: round.texts)
        let sets = try solver.solve { first, item throws(ExportError) in
            if cancellation.isCancelled { throw .cancelled }
            return try firsts.texts(of: first).hasPrompt(of: others.texts(of: item))
        } pairs: { first, item throws(ExportError) in
            if cancellation.isCancelled { throw .cancelled }
            return try firsts.texts(of: first).isPair(of: others.texts(of: item))
        }
        guard let sets else { throw .noMemory(rows: round.columns.count) }
        return try chosen(sets, columns, scan) { first, item throws(ExportError) in
            if cancellation.isCancelled { throw .cancelled }
            return try firsts.texts(of: first).isPair(of: others.texts(of: item))
        }
    }

    /// Keeps of the columns what an export needs.
    private func chosen(
        _ sets: DistinctSets,
        _ columns: consuming HashColumns,
        _ scan: LeakSearch.Scan?,
        isSame: DistinctSolver.Comparison? = nil
    ) throws(ExportError) -> Selection {
        var guarded: GuardFindings?
        if let guarding, let solver = DistinctSolver(columns, countsRejected: countsRejected) {
            guarded = try guarding.findings(solver, scan)
            guarded.map(solver.leaveOut)
        }
        guard let chooser else { return Selection(sets: sets, guarded: guarded, traits: columns.takeTraits()) }
        let chosen = try chooser.choose(columns, isSame: isSame)
        return Selection(
            sets: sets,
            guarded: guarded,
            traits: columns.takeTraits(),
            prompts: chosen.prompts,
            pairs: chosen.pairs,
            pairFigures: chosen.pairFigures
        )
    }
}

/// Tells the hashes which items a block holds.
private struct NumberedBlock: BlockObserver {
    let hashes: SelectionHashes
    let firstItem: Int
    let judged: JudgedItems?

    func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? {
        hashes.see(block, firstItem: firstItem, judged: judged)
    }
}
