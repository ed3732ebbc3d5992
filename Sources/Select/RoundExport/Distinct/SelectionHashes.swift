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
    private let state = Mutex(State())

    private struct State: ~Copyable {
        var columns = HashColumns()
        var isUsable = true
    }

    /// For a load that has not begun; thresholds that turn out to be others make them useless, and nothing worse.
    ///
    /// - Parameters:
    ///   - format: of the export that they are for.
    ///   - choices: what goes into its training sets.
    public convenience init(
        for thresholds: Thresholds,
        format: ExportFormat = .rows,
        choices: TrainingChoices = TrainingChoices()
    ) {
        self.init(for: thresholds, HashedTexts(format, choices), hash: TextHash())
    }

    init(for thresholds: Thresholds, _ hashed: HashedTexts = .sets, hash: TextHash) {
        self.thresholds = thresholds
        self.hashed = hashed
        self.hash = hash
    }

    public func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? { see(block, firstItem: 0, judged: nil) }

    /// As `see`, with the verdicts on the block's items, of which the first has a number.
    func see(_ block: borrowing SeenBlock, firstItem: Int, judged: JudgedItems?) -> (@Sendable () -> Void)? {
        let hashes = BlockHashes(block, at: thresholds, with: hash, hashed, firstItem: firstItem, judged: judged)
        return {
            self.state.withLock { state in
                if let hashes, state.isUsable,
                    state.columns.append(prompts: hashes.prompts, pairs: hashes.pairs, traits: hashes.traits)
                {
                    return
                }
                state.isUsable = false
                state.columns = HashColumns()
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
}
