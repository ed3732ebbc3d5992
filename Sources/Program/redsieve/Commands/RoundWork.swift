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
        try GridWork.refuse(request.paths)
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

    /// The thresholds that count, and the summaries of the scores where they were needed.
    func thresholds(
        _ sources: ThresholdSources,
        for round: LoadedRound
    ) -> (chosen: ChosenThresholds, scores: [ScoreName: ScoreSummary]?) {
        let scores = sources.known.isComplete ? nil : RoundSummary.scores(of: round)
        return (
            sources.choose(safety: scores?[.safety], helpfulness: scores?[.helpfulness], in: round.columns), scores
        )
    }

    /// Says where each threshold came from, and what the round's review is for here.
    ///
    /// - Parameters:
    ///   - isCounted: whether its verdicts outrank the rule; nil where they play no part in the command.
    func tell(_ chosen: ChosenThresholds, _ kept: ReviewFileWork.Kept?, isCounted: Bool? = nil) {
        guard let kept else { return tell(chosen, reviewAt: nil) }
        let items = DecimalText.counted(kept.count, "item")
        let use =
            switch isCounted {
            case nil: ""
            case true?: "; its verdicts on \(items) count"
            case false? where kept.count == 0: "; it has no verdicts"
            case false?: "; its verdicts on \(items) do not count here; --review auto counts them"
            }
        tell(chosen, reviewAt: "\(kept.path)\(use)")
    }

    /// Says where each threshold came from.
    ///
    /// - Parameter review: the review's path, and what it is for; nil where there is none.
    func tell(_ chosen: ChosenThresholds, reviewAt review: String?) {
        StandardStreams.message("thresholds: \(chosen.text)")
        StandardStreams.message("review: \(review ?? "none")")
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
        for clause in round.report.fieldDifferences { StandardStreams.message("fields of \(clause)") }
    }
}
