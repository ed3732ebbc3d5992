import RoundExport
import RoundFiles
import RoundModel

/// What `select` and `summary` have in common: read the round, then settle the thresholds.
struct RoundWork {
    let interruption = Interruption()
    let progress = ProgressLine()

    /// - Parameters:
    ///   - hashes: take in what they need on the way, where they are wanted.
    ///   - tellsNotes: whether what was left out goes to standard error; the result may say it itself.
    func load(
        _ request: RoundRequest,
        hashes: SelectionHashes?,
        tellsNotes: Bool = true
    ) throws(ProgramFailure) -> LoadedRound {
        try StandardStreams.requireOutput()
        do throws(RoundFilesError) {
            let progress = self.progress
            let round = try RoundLoader.load(
                request,
                cancellation: interruption.cancellation,
                observer: hashes
            ) { partial in
                let (read, total) = (partial.progress.bytesRead, partial.progress.bytesTotal)
                progress.show("reading", total.map { Double(read) / Double(max(1, $0)) }, .bytes(read))
            }
            progress.clear()
            if tellsNotes { for note in round.report.notes { StandardStreams.message(note) } }
            return round
        } catch {
            progress.clear()
            interruption.finish()
            throw ProgramFailure(error)
        }
    }

    /// The thresholds that count, whether they are suggested ones, and the summaries of the scores where they were needed.
    func thresholds(
        _ given: ThresholdDefaults,
        for round: LoadedRound
    ) -> (thresholds: Thresholds, suggested: Bool, scores: [ScoreName: ScoreSummary]?) {
        if given.isComplete { return (given.onUnitScale, false, nil) }
        let scores = RoundSummary.scores(of: round)
        guard let safety = scores[.safety], let help = scores[.helpfulness] else {
            return (given.onUnitScale, false, scores)
        }
        let resolved = given.resolve(safety: safety, helpfulness: help)
        return (resolved.thresholds, !resolved.suggested.isEmpty, scores)
    }

    /// Runs the last work that can be interrupted, and ends the program where it was; after it a signal ends the program
    /// at once.
    func run<Result>(_ work: () throws(ExportError) -> Result) throws(ProgramFailure) -> Result {
        do throws(ExportError) {
            let result = try work()
            progress.clear()
            interruption.release()
            return result
        } catch {
            progress.clear()
            interruption.finish()
            throw ProgramFailure(error)
        }
    }

    /// Says which fields were chosen, before anything is decided with them.
    func tellFields(_ round: LoadedRound) {
        let fields = round.report.fields
        let chosen = FieldRole.allCases.compactMap { role -> String? in
            guard let path = fields.paths[role] else { return nil }
            let negated = role.isScore && fields.lowerIsBetter.contains(role == .safety ? .safety : .helpfulness)
            return "\(role.rawValue)=\(path)\(negated ? " (negated)" : "")"
        }
        StandardStreams.message("fields: \(chosen.joined(separator: ", "))")
    }
}
