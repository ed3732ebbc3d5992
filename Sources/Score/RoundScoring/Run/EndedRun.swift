import Basics
import RoundFiles

/// An earlier run that was ended after its output had got the name, and before it could say so.
///
/// Nothing of it is left to be scored: the same command said again ends it.
public struct EndedRun {
    /// What came of it.
    public let result: ScoringResult
    private let folder: ScoringFolder

    /// - Parameter request: the output and the rows; of the settings those that are known without asking a server.
    /// - Returns: nil where the output is still to be made.
    /// - Throws: `outputExists` where another run has made it, or whatever else, `inUse` where one goes on still.
    public init?(_ request: ScoringRequest) throws(ScoringError) {
        guard let folder = try ScoringFolder(leftBehind: request.output) else {
            if FileSystem.kind(of: request.output) != .nothing { throw .exists(request.output) }
            return nil
        }
        self.folder = folder
        let checkpoint = try ScoringLog(folder.file("log.jsonl")).read().checkpoint
        let kept = try folder.keptSettings() ?? request.settings
        let isSame = request.acceptsChange || request.settings.allSatisfy(kept.contains)
        guard isSame, !request.startsAgain, try Self.isMade(of: request.rows, checkpoint) else {
            try folder.clear()
            throw .exists(request.output)
        }
        result = ScoringResult(checkpoint, of: request)
    }

    /// Does what it did not come to.
    public func finish() throws(ScoringError) { try folder.clear() }

    /// Whether its rows are these; a stream is gone and cannot be compared.
    private static func isMade(of request: RoundRequest, _ checkpoint: Checkpoint) throws(ScoringError) -> Bool {
        do throws(RoundFilesError) {
            let rows = try UnscoredRows(request, names: [])
            guard rows.bytes != nil else { return true }
            guard try DoneRows(checkpoint.rows, of: rows).digestText == checkpoint.digest else { return false }
            return try rows.next() == nil
        } catch {
            throw .rows(error)
        }
    }
}
