import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension RoundWork {
    /// The contents of a round's items, and the items that a review speaks of.
    ///
    /// - Throws: why the round cannot be read again; ends the program where it was interrupted.
    /// - Complexity: O(bytes of the round).
    func contents(
        of loaded: LoadedRound,
        for record: ReviewRecord
    ) throws(ProgramFailure) -> (keys: ContentKeys, match: ContentMatch) {
        let (progress, cancellation) = (self.progress, interruption.cancellation)
        return try run { () throws(ExportError) in
            do throws(RoundFilesError) {
                let keys = try RoundContent.keys(of: loaded, cancellation: cancellation) { done, total in
                    progress.show("reading texts", Double(done) / Double(max(1, total)))
                }
                let wanted = record.items.standing
                return (keys, try RoundContent.match(wanted, in: loaded, keys: keys, cancellation: cancellation))
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
    }
}
