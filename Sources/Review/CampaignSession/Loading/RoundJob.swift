internal import Basics
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel

/// Reads a round.
struct RoundJob: CampaignJob {
    static let lane = CampaignLane.load
    let place: Int
    /// The thresholds of the first round that is there.
    let first: ChosenThresholds?

    func run(at site: any CampaignSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            let round = try site.keep(place, like: first, stop) { report(.load(.progressed(place, $0))) }
            report(.load(.kept(place, round)))
        } catch {
            if !error.isStopped { report(.load(.failed(place, error.message))) }
        }
    }
}
