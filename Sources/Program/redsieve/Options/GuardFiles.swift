import RoundExport
import RoundFiles
import TrainingGuard

/// The files that prompts of a guard come from.
struct GuardFiles {
    var evaluation: [String]
    var digests: [String]
    var seen: [String]

    /// - Parameter round: what fields are called.
    func read(
        _ round: RoundRequest,
        _ rule: NearRule,
        _ work: RoundWork
    ) throws(ProgramFailure) -> (evaluation: PromptList?, seen: PromptList?) {
        let cancellation = work.interruption.cancellation
        work.progress.show("reading prompts", nil)
        do throws(ExportError) {
            var listed: PromptList?
            if !evaluation.isEmpty || !digests.isEmpty {
                listed = try PromptList.evaluation(
                    Self.request(evaluation, round),
                    digests: digests,
                    rule: rule,
                    cancellation: cancellation
                )
            }
            var before: PromptList?
            if !seen.isEmpty {
                before = try PromptList.seen(
                    Self.request(seen, round),
                    rule: rule,
                    evaluation: listed,
                    cancellation: cancellation
                )
            }
            work.progress.clear()
            return (listed, before)
        } catch {
            work.progress.clear()
            work.interruption.finish()
            throw ProgramFailure(error)
        }
    }

    /// Names of fields go for files that have them; they are usual names to others.
    private static func request(_ paths: [String], _ round: RoundRequest) -> RoundRequest {
        var request = round
        request.paths = paths
        request.earlier = []
        request.aliases = round.aliases.merging(round.fields.mapValues { [$0] }) { $1 + $0 }
        request.fields = [:]
        return request
    }
}
