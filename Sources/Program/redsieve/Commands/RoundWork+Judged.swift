import RoundExport
import RoundFiles
import Verdicts

extension RoundWork {
    /// The verdicts of a review on a round, with the contents of all items.
    ///
    /// - Throws: why the round cannot be read again; ends the program where it was interrupted.
    /// - Complexity: O(bytes of the round).
    func judged(
        _ record: ReviewRecord,
        seed: UInt64,
        _ loaded: LoadedRound
    ) throws(ProgramFailure) -> JudgedRound {
        let (progress, cancellation) = (self.progress, interruption.cancellation)
        return try run { () throws(ExportError) in
            try JudgedRound.matching(
                record,
                seed: seed,
                in: loaded,
                needsKeys: true,
                cancellation: cancellation
            ) { done, total in
                progress.show("reading texts", Double(done) / Double(max(1, total)))
            }
        }
    }
}
