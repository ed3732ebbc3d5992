import RoundExport
import RoundFiles
import RoundModel

/// What `select` and `summary` have in common: read the round, then settle the thresholds.
struct RoundWork {
    let interruption = Interruption()
    let progress = ProgressLine()

    func load(_ options: RoundOptions) throws(ProgramFailure) -> LoadedRound {
        try StandardStreams.requireOutput()
        do throws(RoundFilesError) {
            let progress = self.progress
            let round = try RoundLoader.load(options.request, cancellation: interruption.cancellation) { partial in
                let total = partial.progress.bytesTotal
                progress.show("reading", total.map { Double(partial.progress.bytesRead) / Double(max(1, $0)) })
            }
            progress.clear()
            return round
        } catch {
            progress.clear()
            interruption.finish()
            throw ProgramFailure(error)
        }
    }

    func thresholds(_ options: ThresholdOptions, for round: LoadedRound) -> (Thresholds, suggested: Bool) {
        if let adv = options.adv, let safety = options.safety, let help = options.help {
            return (Thresholds(adv: adv, safety: safety, help: help), false)
        }
        guard let safety = round.columns.summary(of: .safety), let help = round.columns.summary(of: .helpfulness) else {
            return (
                Thresholds(adv: options.adv ?? 0.5, safety: options.safety ?? 0.8, help: options.help ?? 0.4), false
            )
        }
        let resolved = options.defaults.resolve(safety: safety, helpfulness: help)
        return (resolved.thresholds, !resolved.suggested.isEmpty)
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
