public import Basics
import ReviewAudit
import RoundModel
import Verdicts

/// Finds what drawing samples more densely near the lines would gain.
public struct DenseOfferJob: Job {
    public static let lane = Lane.offers
    let key: DenseOfferKey
    /// Nil where there are no verdicts, and nobody has read the contents.
    let source: AuditSource?
    let columns: ScoreColumns
    let plans: SamplePlans

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let offers =
            if let source {
                try? AuditReport.offers(source, at: key.thresholds)
            } else {
                try? AuditReport.offers(in: columns, seed: key.seed, at: key.thresholds, plans: plans)
            }
        // Where nothing can be told nothing is offered.
        report(.denseOffers(key, offers ?? []))
    }
}
