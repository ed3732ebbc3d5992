internal import AuditStatistics
internal import Basics
internal import CampaignFile
internal import RoundCampaign

/// Counts all figures.
struct FiguresJob: CampaignJob {
    static let lane = CampaignLane.figures
    let key: AnswerKey
    let settings: CampaignSettings
    let states: [CampaignRoundState]
    let settled: SettledCampaign

    func run(at site: any CampaignSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(
            .figures(
                key,
                Result { () throws(AuditError) in
                    try CampaignFigures(settings, states, settled, key.question)
                }
            )
        )
    }
}

/// Works out what thresholds do not change.
struct SettleJob: CampaignJob {
    static let lane = CampaignLane.settle
    let revision: Int
    let settings: CampaignSettings
    let rounds: [KeptRound?]

    func run(at site: any CampaignSite, _ stop: Cancellation, _ report: @escaping Report) {
        report(.settled(revision: revision, SettledCampaign(settings, rounds)))
    }
}
