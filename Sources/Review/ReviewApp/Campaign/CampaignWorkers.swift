import Basics
import CampaignSession
import ReviewSession

/// Runs the jobs of a campaign on threads, each in its lane.
final class CampaignWorkers: Sendable {
    let work = WorkCount()
    private let site: any CampaignSite
    private let lanes: [CampaignLane: WorkLane]

    init(site: any CampaignSite) {
        self.site = site
        lanes = Dictionary(
            uniqueKeysWithValues: CampaignLane.allCases.map { [work] in
                ($0, WorkLane("campaign-\($0.rawValue)", $0.rule, isInBackground: $0 == .settle, work: work))
            }
        )
    }

    func start(_ job: any CampaignJob, _ reports: ActionQueue<CampaignAction>) {
        lanes[type(of: job).lane]?.start { [site] stop in job.run(at: site, stop) { reports.post($0) } }
    }

    /// Gives up whatever is under way, and waits for the round that is being read.
    func end() {
        for lane in lanes.values { lane.stop() }
        lanes[.load]?.sync {}
    }
}
