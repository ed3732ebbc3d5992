public import Basics
public import RoundFiles
public import RoundModel
internal import Synchronization

/// How many distinct prompts and pairs the buckets of a round hold; texts are the same where their decoded bytes are.
public struct DistinctSets: Hashable, Sendable {
    /// P_adv: distinct prompts among the adversarial rows.
    public var adversarialPrompts = 0
    /// R_tgt: distinct (prompt, response) pairs among the accepted rows.
    public var acceptedPairs = 0
    /// Distinct prompts among the accepted rows.
    public var acceptedPrompts = 0
    /// Distinct prompts that some adversarial and some accepted row has.
    public var promptsInBoth = 0
    /// Distinct prompts with more than one distinct accepted pair.
    public var promptsWithSeveralAccepted = 0

    public init() {}

    /// Reads the texts of all adversarial and accepted rows and counts the distinct ones, on all cores.
    ///
    /// Blocks until then.
    /// - Parameters:
    ///   - judged: the items with a ruling, which goes before the rule.
    ///   - hashes: those of the round's load at the same thresholds, if it took them: they save reading it again.
    ///   - progress: called with the rows done so far, at most 30 times a second and at the end, from any thread.
    /// - Throws: `cancelled`; `source` where the round cannot be read again; `tooManyItems`, `noMemory`.
    /// - Complexity: O(bytes of the round), or with `hashes` O(items); 23 bytes an item, beside buffers.
    public static func count(
        in round: LoadedRound,
        at thresholds: Thresholds,
        hashes: SelectionHashes? = nil,
        judged: JudgedItems? = nil,
        cancellation: Cancellation = Cancellation(),
        progress: (@Sendable (_ rows: Int) -> Void)? = nil
    ) throws(ExportError) -> DistinctSets {
        let throttle = Mutex(Throttle(every: .milliseconds(33)))
        let total = round.columns.count
        let report: @Sendable (Int) -> Void = { rows in
            if throttle.withLock({ $0.isDue(isUrgent: rows == total) }) { progress?(rows) }
        }
        var maker = SelectionMaker(
            round: round,
            thresholds: thresholds,
            cancellation: cancellation,
            progress: report
        )
        maker.judged = judged
        return try maker.make(from: hashes).sets
    }
}
