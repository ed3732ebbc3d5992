public import RoundFiles
public import RoundModel
internal import Synchronization

/// The hashes of a round's prompts and pairs at given thresholds, taken while the round is read.
///
/// Handed to `RoundLoader.load` as its observer and then to `DistinctSets`, `RoundSummary` or `RoundExporter`, it saves
/// them a pass over the round's bytes. It serves one of them, once: it is used up then.
public final class SelectionHashes: BlockObserver {
    /// What tells which texts count.
    public let thresholds: Thresholds
    /// Of which rows the texts are hashed.
    let hashed: HashedTexts
    private let hash: TextHash
    /// Looks for leaks on the way; nil where nobody does.
    private let watch: LeakWatch?
    private let state = Mutex(State())

    private struct State: ~Copyable {
        var columns = HashColumns()
        var isUsable = true
        var leaks = LeakList()
        var isFollowed = true
    }

    /// For a load that has not begun; thresholds that turn out to be others make them useless, and nothing worse.
    ///
    /// - Parameters:
    ///   - format: of the export that they are for.
    ///   - choices: what goes into its training sets.
    ///   - guarding: what is kept out of them, which is looked for on the way.
    public convenience init(
        for thresholds: Thresholds,
        format: ExportFormat = .rows,
        choices: TrainingChoices = TrainingChoices(),
        guarding: GuardRequest? = nil
    ) {
        let prompts = guarding.flatMap { request -> GuardedPrompts? in
            if request.evaluation == nil, request.seen == nil { return nil }
            return GuardedPrompts(rule: request.rule, evaluation: request.evaluation, split: nil, seen: request.seen)
        }
        self.init(for: thresholds, HashedTexts(format, choices), hash: TextHash(), watching: prompts)
    }

    init(
        for thresholds: Thresholds,
        _ hashed: HashedTexts = .sets,
        hash: TextHash,
        watching prompts: GuardedPrompts? = nil
    ) {
        self.thresholds = thresholds
        self.hashed = hashed
        self.hash = hash
        watch = prompts.map(LeakWatch.init)
    }

    public func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? { see(block, firstItem: 0, judged: nil) }

    /// As `see`, with the verdicts on the block's items, of which the first has a number.
    func see(_ block: borrowing SeenBlock, firstItem: Int, judged: JudgedItems?) -> (@Sendable () -> Void)? {
        let hashes = BlockHashes(
            block,
            at: thresholds,
            with: hash,
            hashed,
            firstItem: firstItem,
            judged: judged,
            watch: watch
        )
        return {
            self.state.withLock { state in
                let before = state.columns.count
                if let hashes, state.isUsable,
                    state.columns.append(prompts: hashes.prompts, pairs: hashes.pairs, traits: hashes.traits)
                {
                    state.leaks.append(hashes.leaks, offset: before)
                    state.isFollowed = state.isFollowed && hashes.isFollowed
                    return
                }
                state.isUsable = false
                state.columns = HashColumns()
                state.leaks = LeakList()
            }
        }
    }

    /// Hands over what was collected; nil where it is not the whole of a round of so many items.
    func take(items: Int) -> HashColumns? {
        state.withLock { state in
            var taken = HashColumns()
            swap(&taken, &state.columns)
            guard state.isUsable, taken.count == items else { return nil }
            state.isUsable = false
            return taken
        }
    }

    /// Hands over what leaks, after `take` has given something; nil where it looked for other leaks than those.
    func takeLeaks(of prompts: GuardedPrompts) -> LeakSearch.Scan? {
        guard let watch, watch.prompts.isSame(as: prompts) else { return nil }
        return state.withLock { state in
            var scan = LeakSearch.Scan(leaks: state.leaks, isFollowed: state.isFollowed)
            scan.lineage = watch.lineage()
            state.leaks = LeakList()
            return scan
        }
    }
}
