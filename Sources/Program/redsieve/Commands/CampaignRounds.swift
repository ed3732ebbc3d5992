import Basics
import CampaignFile
import CampaignSession
import Configuration
import ReviewSession
import RoundCampaign
import RoundFiles
import RoundModel
import Verdicts

/// How the rounds of a campaign are read: the same for its lines and its screen.
struct CampaignRounds: Sendable {
    let settings: CampaignSettings
    /// Thresholds of the command line, for all rounds.
    let given: ThresholdDefaults
    let configuration: Configuration

    /// How a round's files are read.
    func request(_ round: ListedRound) -> RoundRequest {
        var request = RoundRequest(paths: round.files, fields: round.fields, lowerIsBetter: round.lowerIsBetter)
        request.aliases = configuration.aliases
        return request
    }

    /// What reads a round and its review.
    ///
    /// - Parameter first: the thresholds of the first round, which count where nobody names any: values that follow from each
    ///   round's own scores would hide what changed.
    /// - Throws: why its review cannot be read.
    func keeper(_ round: ListedRound, like first: ChosenThresholds?) throws(ProgramFailure) -> RoundKeeper {
        RoundPrivacy.keep(round.files)
        let review = try ReviewFileWork.openIfThere(round.review, for: round.files)
        var sources = ThresholdSources(
            given: given,
            listed: round.thresholds,
            campaign: settings.thresholds,
            review: review?.place.map { ThresholdDefaults($0.thresholds) } ?? ThresholdDefaults(),
            configured: configuration.thresholds
        )
        if let first = first?.thresholds {
            let known = sources.known
            let rest = ThresholdDefaults(
                adv: known.adv == nil ? first.adv : nil,
                safety: known.safety == nil ? first.safety : nil,
                help: known.help == nil ? first.help : nil
            )
            sources.campaign = sources.campaign.filled(from: rest)
        }
        return RoundKeeper(
            request(round),
            review: review.map { RoundKeeper.Review(record: $0.record, seed: $0.seed, path: $0.path) },
            sources: sources,
            prompts: settings.prompts,
            alpha: settings.alpha
        )
    }
}

extension CampaignRounds: CampaignSite {
    func keep(
        _ place: Int,
        like first: ChosenThresholds?,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double?) -> Void
    ) throws(WorkFailure) -> KeptRound {
        let keeper: RoundKeeper
        do throws(ProgramFailure) {
            keeper = try self.keeper(settings.rounds[place], like: first)
        } catch {
            throw WorkFailure(error.message)
        }
        do throws(RoundFilesError) {
            return try keeper.keep(cancellation: stop) { read in
                progress(read.bytesTotal.map { Double(read.bytesRead) / Double(max(1, $0)) })
            }
        } catch {
            throw WorkFailure(error.message, isStopped: error == .cancelled)
        }
    }
}
